// How often each outcome came. Values are sorted as numbers, largest first, others by their text; where they are too many for the box they
// are put together, but what should come out always keeps a row of its own.
import type { EventOf, Trace } from '@lockstep/trace';

export interface OutcomeRow {
  /** The value, or the lowest and highest of a bin. */
  readonly label: string;
  readonly count: number;
  readonly expected: boolean;
  /** Whether a value belongs here. */
  has(value: string): boolean;
}

export interface Histogram {
  readonly rows: readonly OutcomeRow[];
  readonly runs: number;
  /** Mean share of the time in which threads overlapped, in percent; undefined where it was not measured. */
  readonly overlapPercent: number | undefined;
  readonly binned: boolean;
}

/** @param more values that need a row even if no run ended so. */
export function histogramOf(trace: Trace, cursor: number, mostRows: number, more: readonly string[] = []): Histogram {
  const counts = new Map<string, { count: number; expected: boolean }>();
  let runs = 0;
  let overlapSum = 0;
  let overlapRuns = 0;
  for (let seq = 0; seq < cursor; seq++) {
    if (trace.kindAt(seq) !== 'outcome.observed') continue;
    const event = trace.event(seq) as EventOf<'outcome.observed'>;
    const one = counts.get(event.value) ?? { count: 0, expected: event.expected };
    counts.set(event.value, { ...one, count: one.count + 1 });
    runs++;
    if (event.overlapPercent === undefined) continue;
    overlapSum += event.overlapPercent;
    overlapRuns++;
  }
  for (const value of more) if (!counts.has(value)) counts.set(value, { count: 0, expected: false });
  const rows = [...counts].map(([value, { count, expected }]) => rowOf(value, count, expected)).sort(descending);
  const isNumeric = rows.every((row) => Number.isFinite(Number(row.label)));
  const binned = rows.length > mostRows && isNumeric;
  return {
    rows: binned ? binnedRows(rows, mostRows) : rows,
    runs,
    overlapPercent: overlapRuns === 0 ? undefined : overlapSum / overlapRuns,
    binned,
  };
}

function rowOf(value: string, count: number, expected: boolean): OutcomeRow {
  return { label: value, count, expected, has: (other) => other === value };
}

function descending(a: OutcomeRow, b: OutcomeRow): number {
  const difference = Number(b.label) - Number(a.label);
  return Number.isNaN(difference) ? a.label.localeCompare(b.label, 'en', { numeric: true }) : difference;
}

/** Bins of equal width on both sides of the expected value. */
function binnedRows(rows: readonly OutcomeRow[], most: number): readonly OutcomeRow[] {
  const centre = Number(rows.find((row) => row.expected)?.label ?? 0);
  const far = Math.max(...rows.map((row) => Math.abs(Number(row.label) - centre)));
  const sides = new Set(rows.map((row) => Math.sign(Number(row.label) - centre)).filter((side) => side !== 0)).size;
  const width = niceWidth(far / Math.max(1, Math.floor((most - 1) / Math.max(1, sides))));
  const bins = new Map<number, OutcomeRow>();
  for (const row of rows) {
    const distance = Number(row.label) - centre;
    const bin = Math.sign(distance) * Math.ceil(Math.abs(distance) / width);
    const old = bins.get(bin);
    bins.set(bin, {
      ...binOf(bin, width, centre),
      count: (old?.count ?? 0) + row.count,
      expected: bin === 0 && (row.expected || old?.expected === true),
    });
  }
  return [...bins].sort(([a], [b]) => b - a).map(([, row]) => row);
}

function binOf(bin: number, width: number, centre: number): Pick<OutcomeRow, 'label' | 'has'> {
  if (bin === 0) return { label: String(centre), has: (value) => Number(value) === centre };
  const far = centre + bin * width;
  const near = far - Math.sign(bin) * (width - 1);
  const low = Math.min(far, near);
  const high = Math.max(far, near);
  return {
    label: low === high ? String(low) : `${low} … ${high}`,
    has: (value) => Number(value) >= low && Number(value) <= high,
  };
}

/** The next of 1, 2, 5, 10, 20, 50 … */
function niceWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= least) ?? 10);
}
