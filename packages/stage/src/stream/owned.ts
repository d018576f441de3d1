import type { Span, StreamWrite } from '@lockstep/trace';

/** A stretch whose bytes were all written by one call. */
export interface Run extends Span {
  /** Undefined where no program has told of the write. */
  readonly write: StreamWrite | undefined;
}

/** A span taken apart at the cuts between writes. */
export function ownedRuns(writes: readonly StreamWrite[], { from, to }: Span): readonly Run[] {
  const runs: Run[] = [];
  let at = from;
  for (let index = firstAfter(writes, from); index < writes.length && at < to; index++) {
    const write = writes[index] as StreamWrite;
    const end = write.offset + write.length;
    if (write.length === 0 || end <= at) continue;
    if (write.offset >= to) break;
    if (write.offset > at) runs.push({ from: at, to: write.offset, write: undefined });
    runs.push({ from: Math.max(at, write.offset), to: Math.min(end, to), write });
    at = end;
  }
  if (at < to) runs.push({ from: at, to, write: undefined });
  return runs;
}

/** What lies of a span inside another one; undefined if nothing does. */
export function clipped<S extends Span>(span: S, window: Span): S | undefined {
  const from = Math.max(span.from, window.from);
  const to = Math.min(span.to, window.to);
  return from < to ? { ...span, from, to } : undefined;
}

/** Index of the first write that ends after a position. */
function firstAfter(writes: readonly StreamWrite[], position: number): number {
  let low = 0;
  let high = writes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const write = writes[middle] as StreamWrite;
    if (write.offset + write.length > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A stretch of the stream by its place and length, as writes, segments, reads and messages have it. */
export function spanOf({ offset, length }: { readonly offset: number; readonly length: number }): Span {
  return { from: offset, to: offset + length };
}
