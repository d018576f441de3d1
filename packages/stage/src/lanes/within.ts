interface Span {
  readonly from: number;
  readonly to?: number;
}

/** Of spans in order that do not overlap, those that touch the events `first` … `last` (exclusive). */
export function within<S extends Span>(spans: readonly S[], first: number, last: number): readonly S[] {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as S).from < last) low = middle + 1;
    else high = middle;
  }
  const end = low;
  let start = end;
  while (start > 0 && ((spans[start - 1] as S).to ?? Number.POSITIVE_INFINITY) >= first) start -= 1;
  return spans.slice(start, end);
}

/** The one that is going on when `cursor` events have happened. */
export function openAt<S extends Span>(spans: readonly S[], cursor: number): S | undefined {
  const last = within(spans, cursor, cursor).at(-1);
  return last && (last.to === undefined || last.to >= cursor) ? last : undefined;
}
