// The binary form of a recording, told in docs/trace-format.md: 16 bytes, a head in JSON that says what the columns are,
// then the columns themselves, as they lie in memory.
//
//   0  8 bytes  the magic number
//   8  u32      version of this form
//  12  u32      length of the head in bytes
//  16  head     JSON, UTF-8; zeroes up to the next multiple of 8
//      chunks   each: times, slots, shapes; zeroes up to the next multiple of 8
//
// All numbers are little-endian.
import type { Chunk } from './chunk.ts';
import type { Kind } from './kinds.ts';

/** As in PNG: a byte that no text begins with, the name, and line breaks of both sorts, so that mangling shows. */
export const MAGIC = [0x89, 0x4c, 0x4b, 0x53, 0x0d, 0x0a, 0x1a, 0x0a] as const;
export const FORM_VERSION = 1;
export const PREAMBLE_BYTES = 16;
const ALIGNMENT = 8;

/** A kind of event as the file tells it: its name, and name and type of each field (`text`, `integer?` …). */
type ToldKind = readonly [kind: string, fields: readonly (readonly [name: string, type: string])[]];

/** Numbers: of a kind and an actor in this file, of a source, a line or 0, 1 with a cause, bits of optional fields. */
type ToldShape = readonly [
  kind: number,
  actor: number,
  source: number,
  line: number,
  hasCause: number,
  isThere: number,
];

/** Events, slots, bytes of a time (8: doubles), bytes of a shape's number. */
export type ToldChunk = readonly [rows: number, slots: number, timeBytes: 4 | 8, shapeBytes: 2 | 4];

export interface ColumnsHead {
  /** As in JSON Lines; its version is that of the kinds. */
  readonly header: unknown;
  readonly events: number;
  /** Events of every chunk but the last. */
  readonly chunkRows: number;
  readonly sources: readonly string[];
  readonly kinds: readonly ToldKind[];
  readonly actors: readonly string[];
  readonly texts: readonly string[];
  readonly shapes: readonly ToldShape[];
  readonly chunks: readonly ToldChunk[];
}

/** Where in the file a chunk is. */
export interface PlacedChunk {
  readonly chunk: Chunk;
  readonly byte: number;
  readonly slotsByte: number;
  readonly shapesByte: number;
}

/** The kinds that a table of shapes needs, in the order of their first shape. */
export function kindsIn(shapes: readonly { readonly kind: Kind }[]): readonly Kind[] {
  return [...new Set(shapes.map(({ kind }) => kind))];
}

export function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** Where the parts of a chunk begin, counted from its own beginning, and how long it is. */
export function layoutOf([rows, slots, timeBytes, shapeBytes]: ToldChunk) {
  const slotsAt = rows * timeBytes;
  const shapesAt = slotsAt + slots * 4;
  return { slotsAt, shapesAt, byteLength: aligned(shapesAt + rows * shapeBytes) };
}

/** Does this begin as the binary form does? */
export function isColumnsForm(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}
