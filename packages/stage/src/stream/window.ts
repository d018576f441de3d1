// Which part of the stream the box shows. A short stream is shown whole; of a long one, as much as holds a few of the
// pieces that it is moved in, or, for a handful of bytes, as many as have room for a letter each.
import { type ByteStream, type List, type Span, streamEnd } from '@lockstep/trace';

export interface StreamWindow extends Span {
  /** Width of a byte in pixels. */
  readonly pitch: number;
  /** Each byte has room for its letter. */
  readonly hasLetters: boolean;
  /** It shows all there is. */
  readonly isWhole: boolean;
}

/** A letter of JetBrains Mono at 10.5 px, with a hair on both sides. */
const LEAST_CELL = 8;
const WIDEST_CELL = 20;
/** Bytes may be this thin while the whole stream is shown. */
const THINNEST = 2;
const PIECES = 4.5;

/** @param whole the stream at the end of the run: the scale does not change while it grows. */
export function windowOf(whole: ByteStream, focus: Span, width: number, isCompact: boolean): StreamWindow {
  const total = Math.max(1, streamEnd(whole));
  const least = isCompact ? LEAST_CELL + 2 : LEAST_CELL;
  const letters = Math.floor(width / least);
  if (total * THINNEST <= width || total <= letters) {
    const pitch = Math.min(WIDEST_CELL, width / total);
    return { from: 0, to: total, pitch, hasLetters: pitch >= least, isWhole: true };
  }
  const far = Math.max(Math.floor(width / THINNEST), Math.ceil(PIECES * pieceOf(whole)));
  const size = Math.min(total, focus.to - focus.from <= letters / 2 ? letters : far);
  const from = startOf(focus, size, total);
  return { from, to: from + size, pitch: width / size, hasLetters: size <= letters, isWhole: size === total };
}

/** A close-up: exactly this part. */
export function closeUpOf(whole: ByteStream, part: Span, width: number, isCompact: boolean): StreamWindow {
  const total = Math.max(1, streamEnd(whole));
  const to = Math.min(total, Math.max(part.to, 1));
  const from = Math.max(0, Math.min(part.from, to - 1));
  const pitch = Math.min(WIDEST_CELL, width / (to - from));
  const least = isCompact ? LEAST_CELL + 2 : LEAST_CELL;
  return { from, to, pitch, hasLetters: pitch >= least, isWhole: from === 0 && to === total };
}

/** Moves by half a window at a time, so that neighbouring steps mostly show the same part. */
function startOf(focus: Span, size: number, total: number): number {
  const half = Math.max(1, Math.floor(size / 2));
  const wanted = Math.floor((focus.from - size / 4) / half) * half;
  const seen = Math.max(wanted, Math.min(focus.from, focus.to - size));
  return Math.max(0, Math.min(seen, total - size));
}

/** The usual length of what the stream is moved in: reads, segments or writes, whichever are smallest. */
function pieceOf({ reads, segments, writes }: ByteStream): number {
  const usual = [reads, segments, writes].filter((pieces) => pieces.length > 0).map(usualLength);
  return usual.length > 0 ? Math.min(...usual) : 1;
}

/** Length of the piece in which the middle byte lies, shortest pieces first: a few short ones do not count. */
function usualLength(pieces: List<{ readonly length: number }>): number {
  const lengths = pieces.map(({ length }) => length).toSorted((a, b) => a - b);
  let rest = lengths.reduce((sum, length) => sum + length, 0) / 2;
  return lengths.find((length) => (rest -= length) <= 0) ?? 1;
}
