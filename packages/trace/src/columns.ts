// Events as columns of typed arrays, in chunks: 16 to 24 bytes for an event of a thread instead of some 200 for an object,
// and no work for the garbage collector. Texts are interned, so a slot holds their number.
import { bytesOf, CHUNK_ROWS, type Chunk, closeChunk, createChunk, makeRoom, putShape, putTime } from './chunk.ts';
import type { Fact, TraceEvent } from './event.ts';
import { createInterner, type Interner } from './interner.ts';
import { fieldsOf, type Kind } from './kinds.ts';
import { createShapeTable, kindNumbers, type Shape, type ShapeTable, sourceNumbers } from './shapes.ts';

/** A growing table of events; `length` rows, each readable as an object again. */
export interface Columns {
  readonly length: number;
  append(fact: Fact): void;
  get(seq: number): TraceEvent;
  kindAt(seq: number): Kind;
  actorAt(seq: number): string;
  atUs(seq: number): number;
  causeAt(seq: number): number | undefined;
  shapeAt(seq: number): Shape;
  /** About what all of it takes up in memory, interned texts included. */
  readonly byteLength: number;
  /** The parts, for those who search or write many events at once. All chunks but the last are full. */
  readonly chunks: readonly Chunk[];
  readonly shapes: ShapeTable;
  readonly texts: Interner;
  readonly actors: Interner;
}

/** The parts of a table, to go on with. */
export interface ColumnParts {
  readonly chunks: Chunk[];
  readonly shapes: ShapeTable;
  readonly texts: Interner;
  readonly actors: Interner;
}

const CHUNK_BITS = Math.log2(CHUNK_ROWS);
const CHUNK_MASK = CHUNK_ROWS - 1;
const CHUNK_BYTES = 512;
const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

function createColumnParts(): ColumnParts {
  const actors = createInterner();
  return { chunks: [], shapes: createShapeTable((number) => actors.textOf(number)), texts: createInterner(), actors };
}

export function createColumns(parts: ColumnParts = createColumnParts()): Columns {
  const { chunks, shapes, texts, actors } = parts;
  let length = chunks.reduce((sum, { rows }) => sum + rows, 0);
  let closedBytes = chunks.slice(0, -1).reduce((sum, chunk) => sum + bytesOf(chunk) + CHUNK_BYTES, 0);
  let last = chunks.at(-1);
  /** By shape: the chunk that has it in its list, plus one. */
  const listedIn: number[] = [];
  for (const number of last?.shapes ?? []) listedIn[number] = chunks.length;

  function roomy(): Chunk {
    if (last && last.rows < CHUNK_ROWS) return last;
    if (last) {
      closeChunk(last);
      closedBytes += bytesOf(last) + CHUNK_BYTES;
    }
    last = createChunk(last);
    chunks.push(last);
    return last;
  }

  function shapeOf(fact: Fact): Shape {
    const payload = fact as unknown as Record<string, unknown>;
    let isThere = 0;
    let bit = 1;
    for (const field of fieldsOf(fact.kind)) {
      if (!field.optional) continue;
      if (payload[field.name] !== undefined) isThere |= bit;
      bit <<= 1;
    }
    return shapes.find(
      kindNumbers.get(fact.kind) as number,
      actors.numberOf(fact.actor),
      sourceNumbers.get(fact.source) as number,
      fact.line ?? 0,
      fact.cause !== undefined,
      isThere,
    );
  }

  const chunkOf = (seq: number): Chunk => chunks[seq >>> CHUNK_BITS] as Chunk;
  const shapeAt = (seq: number): Shape => shapes.all[chunkOf(seq).shape[seq & CHUNK_MASK] as number] as Shape;

  return {
    chunks,
    shapes,
    texts,
    actors,
    get length() {
      return length;
    },
    get byteLength() {
      const open = last ? bytesOf(last) + CHUNK_BYTES : 0;
      return closedBytes + open + shapes.byteLength + texts.byteLength + actors.byteLength;
    },
    append(fact) {
      const shape = shapeOf(fact);
      const chunk = roomy();
      makeRoom(chunk, shape.size);
      const row = chunk.rows;
      putTime(chunk, row, fact.at);
      putShape(chunk, row, shape.number);
      if (listedIn[shape.number] !== chunks.length) {
        listedIn[shape.number] = chunks.length;
        chunk.shapes.push(shape.number);
      }
      const { slots } = chunk;
      let slot = chunk.used;
      chunk.start[row] = slot;
      if (shape.hasCause) slots[slot++] = fact.cause as number;
      const payload = fact as unknown as Record<string, unknown>;
      for (const { name, type } of shape.fields) {
        const value = payload[name];
        if (type === 'text') slots[slot++] = texts.numberOf(value as string);
        else if (type === 'number') {
          double[0] = value as number;
          slots[slot++] = halves[0] as number;
          slots[slot++] = halves[1] as number;
        } else slots[slot++] = Number(value) | 0;
      }
      chunk.used = slot;
      chunk.rows = row + 1;
      length++;
    },
    get(seq) {
      const { at, shape, start, slots } = chunkOf(seq);
      const row = seq & CHUNK_MASK;
      const one = shapes.all[shape[row] as number] as Shape;
      let slot = start[row] as number;
      const event: Record<string, unknown> = { seq, at: at[row], actor: one.actor, kind: one.kind, source: one.source };
      if (one.hasCause) event['cause'] = slots[slot++];
      if (one.line !== undefined) event['line'] = one.line;
      for (const { name, type } of one.fields) {
        const raw = slots[slot++] as number;
        if (type === 'text') event[name] = texts.textOf(raw);
        else if (type === 'integer') event[name] = raw;
        else if (type === 'flag') event[name] = raw === 1;
        else if (type === 'unsigned') event[name] = raw >>> 0;
        else {
          halves[0] = raw;
          halves[1] = slots[slot++] as number;
          event[name] = double[0];
        }
      }
      return event as unknown as TraceEvent;
    },
    shapeAt,
    kindAt: (seq) => shapeAt(seq).kind,
    actorAt: (seq) => shapeAt(seq).actor,
    atUs: (seq) => chunkOf(seq).at[seq & CHUNK_MASK] as number,
    causeAt(seq) {
      const { start, slots } = chunkOf(seq);
      return shapeAt(seq).hasCause ? slots[start[seq & CHUNK_MASK] as number] : undefined;
    },
  };
}
