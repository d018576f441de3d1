// The classic pcap format with nanoseconds, little-endian (draft-ietf-opsawg-pcap).
import { concatBytes } from '../field-writer.ts';
import { LINK_TYPE_ETHERNET } from '../link-type.ts';

const MAGIC_NANOSECONDS = 0xa1b23c4d;
const SNAP_LENGTH = 262_144;
const NS_PER_SECOND = 1_000_000_000n;

/** A frame and when it was seen, in nanoseconds since 1970 UTC. */
export interface TimedFrame {
  readonly timeNs: bigint;
  readonly bytes: Uint8Array;
}

/**
 * A capture file that Wireshark, tshark and tcpdump read.
 * @throws RangeError when a time is before 1970 or after 2106.
 */
export function pcapFile(frames: readonly TimedFrame[]): Uint8Array {
  return concatBytes([fileHeader(), ...frames.flatMap((frame) => [recordHeader(frame), frame.bytes])]);
}

function fileHeader(): Uint8Array {
  const view = new DataView(new ArrayBuffer(24));
  view.setUint32(0, MAGIC_NANOSECONDS, true);
  view.setUint16(4, 2, true); // version 2.4
  view.setUint16(6, 4, true);
  view.setUint32(16, SNAP_LENGTH, true);
  view.setUint32(20, LINK_TYPE_ETHERNET, true);
  return new Uint8Array(view.buffer);
}

function recordHeader({ timeNs, bytes }: TimedFrame): Uint8Array {
  const seconds = timeNs / NS_PER_SECOND;
  if (timeNs < 0n || seconds > 0xffff_ffffn) throw new RangeError(`a pcap file cannot hold the time ${timeNs} ns`);
  const view = new DataView(new ArrayBuffer(16));
  view.setUint32(0, Number(seconds), true);
  view.setUint32(4, Number(timeNs % NS_PER_SECOND), true);
  view.setUint32(8, bytes.length, true);
  view.setUint32(12, bytes.length, true);
  return new Uint8Array(view.buffer);
}
