import { assertNever } from '@lockstep/trace';
import type { Outcome, ProgramInstance } from '../program.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { countPreemptions } from './count-preemptions.ts';
import { countSchedules } from './count-schedules.ts';
import { explore } from './explore.ts';
import { exploreByPreemptions } from './explore-by-preemptions.ts';
import type { Explored, Limit, Progress, SearchBounds } from './explored.ts';
import { type StateSpace, stateSpace } from './state-space.ts';

/**
 * In which order and how many schedules are tried: `dpor` as few as are enough (see races.ts); `preemptions` those with
 * few preemptions first, so that a bug is found at its fewest; `all` every one.
 */
export type SearchBy = 'dpor' | 'preemptions' | 'all';

/** Where a search stops without an answer. */
export interface SearchLimits {
  readonly maxSchedules: number;
  /** Of one schedule. */
  readonly maxSteps: number;
  readonly maxMs: number;
  /** States that a search by preemptions keeps in mind. */
  readonly maxStates: number;
  /** With more states than that, all schedules are not counted. */
  readonly maxStatesCounted: number;
  /** States that are told one by one. */
  readonly maxStatesShown: number;
  /** Schedules that are told one by one; the bug is always told. */
  readonly maxShown: number;
  /** Searching by preemptions: schedules with more are not tried. */
  readonly maxPreemptions?: number;
}

/** Keeps a search in seconds, and its report readable. */
export const SEARCH_LIMITS: SearchLimits = {
  maxSchedules: 1_000_000,
  maxSteps: 1000,
  maxMs: 10_000,
  maxStates: 500_000,
  maxStatesCounted: 50_000,
  maxStatesShown: 400,
  maxShown: 500,
};

/** A schedule that was run to its end, and what it came to. */
export interface TriedSchedule extends Outcome {
  /** From 1. */
  readonly number: number;
  /** Thread numbers. */
  readonly schedule: readonly number[];
}

interface Effort {
  readonly tried: number;
  readonly pruned: number;
  /** How many schedules there are; absent where there are too many states to count them. */
  readonly all?: bigint;
}

/** `proof`: no schedule at all goes wrong. `bounded`: none of those tried did, and this limit was reached. */
export type SearchVerdict = Effort &
  (
    | { readonly kind: 'bug'; readonly schedule: readonly number[]; readonly preemptions: number }
    | { readonly kind: 'proof' }
    | { readonly kind: 'bounded'; readonly limit: Limit }
  );

/** What to search, and whom to tell on the way. */
export interface SearchProgramOptions {
  readonly by: SearchBy;
  readonly limits: SearchLimits;
  readonly onTried: (tried: TriedSchedule) => void;
  /** Asked now and then. True: the time is over. */
  readonly isOver: (progress: Progress) => boolean;
}

/** Looks for a schedule that ends in a deadlock or with a wrong outcome, and stops at the first one. */
export function searchProgram(
  instance: ProgramInstance,
  { by, limits, onTried, isOver }: SearchProgramOptions,
): { readonly verdict: SearchVerdict; readonly space: StateSpace | undefined } {
  const machine = new VirtualMachine(instance);
  let bug: TriedSchedule | undefined;
  let shown = 0;

  const { end, tried, pruned } = tryBy(machine, by, limits, {
    ...limits,
    isOver,
    onTried({ number, schedule, isDeadlock }) {
      const outcome = isDeadlock ? { value: 'deadlock', expected: false } : instance.outcome(machine.model.words);
      if (outcome.expected && shown >= limits.maxShown) return false;
      shown++;
      const told = { number, schedule: [...schedule], ...outcome };
      onTried(told);
      if (!outcome.expected) bug = told;
      return !outcome.expected;
    },
  });
  const all = countSchedules(machine, limits.maxStatesCounted);
  const effort: Effort = { tried, pruned, ...(all === undefined ? {} : { all }) };
  const space = stateSpace(machine, instance, limits.maxStatesShown);
  return { verdict: verdict(), space };

  function verdict(): SearchVerdict {
    if (bug) {
      const { schedule } = bug;
      return { kind: 'bug', schedule, preemptions: countPreemptions(machine, schedule), ...effort };
    }
    return end === 'exhausted' || end === 'enough'
      ? { kind: 'proof', ...effort }
      : { kind: 'bounded', limit: end, ...effort };
  }
}

function tryBy(machine: VirtualMachine, by: SearchBy, limits: SearchLimits, bounds: SearchBounds): Explored {
  switch (by) {
    case 'dpor':
      return explore(machine, bounds);
    case 'all':
      return explore(machine, { ...bounds, reduction: 'none' });
    case 'preemptions':
      return exploreByPreemptions(machine, { ...bounds, ...limits });
    default:
      return assertNever(by);
  }
}
