import { randomInt } from 'node:crypto';
import { KnobError, parseKnobs, Refused, type RunRequest } from '@lockstep/lab';
import type { KnobValues } from '@lockstep/trace';
import type { Logger } from 'pino';
import type { FoundLab, LabLibrary } from '../labs/lab-library.ts';
import { createRunId, type Recordings } from '../recordings/recordings.ts';
import type { ServerLimits } from '../server-limits.ts';
import { createFairQueue } from './fair-queue.ts';
import { createRun } from './run.ts';
import type { Run } from './run-contract.ts';

/** All runs that are not over: those that run and those that wait for their turn. */
export interface Runs {
  /**
   * Queues a run, and starts it if there is room.
   * @param client has only so many runs at once
   * @param group takes turns with others: who stands alone does not wait for all of a class
   * @throws Refused
   */
  request(request: RunRequest, client: string, group?: string): Run;
  /** Undefined also for a run that is over: then there is its recording. */
  find(id: string): Run | undefined;
  readonly running: number;
  readonly queued: number;
  /** Stops all and waits for their ends. */
  close(): Promise<void>;
}

export interface RunsOptions {
  readonly labs: LabLibrary;
  readonly recordings: Recordings;
  readonly limits: ServerLimits;
  readonly logger: Logger;
  /** A run was taken in, and may have to wait for its turn. */
  readonly onAdmitted?: (run: Run) => void;
  /** A run has ended, in whatever way. */
  readonly onOver?: (run: Run) => void;
}

// When a whole class has pressed at once, each start moves hundreds: they are told a few times a second.
const LONG_QUEUE = 32;
const PLACES_MS = 250;
const MAX_SEED = 0x7fffffff;

export function createRuns({ labs, recordings, limits, logger, onAdmitted, onOver }: RunsOptions): Runs {
  const all = new Map<string, Run>();
  const begun = new Set<Run>();
  const queue = createFairQueue<Run>();
  let isClosed = false;
  let placesTimer: NodeJS.Timeout | undefined;

  function hasRoom(): boolean {
    const computing = [...begun].filter((run) => !run.isWaiting).length;
    return computing < limits.maxRunning && begun.size < limits.maxBegun;
  }

  function startNext(): void {
    while (!isClosed && hasRoom()) {
      const run = queue.take();
      if (!run) break;
      begun.add(run);
      run.start();
    }
    if (queue.size <= LONG_QUEUE) tellPlaces();
    else
      placesTimer ??= setTimeout(() => {
        placesTimer = undefined;
        tellPlaces();
      }, PLACES_MS);
  }

  function tellPlaces(): void {
    for (const [index, run] of queue.inOrder().entries()) run.moveTo(index + 1);
  }

  function admit(run: Run): void {
    all.set(run.id, run);
    onAdmitted?.(run);
    queue.add(run.group, run);
    startNext();
    void run.over.then(() => {
      all.delete(run.id);
      begun.delete(run);
      queue.remove(run);
      onOver?.(run);
      startNext();
    });
  }

  function checkRoom(client: string): void {
    if (isClosed) throw new Refused('queue-full', 'the server is closing');
    const mine = [...all.values()].filter((run) => run.client === client).length;
    if (mine >= limits.maxRunsOfClient)
      throw new Refused('queue-full', `you have ${mine} runs already: stop one first`);
    if (!hasRoom() && queue.size >= limits.maxQueued)
      throw new Refused('queue-full', `${queue.size} runs are waiting already`);
  }

  return {
    request(request, client, group = client) {
      const found = labs.get(request.lab);
      if (!found) throw new Refused('unknown-lab', `there is no lab ${request.lab}`);
      if (!found.lab.modes.includes(request.mode))
        throw new Refused('mode', `${request.lab} has the modes ${found.lab.modes.join(', ')}`);
      const knobs = knobsOf(found, request);
      checkRoom(client);
      const run = createRun({
        plan: {
          id: createRunId(),
          mode: request.mode,
          knobs,
          seed: request.seed ?? randomInt(MAX_SEED),
          schedule: request.schedule ?? [],
        },
        client,
        group,
        found,
        limits,
        recordings,
        logger,
        onWaiting: startNext,
      });
      admit(run);
      return run;
    },
    find: (id) => all.get(id),
    get running() {
      return begun.size;
    },
    get queued() {
      return queue.size;
    },
    async close() {
      isClosed = true;
      clearTimeout(placesTimer);
      const ending = [...all.values()];
      for (const run of ending) run.stop('server-closing');
      await Promise.all(ending.map((run) => run.over));
    },
  };
}

function knobsOf({ lab }: FoundLab, request: RunRequest): KnobValues {
  try {
    return parseKnobs(lab.knobs, request.knobs);
  } catch (error) {
    if (error instanceof KnobError) throw new Refused('bad-knob', error.message);
    throw error;
  }
}
