// The engine: what the server does for the runs of one page, in a worker of that page. It takes the same requests, refuses
// in the same words, and sends the same frames.
import {
  type Frame,
  KnobError,
  type Lab,
  leaveRequest,
  type OrderVerdict,
  parseKnobs,
  Refused,
  type Reply,
  type RunReply,
  type RunRequest,
  runRequest,
  type Scenario,
  type StepRequest,
  type StopRequest,
  stepRequest,
  stopRequest,
  swapRequest,
  type WatchRequest,
  watchRequest,
} from '@lockstep/lab';
import type { Machine } from '@lockstep/trace';
import { ENGINE_LIMITS, type EngineLimits } from './engine-limits.ts';
import type { EngineAnswer, EngineRequest } from './engine-messages.ts';
import { createEngineRun, type EngineRun } from './engine-run.ts';
import type { RunnableLab, RunnableLabs } from './runnable-lab.ts';

export interface Engine {
  /** Answers a request of the page. Never rejects. */
  readonly answer: (name: EngineRequest, request: unknown) => Promise<EngineAnswer>;
}

export interface EngineOptions {
  readonly labs: RunnableLabs;
  readonly machine: Machine;
  readonly limits?: EngineLimits;
  readonly send: (frame: Frame) => void;
  /** Where a run is kept beyond this page, as the text of its recording; called again as it grows. */
  readonly keep: (run: string, recording: () => string, isOver: boolean) => void;
}

/** As the server gets it: the lab in the address, the rest in the body. */
interface SwapQuestion {
  readonly lab: string;
  readonly body: unknown;
}

const DONE: Reply = { ok: true };
const MAX_SEED = 0x7fffffff;
/** Runs that are over and can still be watched. */
const REMEMBERED = 16;

