// Sets of positions as few disjoint stretches in order: what a receiver has of a stream that arrives with holes.

/** Positions `from` … `to`, the last one excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The set with one more stretch; stretches that touch become one. */
export function withSpan(spans: readonly Span[], added: Span): readonly Span[] {
  if (added.to <= added.from) return spans;
  const before = spans.filter(({ to }) => to < added.from);
  const after = spans.filter(({ from }) => from > added.to);
  const touched = spans.slice(before.length, spans.length - after.length);
  const from = Math.min(added.from, ...touched.map((span) => span.from));
  const to = Math.max(added.to, ...touched.map((span) => span.to));
  const [only] = touched;
  if (touched.length === 1 && only?.from === from && only.to === to) return spans;
  return [...before, { from, to }, ...after];
}

/** What lies in `of` and in none of `spans`. */
export function outside(of: Span, spans: readonly Span[]): readonly Span[] {
  const rest: Span[] = [];
  let from = of.from;
  for (const span of spans) {
    if (span.to <= from) continue;
    if (span.from >= of.to) break;
    if (span.from > from) rest.push({ from, to: span.from });
    from = span.to;
  }
  if (from < of.to) rest.push({ from, to: of.to });
  return rest;
}

/** Up to where nothing is missing, counted from 0. */
export function unbrokenTo(spans: readonly Span[]): number {
  const [first] = spans;
  return first?.from === 0 ? first.to : 0;
}
