import { encodeFrame } from '@lockstep/packet';

/** What a SYN says that somebody made by hand: also who sent it, true or not. */
export interface SynPacketOptions {
  readonly source: string;
  readonly sourcePort: number;
  readonly destination: string;
  readonly destinationPort: number;
  /** The initial sequence number (RFC 9293 §3.4.1). */
  readonly sequence: number;
}

const WINDOW = 64_240;
const LARGEST_SEGMENT = 1460;

/**
 * An IPv4 packet with nothing but a TCP SYN in it, checksums included: what a raw socket takes (raw(7)). Python's twin
 * is two `struct.pack`.
 * @throws RangeError when an address or a number is none.
 */
export function synPacket({
  source,
  sourcePort,
  destination,
  destinationPort,
  sequence,
}: SynPacketOptions): Uint8Array {
  return encodeFrame([
    { protocol: 'ipv4', header: { source, destination, timeToLive: 64 } },
    {
      protocol: 'tcp',
      header: {
        sourcePort,
        destinationPort,
        sequence,
        flags: ['SYN'],
        window: WINDOW,
        options: [{ kind: 'maximum-segment-size', bytes: LARGEST_SEGMENT }],
      },
    },
  ]);
}
