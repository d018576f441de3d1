import type { Chunk } from './chunk.ts';
import { CHUNK_ROWS } from './chunk.ts';
import {
  aligned,
  type ColumnsHead,
  FORM_VERSION,
  kindsIn,
  layoutOf,
  MAGIC,
  PREAMBLE_BYTES,
  type ToldChunk,
} from './columns-form.ts';
import { SOURCES } from './event.ts';
import { KINDS } from './kinds.ts';
import { fieldsThereOf } from './shapes.ts';
import type { Trace } from './trace.ts';
import { encodeUtf8 } from './utf8.ts';

/** A recording in the binary form, which `parseColumns` reads. */
export function serializeColumns(trace: Trace): Uint8Array<ArrayBuffer> {
  const parts = [...columnsParts(trace)];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

/** The same piece by piece, for whoever writes it somewhere: the head, then one piece a chunk. */
export function* columnsParts(trace: Trace): Generator<Uint8Array<ArrayBuffer>> {
  const { chunks } = trace.columns;
  const told = chunks.map(toldChunk);
  yield headOf(trace, told);
  for (const [index, chunk] of chunks.entries()) yield bytesOfChunk(chunk, told[index] as ToldChunk);
}

function toldChunk({ rows, used, at, shape }: Chunk): ToldChunk {
  return [rows, used, at instanceof Float64Array ? 8 : 4, shape instanceof Uint32Array ? 4 : 2];
}

function headOf({ header, columns }: Trace, chunks: readonly ToldChunk[]): Uint8Array<ArrayBuffer> {
  const { shapes, actors, texts } = columns;
  const kinds = kindsIn(shapes.all);
  const head: ColumnsHead = {
    header,
    events: columns.length,
    chunkRows: CHUNK_ROWS,
    sources: SOURCES,
    kinds: kinds.map((kind) => [kind, Object.entries(KINDS[kind])]),
    actors: actors.texts,
    texts: texts.texts,
    shapes: shapes.all.map((shape) => [
      kinds.indexOf(shape.kind),
      actors.numberOf(shape.actor),
      SOURCES.indexOf(shape.source),
      shape.line ?? 0,
      shape.hasCause ? 1 : 0,
      fieldsThereOf(shape),
    ]),
    chunks,
  };
  const json = encodeUtf8(JSON.stringify(head));
  const bytes = new Uint8Array(aligned(PREAMBLE_BYTES + json.byteLength));
  bytes.set(MAGIC);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, FORM_VERSION, true);
  view.setUint32(12, json.byteLength, true);
  bytes.set(json, PREAMBLE_BYTES);
  return bytes;
}

function bytesOfChunk({ rows, used, at, shape, slots }: Chunk, told: ToldChunk): Uint8Array<ArrayBuffer> {
  const { slotsAt, shapesAt, byteLength } = layoutOf(told);
  const bytes = new Uint8Array(byteLength);
  bytes.set(asBytes(at.subarray(0, rows)));
  bytes.set(asBytes(slots.subarray(0, used)), slotsAt);
  bytes.set(asBytes(shape.subarray(0, rows)), shapesAt);
  return bytes;
}

function asBytes({ buffer, byteOffset, byteLength }: Uint8Array | Chunk['at'] | Chunk['shape'] | Chunk['slots']) {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