export function createEngine({ labs, machine, limits = ENGINE_LIMITS, send, keep }: EngineOptions): Engine {
  const runs = new Map<string, EngineRun>();
  const begun = new Set<EngineRun>();
  /** Whoever is watched, and up to which event it has been shown. */
  const watched = new Map<string, { position: number; isHeaderSent: boolean }>();
  let queue: readonly EngineRun[] = [];
  let isStarting = false;

  /** Starting may be asked for while somebody is being started: one after the other. */
  function startNext(): void {
    if (isStarting) return;
    isStarting = true;
    while ([...begun].filter((run) => !run.isWaiting).length < limits.maxRunning) {
      const [first, ...rest] = queue;
      if (!first) break;
      queue = rest;
      begun.add(first);
      first.start();
    }
    isStarting = false;
    for (const [index, run] of queue.entries()) run.moveTo(index + 1);
  }

  async function load(id: string): Promise<readonly [Lab, Scenario]> {
    const found = Object.hasOwn(labs, id) ? (labs[id] as RunnableLab) : undefined;
    if (!found) throw new Refused('unknown-lab', `a page cannot run the lab ${id}`);
    return Promise.all([found.lab(), found.scenario()]);
  }

  async function startRun(request: RunRequest): Promise<RunReply> {
    const [lab, scenario] = await load(request.lab);
    if (!lab.modes.includes(request.mode)) throw new Refused('mode', `${lab.id} has the modes ${lab.modes.join(', ')}`);
    if ([...runs.values()].filter((run) => !isOver(run)).length >= limits.maxRuns)
      throw new Refused('queue-full', `there are ${limits.maxRuns} runs already: stop one first`);
    const { mode, seed = Math.floor(Math.random() * MAX_SEED), schedule = [] } = request;
    const run = createEngineRun({
      plan: { id: randomHex(), lab, scenario, mode, knobs: knobsOf(lab.knobs, request), seed, schedule },
      token: randomHex(),
      limits,
      machine,
      onPublished: () => publish(run),
      onWaiting: startNext,
    });
    runs.set(run.id, run);
    queue = [...queue, run];
    void run.over.then(() => {
      begun.delete(run);
      queue = queue.filter((waiting) => waiting !== run);
      forgetOldest();
      startNext();
    });
    startNext();
    return { ok: true, run: run.id, token: run.token };
  }

  function publish(run: EngineRun): void {
    if (run.record.length > 0) keep(run.id, () => textOf(run), isOver(run));
    const viewer = watched.get(run.id);
    if (!viewer) return;
    do {
      const { position: from, isHeaderSent } = viewer;
      const { to, lines } = run.record.linesFrom(from);
      const { header } = run.record;
      const isNew = header !== undefined && !isHeaderSent;
      viewer.position = to;
      viewer.isHeaderSent ||= isNew;
      // What a run has come to is said with its last events, not before them.
      const status = to < run.record.length ? ({ state: 'running' } as const) : run.status;
      send({ run: run.id, ...(isNew ? { header } : {}), from, lines, status });
    } while (viewer.position < run.record.length);
  }

  function forgetOldest(): void {
    const past = [...runs.values()].filter((run) => isOver(run) && !watched.has(run.id));
    for (const run of past.slice(0, -REMEMBERED)) runs.delete(run.id);
  }

  function watch({ run: id, from }: WatchRequest): Reply {
    const run = found(id);
    if (from > run.record.length)
      throw new Refused('bad-request', `this run has only ${run.record.length} events so far`);
    watched.set(id, { position: from, isHeaderSent: from > 0 });
    run.setWatched(true);
    publish(run);
    return DONE;
  }

  /** Who leaves on purpose does not come back in a moment. */
  function leave(id: string): Reply {
    if (watched.delete(id)) runs.get(id)?.stop('viewers-gone');
    return DONE;
  }

  async function step({ run: id, token, thread }: StepRequest): Promise<Reply> {
    const run = owned(id, token);
    if (run.mode !== 'stepped') throw new Refused('mode', `a ${run.mode} run is not stepped`);
    await run.step(thread);
    return DONE;
  }

  function stop({ run: id, token }: StopRequest): Reply {
    owned(id, token).stop('stopped');
    return DONE;
  }

  async function swap({ lab: id, body }: SwapQuestion): Promise<OrderVerdict> {
    const [lab, scenario] = await load(id);
    const { mode, knobs, ...question } = swapRequest.parse(body);
    const asked = { mode, knobs: knobsOf(lab.knobs, { knobs }), question, labDirectory: id, maxMs: limits.orderMs };
    return (await scenario.order?.(asked)) ?? { order: 'unknown', why: 'not-asked' };
  }

  function found(id: string): EngineRun {
    const run = runs.get(id);
    if (!run) throw new Refused('unknown-run', 'there is no such run in this page');
    return run;
  }

  function owned(id: string, token: string): EngineRun {
    const run = found(id);
    if (run.token !== token) throw new Refused('not-yours', 'only who started this run can do that');
    if (isOver(run)) throw new Refused('ended', 'this run is over');
    return run;
  }

  async function act(name: EngineRequest, request: unknown): Promise<EngineAnswer> {
    switch (name) {
      case 'run':
        return await startRun(runRequest.parse(request));
      case 'watch':
        return watch(watchRequest.parse(request));
      case 'leave':
        return leave(leaveRequest.parse(request).run);
      case 'step':
        return await step(stepRequest.parse(request));
      case 'stop':
        return stop(stopRequest.parse(request));
      case 'swap':
        return await swap(request as SwapQuestion);
    }
  }

  return {
    async answer(name, request) {
      try {
        return await act(name, request);
      } catch (error) {
        if (error instanceof Refused) return error.reply;
        console.error(error);
        return new Refused('bad-request', error instanceof Error ? error.message : String(error)).reply;
      }
    },
  };
}

function isOver({ status: { state } }: EngineRun): boolean {
  return state === 'ended' || state === 'failed';
}

/** The whole recording, as a file holds it. */
function textOf({ record }: EngineRun): string {
  let text = `${record.header}\n`;
  for (let at = 0; at < record.length; ) {
    const { to, lines } = record.linesFrom(at);
    text += lines;
    at = to;
  }
  return text;
}

function knobsOf(knobs: Parameters<typeof parseKnobs>[0], request: Pick<RunRequest, 'knobs'>) {
  try {
    return parseKnobs(knobs, request.knobs);
  } catch (error) {
    if (error instanceof KnobError) throw new Refused('bad-knob', error.message);
    throw error;
  }
}

/** 128 bits that nobody can guess. */
function randomHex(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
