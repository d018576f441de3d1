// Layers without a header to read. With them every byte of a frame belongs to exactly one layer.
import type { Field } from './layer.ts';

/** What a layer carries that is no protocol known here. */
export interface PayloadHeader {
  readonly data: Uint8Array;
}

/** Bytes after the end that a layer states itself, e.g. what fills an Ethernet frame up to 60 bytes. */
export interface PaddingHeader {
  /** The protocol that ends before. */
  readonly after: string;
  readonly data: Uint8Array;
}

/** Bytes that should be the header of a protocol and cannot be read as such, with all that follows. */
export interface UnreadableHeader {
  readonly expected: string;
  readonly data: Uint8Array;
}

/** Layers that stand in a frame as their `data`. */
export interface OpaqueHeaders {
  readonly payload: PayloadHeader;
  readonly padding: PaddingHeader;
  readonly malformed: UnreadableHeader;
  /** The beginning of a header whose rest was rightly left out: of a quoted or a fragmented packet. */
  readonly excerpt: UnreadableHeader;
}

const SHOWN_BYTES = 48;

/** One field over `bytes[offset…end)`, or none when there are no bytes. */
export function dataFields(bytes: Uint8Array, offset: number, end: number): readonly Field[] {
  if (offset === end) return [];
  const shown = bytes.subarray(offset, Math.min(end, offset + SHOWN_BYTES));
  const length = end - offset;
  const text = `${length} ${length === 1 ? 'byte' : 'bytes'}: ${asciiText(shown)}${length > SHOWN_BYTES ? '…' : ''}`;
  return [{ name: 'data', label: 'Data', offset, length, value: text, text }];
}

/** Printable ASCII as it is, anything else as a middle dot. */
function asciiText(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·')).join('');
}
