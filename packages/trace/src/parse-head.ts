// The head of the binary form, checked before anything is made of it.
import {
  type ColumnsHead,
  FORM_VERSION,
  isColumnsForm,
  layoutOf,
  PREAMBLE_BYTES,
  type ToldChunk,
} from './columns-form.ts';
import { RecordingError } from './recording-error.ts';
import type { RecordingLimits } from './recording-limits.ts';
import { decodeUtf8 } from './utf8.ts';

/** Slots of one event at most: the offsets of a chunk have 16 bits. */
const MOST_SLOTS = 15;
const TYPE = /^(?:integer|unsigned|number|text|flag)\??$/;

/** @returns the head, and where the columns begin. */
export function parseHead(bytes: Uint8Array, limits: RecordingLimits): { head: ColumnsHead; from: number } {
  if (!isColumnsForm(bytes)) throw new RecordingError('this is not a Lockstep recording', { byte: 0 });
  if (bytes.byteLength < PREAMBLE_BYTES) throw cutOff(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint32(8, true);
  if (version !== FORM_VERSION)
    throw new RecordingError(`version ${version} of the binary form is not known here`, { byte: 8 });
  const to = PREAMBLE_BYTES + view.getUint32(12, true);
  if (to > bytes.byteLength) throw cutOff(bytes);
  const head = parseJson(bytes.subarray(PREAMBLE_BYTES, to));
  const fault = faultOf(head, limits);
  if (fault !== undefined) throw new RecordingError(fault, { byte: PREAMBLE_BYTES });
  const checked = head as ColumnsHead;
  const from = Math.ceil(to / 8) * 8;
  const end = checked.chunks.reduce((sum, chunk) => sum + layoutOf(chunk).byteLength, from);
  if (end > bytes.byteLength) throw cutOff(bytes);
  if (end < bytes.byteLength) throw new RecordingError('something follows the last event', { byte: end });
  return { head: checked, from };
}

function cutOff(bytes: Uint8Array): RecordingError {
  return new RecordingError('the file ends in the middle', { byte: bytes.byteLength });
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes));
  } catch {
    throw new RecordingError('the head is not JSON', { byte: PREAMBLE_BYTES });
  }
}

function faultOf(value: unknown, limits: RecordingLimits): string | undefined {
  if (typeof value !== 'object' || value === null) return 'the head is no object';
  const { events, chunkRows, sources, kinds, actors, texts, shapes, chunks } = value as Record<string, unknown>;
  if (!isCount(events, limits.events)) return `the head lacks the number of events, at most ${limits.events}`;
  if (!isCount(chunkRows, 4096) || chunkRows === 0) return 'the head lacks the size of a chunk';
  if (!isTexts(sources, 255)) return 'the head lacks its sources';
  if (!isTexts(actors, limits.actors)) return `the head lacks its actors, at most ${limits.actors}`;
  if (!isTexts(texts, limits.texts)) return `the head lacks its texts, at most ${limits.texts}`;
  if (texts.reduce((sum, { length }) => sum + length, 0) > limits.textCharacters)
    return `its texts have more than ${limits.textCharacters} characters`;
  if (!isList(kinds, 65_536) || !kinds.every(isToldKind)) return 'the head lacks its kinds';
  const [optional, many] = [kinds.map(optionalFields), kinds.map(mostSlots)];
  if (many.some((slots) => slots > MOST_SLOTS)) return 'a kind has too many fields';
  if (!isList(shapes, limits.shapes)) return `the head lacks its shapes, at most ${limits.shapes}`;
  const most = [kinds.length - 1, actors.length - 1, sources.length - 1, 0x7fff_ffff, 1, 255];
  for (const shape of shapes) {
    if (!isList(shape, 6) || !most.every((limit, index) => isCount(shape[index], limit))) return 'a shape is broken';
    if ((shape[5] as number) >= 2 ** (optional[shape[0] as number] as number)) return 'a shape has a field too many';
  }
  if (!isList(chunks, Math.ceil(events / chunkRows))) return 'the head has too many chunks';
  for (const [index, chunk] of chunks.entries()) {
    const rows = Math.min(chunkRows, events - index * chunkRows);
    if (!isChunk(chunk) || chunk[0] !== rows) return `chunk ${index} is broken`;
  }
  return chunks.length * chunkRows < events ? 'chunks are missing' : undefined;
}

function isCount(value: unknown, most: number): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}

function isList(value: unknown, most: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= most;
}

function isTexts(value: unknown, most: number): value is readonly string[] {
  return isList(value, most) && value.every((text) => typeof text === 'string');
}

function isToldKind(value: unknown): value is readonly [string, readonly (readonly [string, string])[]] {
  if (!isList(value, 2) || typeof value[0] !== 'string' || !isList(value[1], MOST_SLOTS)) return false;
  return value[1].every((field) => isTexts(field, 2) && field.length === 2 && TYPE.test(field[1] as string));
}

function optionalFields([, fields]: readonly [string, readonly (readonly [string, string])[]]): number {
  return fields.filter(([, type]) => type.endsWith('?')).length;
}

/** With a cause. */
function mostSlots([, fields]: readonly [string, readonly (readonly [string, string])[]]): number {
  return fields.reduce((sum, [, type]) => sum + (type.startsWith('number') ? 2 : 1), 1);
}

function isChunk(value: unknown): value is ToldChunk {
  if (!isList(value, 4)) return false;
  const [rows, slots, timeBytes, shapeBytes] = value;
  return (
    isCount(rows, 4096) &&
    isCount(slots, rows * MOST_SLOTS) &&
    (timeBytes === 4 || timeBytes === 8) &&
    (shapeBytes === 2 || shapeBytes === 4)
  );
}
