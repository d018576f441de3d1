// The format of Wireshark (draft-ietf-opsawg-pcapng): blocks, each with its length at both ends. A section begins with a
// header that tells the byte order; interfaces are numbered anew in each. Blocks that are not known are stepped over.
import { BlockReader } from './block-reader.ts';
import type { Capture, CaptureInterface, CaptureLimits } from './capture.ts';
import { CaptureError } from './capture-error.ts';
import { createPacketList, type PacketList } from './packet-list.ts';
import { OPTION, paddingOf, readOptions, textsOf } from './pcapng-options.ts';
import { type ToNs, timeUnit } from './time-unit.ts';

/** Reads the same in either byte order. */
export const SECTION_HEADER = 0x0a0d0d0a;
export const INTERFACE_DESCRIPTION = 1;
const OBSOLETE_PACKET = 2;
const SIMPLE_PACKET = 3;
export const ENHANCED_PACKET = 6;

export const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const BYTE_ORDER_MAGIC_SWAPPED = 0x4d3c2b1a;
const LEAST_BLOCK_BYTES = 12;
const MICROSECONDS = 6;

interface KnownInterface {
  /** In the whole capture. */
  readonly index: number;
  /** 0: no limit. */
  readonly snapLength: number;
  readonly toNs: ToNs;
}

/** What is known so far. */
interface Reading {
  readonly interfaces: CaptureInterface[];
  readonly comments: string[];
  readonly list: PacketList;
  readonly limits: CaptureLimits;
  /** Of the section that is being read. */
  section: { readonly isLittleEndian: boolean; readonly interfaces: KnownInterface[] };
}

/** @throws CaptureError naming the byte that is wrong. */
export function readPcapng(bytes: Uint8Array, limits: CaptureLimits): Capture {
  const reading: Reading = {
    interfaces: [],
    comments: [],
    list: createPacketList(limits.mostPackets),
    limits,
    section: { isLittleEndian: true, interfaces: [] },
  };
  for (let offset = 0; offset < bytes.length; ) offset = readBlock(bytes, offset, reading);
  const { interfaces, comments, list } = reading;
  return { format: 'pcapng', interfaces, packets: list.packets, leftOut: list.leftOut, comments };
}

/** Returns where the next block begins. */
function readBlock(bytes: Uint8Array, offset: number, reading: Reading): number {
  const left = bytes.length - offset;
  if (left < LEAST_BLOCK_BYTES)
    throw new CaptureError(offset, `a block takes at least ${LEAST_BLOCK_BYTES} bytes, ${left} are there`);
  const isHeader = isSectionHeader(bytes, offset);
  if (!isHeader && offset === 0) throw new CaptureError(0, 'a pcapng file begins with a section header');
  if (isHeader) reading.section = { isLittleEndian: byteOrderAt(bytes, offset + 8), interfaces: [] };
  const { isLittleEndian } = reading.section;
  const head = new BlockReader(bytes, offset, bytes.length, isLittleEndian);
  const type = head.uint32('the type of a block');
  const length = head.uint32('the length of a block');
  if (length < LEAST_BLOCK_BYTES || length % 4 !== 0)
    throw new CaptureError(offset + 4, `the length of a block is a multiple of 4 from 12 on, this one says ${length}`);
  if (length > left) throw new CaptureError(offset + 4, `the block says ${length} bytes, ${left} are there`);
  const end = offset + length;
  const again = new BlockReader(bytes, end - 4, end, isLittleEndian).uint32('the length of a block');
  if (again !== length)
    throw new CaptureError(end - 4, `the length at the end of the block is ${again}, that at its start ${length}`);

  const body = new BlockReader(bytes, offset + 8, end - 4, isLittleEndian);
  switch (type) {
    case SECTION_HEADER:
      readSectionHeader(body, reading);
      break;
    case INTERFACE_DESCRIPTION:
      readInterface(body, reading);
      break;
    case ENHANCED_PACKET:
    case OBSOLETE_PACKET:
      readPacket(body, offset, reading, type === OBSOLETE_PACKET);
      break;
    case SIMPLE_PACKET:
      readSimplePacket(body, offset, reading);
      break;
    default:
  }
  return end;
}

