// "Everyone runs it": a trial, and the real runs that members made in it, one each. A run is queued, runs, and is over
// with an outcome. A run that was lost with its server is no run of the trial any more.
import type { Outcome, OutcomeCount } from '@lockstep/lab';
import type { KnobValues } from '@lockstep/trace';
import type { ClassFact } from '../class-facts.ts';

export interface TrialRun {
  readonly run: string;
  readonly member: string;
  readonly state: 'queued' | 'running' | 'over';
  /** Of a run that is over. */
  readonly outcome?: Outcome;
}

export interface Trial {
  /** From 1. */
  readonly number: number;
  readonly at: number;
  readonly lab: string;
  readonly mode: 'free' | 'batch';
  readonly knobs: KnobValues;
  readonly state: 'open' | 'closed';
  /** By run. */
  readonly runs: ReadonlyMap<string, TrialRun>;
  /** Run of a member. */
  readonly runOf: ReadonlyMap<string, string>;
}

export interface Trials {
  readonly current: Trial | undefined;
  /** All that ever were, the current one included. */
  readonly all: readonly Trial[];
}

export const MOST_TRIALS = 50;

export interface TrialsFold extends Trials {
  apply(fact: ClassFact, isMember: (id: string) => boolean): boolean;
}

interface Called extends Trial {
  state: Trial['state'];
  readonly runs: Map<string, TrialRun>;
  readonly runOf: Map<string, string>;
}

export function createTrials(): TrialsFold {
  const all: Called[] = [];
  let current: Called | undefined;

  /** Runs go on after their trial was closed, or another was called. */
  function runOfTrial(number: number, run: string): { trial: Called; known: TrialRun } | undefined {
    const trial = all[number - 1];
    const known = trial?.runs.get(run);
    return trial && known && known.state !== 'over' ? { trial, known } : undefined;
  }

  function close(): boolean {
    if (current?.state !== 'open') return false;
    current.state = 'closed';
    return true;
  }

  return {
    get current() {
      return current;
    },
    all,
    apply(fact, isMember) {
      switch (fact.kind) {
        case 'trial.called': {
          if (all.length >= MOST_TRIALS) return false;
          close();
          const { at, lab, mode, knobs } = fact;
          const number = all.length + 1;
          current = { number, at, lab, mode, knobs, state: 'open', runs: new Map(), runOf: new Map() };
          all.push(current);
          return true;
        }
        case 'trial.joined': {
          const { trial, member, run } = fact;
          if (current?.number !== trial || current.state !== 'open' || !isMember(member)) return false;
          if (current.runOf.has(member) || current.runs.has(run)) return false;
          current.runs.set(run, { run, member, state: 'queued' });
          current.runOf.set(member, run);
          return true;
        }
        case 'trial.started': {
          const found = runOfTrial(fact.trial, fact.run);
          if (found?.known.state !== 'queued') return false;
          found.trial.runs.set(fact.run, { ...found.known, state: 'running' });
          return true;
        }
        case 'trial.observed': {
          const found = runOfTrial(fact.trial, fact.run);
          if (!found) return false;
          const { value, expected } = fact;
          const outcome: Outcome = { value, ...(expected !== undefined && { expected }) };
          found.trial.runs.set(fact.run, { ...found.known, state: 'over', outcome });
          return true;
        }
        case 'trial.lost': {
          const found = runOfTrial(fact.trial, fact.run);
          if (!found) return false;
          found.trial.runs.delete(fact.run);
          found.trial.runOf.delete(found.known.member);
          return true;
        }
        case 'trial.closed':
          return close();
        case 'trial.dismissed':
          if (!current) return false;
          close();
          current = undefined;
          return true;
        case 'member.removed':
          // The run really was made and stays; it is nobody's now.
          return current?.runOf.delete(fact.member) ?? false;
        default:
          return false;
      }
    },
  };
}

/** How the runs came out, equal outcomes counted together, the first seen first. */
export function countOutcomes({ runs }: Trial): readonly OutcomeCount[] {
  const counts = new Map<string, OutcomeCount>();
  for (const { run, outcome } of runs.values()) {
    if (!outcome) continue;
    const { value, expected } = outcome;
    const key = JSON.stringify([value.en, value.zh, expected]);
    const known = counts.get(key) ?? { value, ...(expected !== undefined && { expected }), count: 0, run };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()];
}

export function countRuns({ runs }: Trial): Record<TrialRun['state'], number> {
  const counts = { queued: 0, running: 0, over: 0 };
  for (const { state } of runs.values()) counts[state]++;
  return counts;
}
