// "Everyone runs it": the real runs that members start here. The class itself looks on, so that a run goes on when its
// learner's line drops, and keeps how it came out.
import { outcomeOf, Refused } from '@lockstep/lab';
import type { Logger } from 'pino';
import type { LabLibrary } from '../../labs/lab-library.ts';
import type { Run } from '../../runs/run-contract.ts';
import type { Runs } from '../../runs/runs.ts';
import type { ClassFact } from '../class-facts.ts';
import type { Trial } from '../state/trials.ts';
import type { ClassRoom } from './class-room.ts';

export interface TrialRuns {
  /** Starts the member's run of the trial that is called; once only: asked again, it is the same one. @throws Refused */
  start(member: string): Promise<{ readonly run: string; readonly token: string }>;
  /** How many are not over. */
  readonly alive: number;
  /** Runs that ended with the server that made them can be made again. `isLost`: absent where no other server could have them. */
  forgetLost(isLost?: (run: string) => Promise<boolean>): Promise<void>;
}

export interface TrialRunsOptions {
  readonly room: ClassRoom;
  readonly runs: Runs;
  readonly labs: LabLibrary;
  readonly logger: Logger;
}

const AGAIN_MS = 1000;

export function createTrialRuns({ room, runs, labs, logger }: TrialRunsOptions): TrialRuns {
  const starting = new Map<string, Promise<string>>();
  const alive = new Set<string>();

  async function start(member: string): Promise<string> {
    const trial = room.state.trials.current;
    const known = trial?.runOf.get(member);
    if (known !== undefined) return known;
    if (trial?.state !== 'open') throw new Refused('not-now', 'there is nothing that everyone runs');
    const { lab, mode, knobs, number } = trial;
    const run = runs.request({ lab, mode, knobs: { ...knobs } }, `${room.id} ${member}`, room.id);
    const joined = room.append({ kind: 'trial.joined', at: Date.now(), trial: number, member, run: run.id });
    follow(trial, run);
    try {
      await joined;
    } catch (error) {
      // Nobody would know whose it is.
      run.stop('stopped');
      throw error;
    }
    const kept = trial.runOf.get(member);
    if (kept === run.id) return kept;
    run.stop('stopped');
    if (kept === undefined) throw new Refused('not-now', 'the trial was closed just now');
    return kept;
  }

  function follow({ number: trial }: Trial, run: Run): void {
    let hasStarted = false;
    const look = () => {
      if (hasStarted || run.status.state === 'queued') return;
      hasStarted = true;
      keep({ kind: 'trial.started', at: Date.now(), trial, run: run.id });
    };
    alive.add(run.id);
    run.addViewer(look);
    look();
    void run.over.then(() => {
      run.removeViewer(look);
      alive.delete(run.id);
      keep(endOf(trial, run));
    });
  }

  function endOf(trial: number, run: Run): ClassFact {
    const base = { at: Date.now(), trial, run: run.id };
    const outcome = run.status.code === 'server-closing' ? undefined : outcomeFrom(run);
    if (!outcome) return { kind: 'trial.lost', ...base };
    const { value, expected } = outcome;
    return { kind: 'trial.observed', ...base, value: { ...value }, ...(expected !== undefined && { expected }) };
  }

  function outcomeFrom(run: Run) {
    const found = labs.get(run.lab);
    try {
      return found && run.trace && outcomeOf(found.lab, run.trace);
    } catch (error) {
      logger.error({ err: error, run: run.id, lab: run.lab }, 'a lab cannot say how its run came out');
      return undefined;
    }
  }

  function keep(fact: ClassFact): void {
    room.append(fact).catch((error: unknown) => {
      logger.error({ err: error, class: room.id, fact: fact.kind }, 'a fact is not kept yet');
      // How a run came out happens once: it is told until it is kept.
      if (error instanceof Refused && error.code === 'not-now') setTimeout(() => keep(fact), AGAIN_MS).unref();
    });
  }

  return {
    async start(member) {
      const pending = starting.get(member) ?? start(member).finally(() => starting.delete(member));
      starting.set(member, pending);
      const run = await pending;
      return { run, token: runs.find(run)?.token ?? '' };
    },
    get alive() {
      return alive.size;
    },
    async forgetLost(isLost) {
      const { current } = room.state.trials;
      const lost = [...(current?.runs.values() ?? [])].filter(({ state, run }) => state !== 'over' && !alive.has(run));
      for (const { run } of lost)
        if (!isLost || (await isLost(run)))
          await room.append({ kind: 'trial.lost', at: Date.now(), trial: current?.number ?? 0, run });
    },
  };
}
