// The options of neighbor discovery (RFC 4861 §4.6): type, then a length in units of eight bytes that counts them all.
import type { FieldReader } from '../field-reader.ts';
import type { FieldWriter } from '../field-writer.ts';
import { bytesToHex } from '../hex.ts';
import { parseMacAddress, serializeMacAddress } from '../mac-address.ts';

export type NeighborOption =
  | { readonly kind: 'source-link-address' | 'target-link-address'; readonly mac: string }
  | { readonly kind: 'mtu'; readonly reserved?: number; readonly mtu: number }
  /** A type that is not taken apart; its data fill units of eight bytes together with type and length. */
  | { readonly kind: 'unknown'; readonly number: number; readonly data: Uint8Array }
  /** The length is missing, zero, or reaches past the message: the list cannot be read on from here. */
  | { readonly kind: 'malformed'; readonly bytes: Uint8Array };

const SOURCE_LINK_ADDRESS = 1;
const TARGET_LINK_ADDRESS = 2;
const MTU = 5;

const TITLES: Readonly<Record<number, string>> = {
  [SOURCE_LINK_ADDRESS]: 'Source link-layer address',
  [TARGET_LINK_ADDRESS]: 'Target link-layer address',
  3: 'Prefix information',
  4: 'Redirected header',
  [MTU]: 'MTU',
};

/** Reads all options up to the end. */
export function readNeighborOptions(read: FieldReader, end: number): readonly NeighborOption[] {
  const options: NeighborOption[] = [];
  while (read.position < end) options.push(readOption(read, end - read.position));
  return options;
}

export function writeNeighborOption(write: FieldWriter, option: NeighborOption): void {
  switch (option.kind) {
    case 'source-link-address':
    case 'target-link-address':
      write.uint(8, option.kind === 'source-link-address' ? SOURCE_LINK_ADDRESS : TARGET_LINK_ADDRESS);
      write.uint(8, 1).bytes(parseMacAddress(option.mac));
      return;
    case 'mtu':
      write
        .uint(8, MTU)
        .uint(8, 1)
        .uint(16, option.reserved ?? 0)
        .uint(32, option.mtu);
      return;
    case 'unknown':
      write
        .uint(8, option.number)
        .uint(8, (option.data.length + 2) / 8)
        .bytes(option.data);
      return;
    case 'malformed':
      write.bytes(option.bytes);
  }
}

function readOption(read: FieldReader, room: number): NeighborOption {
  const [number = 0, units = 0] = read.peek(Math.min(room, 2));
  const length = units * 8;
  if (length === 0 || length > room) {
    const bytes = read.peek(room).slice();
    read.text(room, 'malformed-option', 'Malformed option', hexText, 'Malformed option');
    return { kind: 'malformed', bytes };
  }
  const title = TITLES[number] ?? 'Unknown';
  const group = `${title} option`;
  read.uint(8, 'option-type', 'Option type', { show: (type) => `${title} (${type})`, group });
  read.uint(8, 'option-length', 'Option length', { show: (n) => `${n * 8} bytes (${n} × 8)`, group });
  if (length === 8 && (number === SOURCE_LINK_ADDRESS || number === TARGET_LINK_ADDRESS)) {
    const kind = number === SOURCE_LINK_ADDRESS ? 'source-link-address' : 'target-link-address';
    return { kind, mac: read.text(6, 'link-address', 'Link-layer address', serializeMacAddress, group) };
  }
  if (length === 8 && number === MTU) {
    const reserved = read.uint(16, 'mtu-reserved', 'Reserved', { group });
    return { kind: 'mtu', reserved, mtu: read.uint(32, 'mtu', 'MTU', { group }) };
  }
  const data = read.peek(length - 2).slice();
  read.text(length - 2, 'option-data', 'Option data', hexText, group);
  return { kind: 'unknown', number, data };
}

function hexText(bytes: Uint8Array): string {
  return bytesToHex(bytes, ' ');
}
