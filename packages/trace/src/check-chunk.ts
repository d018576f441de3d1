import type { PlacedChunk } from './columns-form.ts';
import { RecordingError } from './recording-error.ts';
import type { Shape } from './shapes.ts';

/** What one slot may hold. */
const ANY = 0;
const CAUSE = 1;
const TEXT = 2;
const FLAG = 3;
const INTEGER = 4;
/** The upper half of a double. */
const UPPER = 5;
const EXPONENT = 0x7ff0_0000;

const checksOf = new WeakMap<Shape, Uint8Array>();

function checksFor(shape: Shape): Uint8Array {
  let checks = checksOf.get(shape);
  if (!checks) {
    const list = shape.hasCause ? [CAUSE] : [];
    for (const { type } of shape.fields) {
      if (type === 'number') list.push(ANY, UPPER);
      else list.push(type === 'text' ? TEXT : type === 'flag' ? FLAG : type === 'integer' ? INTEGER : ANY);
    }
    checks = Uint8Array.from(list);
    checksOf.set(shape, checks);
  }
  return checks;
}

/**
 * Checks every number of a chunk, and fills in what the file need not tell: where each event's slots begin, and which
 * shapes occur.
 *
 * @param texts number of texts
 * @param first `seq` of its first event
 */
export function checkChunk(placed: PlacedChunk, shapes: readonly Shape[], texts: number, first: number): void {
  const { chunk, byte, shapesByte, slotsByte } = placed;
  const { rows, at, shape, start, slots, used } = chunk;
  const occurs = new Set<number>();
  let last = -1;
  let slot = 0;
  for (let row = 0; row < rows; row++) {
    const number = shape[row] as number;
    const one = shapes[number];
    if (one === undefined)
      throw new RecordingError(`event ${first + row} has no shape`, {
        byte: shapesByte + row * shape.BYTES_PER_ELEMENT,
      });
    if (number !== last) {
      occurs.add(number);
      last = number;
    }
    start[row] = slot;
    const checks = checksFor(one);
    if (slot + checks.length > used) throw new RecordingError(`event ${first + row} is cut off`, { byte: slotsByte });
    for (let index = 0; index < checks.length; index++, slot++) {
      const value = slots[slot] as number;
      if (!isFine(checks[index] as number, value, texts, first + row))
        throw new RecordingError(`${value} is none of what ${one.kind} may say there`, { byte: slotsByte + slot * 4 });
    }
    if (!Number.isFinite(at[row]))
      throw new RecordingError(`${one.kind} lacks its time`, { byte: byte + row * at.BYTES_PER_ELEMENT });
  }
  if (slot !== used) throw new RecordingError('there is more than the events take up', { byte: slotsByte + slot * 4 });
  chunk.shapes.push(...occurs);
}

function isFine(check: number, value: number, texts: number, seq: number): boolean {
  switch (check) {
    case CAUSE:
      return value >= 0 && value < seq;
    case TEXT:
      return value >= 0 && value < texts;
    case FLAG:
      return value === 0 || value === 1;
    case INTEGER:
      return value !== -0x8000_0000;
    case UPPER:
      return (value & EXPONENT) !== EXPONENT;
    default:
      return true;
  }
}