export function isSectionHeader(bytes: Uint8Array, offset: number): boolean {
  return [0x0a, 0x0d, 0x0d, 0x0a].every((byte, i) => bytes[offset + i] === byte);
}

/** True: little endian. */
function byteOrderAt(bytes: Uint8Array, offset: number): boolean {
  const magic = new BlockReader(bytes, offset, bytes.length, true).uint32('the byte-order magic');
  if (magic === BYTE_ORDER_MAGIC) return true;
  if (magic === BYTE_ORDER_MAGIC_SWAPPED) return false;
  const found = magic.toString(16).padStart(8, '0');
  throw new CaptureError(offset, `the byte-order magic of a section is 1a2b3c4d, not ${found}`);
}

function readSectionHeader(read: BlockReader, { comments }: Reading): void {
  read.uint32('the byte-order magic');
  const at = read.position;
  const major = read.uint16('the version of a section');
  if (major !== 1) throw new CaptureError(at, `the version of a section is 1, this one says ${major}`);
  read.uint16('the version of a section');
  read.int64('the length of a section');
  comments.push(...textsOf(readOptions(read), OPTION.comment));
}

function readInterface(read: BlockReader, { interfaces, section, limits }: Reading): void {
  const start = read.position;
  if (interfaces.length >= limits.mostInterfaces)
    throw new CaptureError(start, `at most ${limits.mostInterfaces} interfaces are read`);
  const linkType = read.uint16('the link type of an interface');
  read.uint16('the reserved field of an interface');
  const snapLength = read.uint32('the snap length of an interface');
  const options = readOptions(read);
  const resolution = options.find(({ code }) => code === OPTION.timeResolution)?.value[0] ?? MICROSECONDS;
  const shift = options.find(({ code, value }) => code === OPTION.timeOffset && value.length === 8);
  const offsetSeconds = shift ? new BlockReader(shift.value, 0, 8, read.isLittleEndian).int64('a time offset') : 0n;
  section.interfaces.push({ index: interfaces.length, snapLength, toNs: timeUnit(resolution, offsetSeconds) });
  const [name] = textsOf(options, OPTION.interfaceName);
  const [description] = textsOf(options, OPTION.interfaceDescription);
  interfaces.push({ linkType, ...(name !== undefined && { name }), ...(description !== undefined && { description }) });
}

/** The older packet block differs in its first four bytes: a number of 16 bits, and a count of drops. */
function readPacket(read: BlockReader, offset: number, { section, list }: Reading, isObsolete: boolean): void {
  const at = read.position;
  const number = isObsolete ? read.uint16('the interface of a packet') : read.uint32('the interface of a packet');
  if (isObsolete) read.uint16('the drops before a packet');
  const from = interfaceAt(section.interfaces, number, at);
  const high = read.uint32('the time of a packet');
  const low = read.uint32('the time of a packet');
  const length = read.uint32('the length of a packet');
  const originalLength = read.uint32('the original length of a packet');
  const bytes = read.take(length, 'a packet');
  read.take(paddingOf(length), 'the padding of a packet');
  const comments = textsOf(readOptions(read), OPTION.comment);
  const timeNs = from.toNs((BigInt(high) << 32n) | BigInt(low));
  list.add({ interface: from.index, timeNs, bytes, originalLength, comments, offset });
}

/** It has no time, and belongs to the section's first interface. */
function readSimplePacket(read: BlockReader, offset: number, { section, list }: Reading): void {
  const from = interfaceAt(section.interfaces, 0, offset);
  const originalLength = read.uint32('the original length of a packet');
  const captured = from.snapLength === 0 ? originalLength : Math.min(originalLength, from.snapLength);
  const bytes = read.take(captured, 'a packet');
  list.add({ interface: from.index, bytes, originalLength, comments: [], offset });
}

function interfaceAt(interfaces: readonly KnownInterface[], number: number, offset: number): KnownInterface {
  const known = interfaces[number];
  if (known) return known;
  throw new CaptureError(
    offset,
    `the packet is of interface ${number}, the section has described ${interfaces.length}`,
  );
}
