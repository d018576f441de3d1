// A few thousand events as arrays. Chunks are filled one after the other and never copied as a whole again: however
// long a trace is, appending to it copies at most one chunk's worth.

/** Events of a full chunk. With at most 15 slots an event its slots are numbered within 16 bits. */
export const CHUNK_ROWS = 4096;
const FIRST_ROWS = 64;
const MOST_NARROW_SHAPES = 0x1_0000;

/** Events of a trace that stand together. */
export interface Chunk {
  /** Events in it. */
  rows: number;
  /** Times in microseconds; as integers where all of them are. */
  at: Uint32Array | Float64Array;
  /** Number of each event's shape. */
  shape: Uint16Array | Uint32Array;
  /** Each event's first slot. */
  start: Uint16Array;
  /** Cause, where there is one, then the fields. */
  slots: Int32Array;
  /** Slots in use. */
  used: number;
  /** The shapes that occur, each once. */
  readonly shapes: number[];
}

export function createChunk(before: Chunk | undefined): Chunk {
  const rows = before ? CHUNK_ROWS : FIRST_ROWS;
  return {
    rows: 0,
    at: new Uint32Array(rows),
    shape: new Uint16Array(rows),
    start: new Uint16Array(rows),
    slots: new Int32Array(before ? Math.ceil(before.used / 64) * 64 + 64 : FIRST_ROWS * 3),
    used: 0,
    shapes: [],
  };
}

/** Makes room for one more event with so many slots. */
export function makeRoom(chunk: Chunk, slots: number): void {
  if (chunk.rows === chunk.start.length) {
    const rows = Math.min(CHUNK_ROWS, Math.max(FIRST_ROWS, chunk.rows * 2));
    chunk.at = filled(chunk.at instanceof Float64Array ? new Float64Array(rows) : new Uint32Array(rows), chunk.at);
    chunk.shape = filled(
      chunk.shape instanceof Uint16Array ? new Uint16Array(rows) : new Uint32Array(rows),
      chunk.shape,
    );
    chunk.start = filled(new Uint16Array(rows), chunk.start);
  }
  if (chunk.used + slots > chunk.slots.length)
    chunk.slots = filled(new Int32Array(Math.ceil(chunk.slots.length * 1.5) + slots), chunk.slots);
}

/** Gives back what a full chunk has too much. */
export function closeChunk(chunk: Chunk): void {
  if (chunk.slots.length > chunk.used) chunk.slots = chunk.slots.slice(0, chunk.used);
}

export function putTime(chunk: Chunk, row: number, at: number): void {
  if (chunk.at instanceof Uint32Array && !isWhole(at)) chunk.at = filled(new Float64Array(chunk.at.length), chunk.at);
  chunk.at[row] = at;
}

export function putShape(chunk: Chunk, row: number, shape: number): void {
  if (shape >= MOST_NARROW_SHAPES && chunk.shape instanceof Uint16Array)
    chunk.shape = filled(new Uint32Array(chunk.shape.length), chunk.shape);
  chunk.shape[row] = shape;
}

export function bytesOf({ at, shape, start, slots, shapes }: Chunk): number {
  return at.byteLength + shape.byteLength + start.byteLength + slots.byteLength + shapes.length * 4;
}

function isWhole(at: number): boolean {
  return at >>> 0 === at && !Object.is(at, -0);
}

function filled<A extends Float64Array | Int32Array | Uint32Array | Uint16Array>(
  to: A,
  from: Float64Array | Int32Array | Uint32Array | Uint16Array,
): A {
  to.set(from);
  return to;
}
