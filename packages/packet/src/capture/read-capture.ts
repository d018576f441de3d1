import { bytesToHex } from '../hex.ts';
import type { Capture, CaptureLimits } from './capture.ts';
import { CaptureError } from './capture-error.ts';
import { pcapMagic, readPcap } from './read-pcap.ts';
import { isSectionHeader, readPcapng } from './read-pcapng.ts';

const LIMITS: CaptureLimits = { mostPackets: 1_000_000, mostInterfaces: 10_000 };

/**
 * Reads a capture file of tcpdump or Wireshark: classic pcap or pcapng, in either byte order. Takes time in proportion to
 * the file, and memory in proportion to the packets that are kept; their bytes are views of the file.
 *
 * ```ts
 * const { packets, interfaces } = readCapture(bytes);
 * decodeFrame(packets[0].bytes, linkTypeOf(interfaces[packets[0].interface].linkType));
 * ```
 * @throws CaptureError naming the byte that is wrong, and what should stand there.
 */
export function readCapture(bytes: Uint8Array, limits: Partial<CaptureLimits> = {}): Capture {
  if (isSectionHeader(bytes, 0)) return readPcapng(bytes, { ...LIMITS, ...limits });
  if (pcapMagic(bytes)) return readPcap(bytes, { ...LIMITS, ...limits });
  const found = bytes.length === 0 ? 'nothing' : bytesToHex(bytes.subarray(0, 4), ' ');
  throw new CaptureError(
    0,
    `a pcapng file begins with 0a 0d 0d 0a, a pcap file with a1 b2 c3 d4 or its like, this one with ${found}`,
  );
}

/** Whether a file says of itself that it is a capture, from its first bytes. */
export function isCapture(bytes: Uint8Array): boolean {
  return isSectionHeader(bytes, 0) || pcapMagic(bytes) !== undefined;
}
