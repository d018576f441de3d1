// The classic format (draft-ietf-opsawg-pcap): one header, one link type, then packet after packet.
import { BlockReader } from './block-reader.ts';
import type { Capture, CaptureLimits } from './capture.ts';
import { CaptureError } from './capture-error.ts';
import { createPacketList } from './packet-list.ts';

const MICROSECONDS = 0xa1b2c3d4;
const NANOSECONDS = 0xa1b23c4d;
const HEADER_BYTES = 24;
/** The upper bits of the link type say whether frames end with a check sequence, and how long it is. */
const LINK_TYPE_BITS = 0xffff;

/** How the first four bytes of a pcap file order and count; undefined when they are none. */
export function pcapMagic(
  bytes: Uint8Array,
): { readonly isLittleEndian: boolean; readonly unitNs: bigint } | undefined {
  if (bytes.length < 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const isLittleEndian of [true, false]) {
    const magic = view.getUint32(0, isLittleEndian);
    if (magic === MICROSECONDS) return { isLittleEndian, unitNs: 1000n };
    if (magic === NANOSECONDS) return { isLittleEndian, unitNs: 1n };
  }
  return undefined;
}

/** @throws CaptureError naming the byte that is wrong. */
export function readPcap(bytes: Uint8Array, { mostPackets }: CaptureLimits): Capture {
  const magic = pcapMagic(bytes);
  if (!magic) throw new CaptureError(0, 'these are not the first bytes of a pcap file');
  const read = new BlockReader(bytes, 0, bytes.length, magic.isLittleEndian);
  if (bytes.length < HEADER_BYTES)
    throw new CaptureError(0, `the header of a pcap file takes ${HEADER_BYTES} bytes, ${bytes.length} are there`);
  read.take(4, 'the magic number');
  const major = read.uint16('the version');
  if (major !== 2) throw new CaptureError(4, `the version of a pcap file is 2, this one says ${major}`);
  read.take(14, 'the header');
  const linkType = read.uint32('the link type') & LINK_TYPE_BITS;
  const list = createPacketList(mostPackets);
  while (read.left > 0) {
    const offset = read.position;
    const seconds = read.uint32('the time of a packet');
    const units = read.uint32('the time of a packet');
    const length = read.uint32('the length of a packet');
    const originalLength = read.uint32('the original length of a packet');
    const packet = read.take(length, 'a packet');
    const timeNs = BigInt(seconds) * 1_000_000_000n + BigInt(units) * magic.unitNs;
    list.add({ interface: 0, timeNs, bytes: packet, originalLength, comments: [], offset });
  }
  const { packets, leftOut } = list;
  return { format: 'pcap', interfaces: [{ linkType }], packets, leftOut, comments: [] };
}
