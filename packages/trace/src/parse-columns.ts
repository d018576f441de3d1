// Reads the binary form. What is of today's table is used as it lies there, after one pass that checks every number; of
// an older table each event is told anew, as if it came as a line of text.

import { checkChunk } from './check-chunk.ts';
import { CHUNK_ROWS, type Chunk } from './chunk.ts';
import { type ColumnParts, createColumns } from './columns.ts';
import { type ColumnsHead, layoutOf, type PlacedChunk, type ToldChunk } from './columns-form.ts';
import { SOURCES } from './event.ts';
import { FORMAT_VERSION } from './header.ts';
import { createInterner } from './interner.ts';
import { isKind, KINDS } from './kinds.ts';
import { parseFact, parseHeader } from './parse-event.ts';
import { parseHead } from './parse-head.ts';
import { RecordingError } from './recording-error.ts';
import { RECORDING_LIMITS, type RecordingLimits } from './recording-limits.ts';
import { createShapeTable, kindNumbers, sourceNumbers } from './shapes.ts';
import { toldEvents } from './told-events.ts';
import { createTrace, type Trace } from './trace.ts';
import { upgrades as allUpgrades, type Upgrade, upgraded } from './upgrade.ts';

export interface ParseColumnsOptions {
  readonly upgrades?: readonly Upgrade[];
  readonly limits?: Partial<RecordingLimits>;
}

/**
 * Reads a recording in the binary form, of this or any older version. The trace may go on using the bytes: whoever has
 * them must not change them.
 *
 * @throws RecordingError naming the byte; nothing is guessed or skipped.
 */
export function parseColumns(given: Uint8Array, options: ParseColumnsOptions = {}): Trace {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  const { head, from } = parseHead(bytes, { ...RECORDING_LIMITS, ...options.limits });
  const today = upgraded(head.header, options.upgrades ?? allUpgrades);
  const header = parseHeader(today.header, { byte: 16 });
  const isOfToday = today.event === undefined && header.version === FORMAT_VERSION && hasTablesOfToday(head);
  if (isOfToday) return createTrace(header, createColumns(partsOf(bytes, head, from)));

  const trace = createTrace(header);
  for (const { event, byte } of toldEvents(head, placedChunks(bytes, head, from)))
    trace.append(parseFact(today.event ? today.event(event) : event, trace.length, { byte }));
  return trace;
}

function hasTablesOfToday({ chunkRows, kinds }: ColumnsHead): boolean {
  return (
    chunkRows === CHUNK_ROWS &&
    kinds.every(
      ([kind, fields]) => isKind(kind) && JSON.stringify(fields) === JSON.stringify(Object.entries(KINDS[kind])),
    )
  );
}

function partsOf(bytes: Uint8Array, head: ColumnsHead, from: number): ColumnParts {
  const actors = createInterner(head.actors);
  const shapes = createShapeTable((number) => actors.textOf(number));
  const sources = head.sources.map((source) => {
    const number = sourceNumbers.get(source);
    if (number === undefined)
      throw new RecordingError(`unknown source ${source}, not ${SOURCES.join(', ')}`, { byte: 16 });
    return number;
  });
  for (const [number, [kind, actor, source, line, hasCause, isThere]] of head.shapes.entries()) {
    const name = (head.kinds[kind] as ColumnsHead['kinds'][number])[0];
    const ofToday = kindNumbers.get(name) as number;
    const shape = shapes.find(ofToday, actor, sources[source] as number, line, hasCause === 1, isThere);
    if (shape.number !== number) throw new RecordingError(`shape ${number} is told twice`, { byte: 16 });
  }
  const chunks: Chunk[] = [];
  for (const placed of placedChunks(bytes, head, from)) {
    checkChunk(placed, shapes.all, head.texts.length, chunks.length * CHUNK_ROWS);
    chunks.push(placed.chunk);
  }
  return { chunks, shapes, texts: createInterner(head.texts), actors };
}

function* placedChunks(bytes: Uint8Array, { chunks }: ColumnsHead, from: number): Generator<PlacedChunk> {
  let byte = from;
  for (const told of chunks) {
    const { slotsAt, shapesAt, byteLength } = layoutOf(told);
    yield { chunk: chunkAt(bytes, told, byte), byte, slotsByte: byte + slotsAt, shapesByte: byte + shapesAt };
    byte += byteLength;
  }
}

function chunkAt({ buffer, byteOffset }: Uint8Array, told: ToldChunk, byte: number): Chunk {
  const [rows, used, timeBytes, shapeBytes] = told;
  const { slotsAt, shapesAt } = layoutOf(told);
  const at = byteOffset + byte;
  return {
    rows,
    at: timeBytes === 8 ? new Float64Array(buffer, at, rows) : new Uint32Array(buffer, at, rows),
    shape:
      shapeBytes === 4 ? new Uint32Array(buffer, at + shapesAt, rows) : new Uint16Array(buffer, at + shapesAt, rows),
    start: new Uint16Array(rows),
    slots: new Int32Array(buffer, at + slotsAt, used),
    used,
    shapes: [],
  };
}
