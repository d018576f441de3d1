// What is kept and what goes. Starred runs are kept for ever, and so are, for the time being, those that a class shows or
// that are being written; of all others the oldest go first.
import type { KeepRules } from '@lockstep/lab';

/** What decides whether a run is kept. */
export interface KeptRun {
  readonly run: string;
  readonly byteLength: number;
  /** Since when it is here; one that was brought from elsewhere, or back, counts as new. */
  readonly writtenAt: number;
  /** It has a star, or is in use. */
  readonly isSafe: boolean;
}

/** A run in the bin. */
export interface BinnedRun {
  readonly run: string;
  readonly byteLength: number;
  readonly deletedAt: number;
}

export interface Surplus {
  readonly runs: readonly string[];
  readonly binned: readonly string[];
}

/** What goes first, and what has to happen before. */
export interface NextToGo {
  readonly run: string;
  readonly at?: number;
  readonly afterRuns: number;
  readonly afterBytes: number;
}

const DAY_MS = 24 * 60 * 60_000;
const MEGABYTE = 1e6;

/** What these rules let go at this moment. */
export function selectForDeletion(
  runs: readonly KeptRun[],
  bin: readonly BinnedRun[],
  rules: KeepRules,
  nowMs: number,
): Surplus {
  const oldFirst = exposed(runs);
  const tooMany = Math.max(0, oldFirst.length - rules.runs);
  const oldest = rules.days === undefined ? Number.NEGATIVE_INFINITY : nowMs - rules.days * DAY_MS;
  const isGone = (run: KeptRun, place: number) => place < tooMany || run.writtenAt < oldest;
  const gone = oldFirst.filter(isGone);
  const left = oldFirst.slice(gone.length);
  let room = rules.megabytes * MEGABYTE - sizeOf(left);

  const newFirst = bin.toSorted((a, b) => b.deletedAt - a.deletedAt || compare(a.run, b.run));
  const binned: string[] = [];
  for (const { run, byteLength, deletedAt } of newFirst) {
    room -= byteLength;
    if (room < 0 || nowMs - deletedAt > rules.binDays * DAY_MS) binned.push(run);
  }
  let excess = sizeOf(left) - rules.megabytes * MEGABYTE;
  for (const run of left) {
    if (excess <= 0) break;
    gone.push(run);
    excess -= run.byteLength;
  }
  return { runs: gone.map(({ run }) => run), binned };
}

/** Of runs that the rules keep. Undefined: none of them would go. */
export function nextToGo(runs: readonly KeptRun[], rules: KeepRules): NextToGo | undefined {
  const oldFirst = exposed(runs);
  const [first] = oldFirst;
  return (
    first && {
      run: first.run,
      ...(rules.days !== undefined && { at: first.writtenAt + rules.days * DAY_MS }),
      afterRuns: Math.max(0, rules.runs - oldFirst.length),
      afterBytes: Math.max(0, rules.megabytes * MEGABYTE - sizeOf(oldFirst)),
    }
  );
}

function exposed(runs: readonly KeptRun[]): readonly KeptRun[] {
  return runs.filter(({ isSafe }) => !isSafe).toSorted((a, b) => a.writtenAt - b.writtenAt || compare(a.run, b.run));
}

function sizeOf(runs: readonly KeptRun[]): number {
  return runs.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : 1;
}
