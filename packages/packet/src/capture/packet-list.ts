import type { CapturedPacket } from './capture.ts';

/** Keeps packets up to a limit and counts the others. */
export interface PacketList {
  add(packet: CapturedPacket): void;
  readonly packets: readonly CapturedPacket[];
  readonly leftOut: number;
}

export function createPacketList(mostPackets: number): PacketList {
  const packets: CapturedPacket[] = [];
  let leftOut = 0;
  return {
    packets,
    get leftOut() {
      return leftOut;
    },
    add(packet) {
      if (packets.length < mostPackets) packets.push(packet);
      else leftOut++;
    },
  };
}
