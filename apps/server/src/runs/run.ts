// One run, from its place in the queue to its last event. It ends because the scenario returns, because the scenario
// throws, or because something stops it; in each case the trace says so, the file is closed and the viewers are told.
import { randomBytes } from 'node:crypto';
import {
  createRunClocks,
  makeHeader,
  type RunContext,
  type RunStatus,
  recordEnd,
  type StepChoice,
} from '@lockstep/lab';
import type { Logger } from 'pino';
import { CLOCK } from '../clock.ts';
import type { FoundLab } from '../labs/lab-library.ts';
import { describeMachine } from '../machine.ts';
import type { Recordings } from '../recordings/recordings.ts';
import type { ServerLimits } from '../server-limits.ts';
import type { Run, RunPlan, StopReason } from './run-contract.ts';
import { createRunRecord } from './run-record.ts';

export interface RunOptions {
  readonly plan: RunPlan;
  readonly client: string;
  readonly group: string;
  readonly found: FoundLab;
  readonly limits: ServerLimits;
  readonly recordings: Recordings;
  readonly logger: Logger;
  /** The run begins to wait for its learner, and leaves its place to another. */
  onWaiting(): void;
}

const RUNNING: RunStatus = { state: 'running' };

/** A queued run. It is abandoned when nobody comes to watch it. */
export function createRun({ plan, client, group, found, limits, recordings, ...options }: RunOptions): Run {
  const logger = options.logger.child({ run: plan.id, lab: found.lab.id, mode: plan.mode });
  const actors = found.lab.actors(plan.knobs, plan.mode);
  const viewers = new Set<() => void>();
  const observers = new Set<() => void>();
  const controller = new AbortController();
  let status: RunStatus = { state: 'queued' };
  let startedAtMs = performance.now();
  let startedAt = new Date();
  let stopReason: StopReason | undefined;
  let fault: { readonly fault: unknown } | undefined;
  let isFinished = false;
  let settleOver: () => void;
  const over = new Promise<void>((resolve) => {
    settleOver = resolve;
  });

  const record = createRunRecord({
    maxEvents: limits.run.maxEvents,
    flushMs: limits.flushMs,
    openFile: () => recordings.create(plan.id),
    makeHeader: (reality) => makeHeader(found.lab, plan, reality, describeMachine(), startedAt),
    onPublished: () => {
      for (const onNews of [...viewers, ...observers]) onNews();
    },
    onFault: (error) => {
      logger.error({ err: error }, 'a recording cannot be written');
      fail(new Error(`the recording cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`));
    },
  });

  const clocks = createRunClocks({
    limits,
    clock: CLOCK,
    stop,
    giveUp: giveUpStopping,
    onWaiting(isWaiting) {
      if (isWaiting) options.onWaiting();
      else status = RUNNING;
    },
  });
  const { gate } = clocks;

  const context: RunContext = {
    mode: plan.mode,
    knobs: plan.knobs,
    seed: plan.seed,
    schedule: plan.schedule,
    actors,
    signal: controller.signal,
    limits: limits.run,
    labDirectory: found.directory,
    nowUs,
    record(fact) {
      if (isFinished) return -1;
      const seq = record.record(fact);
      if (seq < 0) stop('event-limit');
      return seq;
    },
    declare: (reality) => record.declare(reality),
    offer(choices) {
      if (controller.signal.aborted) return;
      gate.offer(choices);
      setStatus({ state: 'running', choices: choices.map(copyChoice) });
    },
    nextStep: () => gate.next(),
  };

  function nowUs(): number {
    return Math.round((performance.now() - startedAtMs) * 1000);
  }

  function setStatus(next: RunStatus): void {
    status = next;
    record.flush();
  }

  async function runScenario(): Promise<void> {
    try {
      const scenario = await found.loadScenario();
      if (controller.signal.aborted) return;
      clocks.start();
      await scenario.run(context);
    } catch (error) {
      if (controller.signal.aborted && error instanceof Error && error.name === 'AbortError') return;
      logger.error({ err: error }, 'a scenario failed');
      fault ??= { fault: error };
    }
  }

  function stop(reason: StopReason): void {
    stopReason ??= reason;
    abort();
  }

  function fail(error: unknown): void {
    fault ??= { fault: error };
    abort();
  }

  function abort(): void {
    if (isFinished || controller.signal.aborted) return;
    controller.abort();
    gate.close(controller.signal.reason as Error);
    if (status.state === 'queued') void finish();
    else clocks.awaitStop();
  }

  function giveUpStopping(): void {
    logger.error({ stopMs: limits.stopMs }, 'A SCENARIO DOES NOT STOP: what it started may still be there');
    void finish();
  }

  async function finish(): Promise<void> {
    if (isFinished) return;
    isFinished = true;
    clocks.pause();
    gate.close(new DOMException('this run is over', 'AbortError'));
    status = recordEnd(record, actors, nowUs(), fault ?? { reason: stopReason ?? 'finished' });
    await record.close();
    logger.info({ ...status, events: record.length, ms: Math.round(nowUs() / 1000) }, 'a run is over');
    settleOver();
  }

  return {
    id: plan.id,
    mode: plan.mode,
    client,
    group,
    lab: found.lab.id,
    token: randomBytes(16).toString('hex'),
    over,
    get trace() {
      return record.trace;
    },
    get isWaiting() {
      return gate.isWaiting;
    },
    get hasViewers() {
      return viewers.size > 0;
    },
    get status() {
      return status;
    },
    get header() {
      return record.header;
    },
    get length() {
      return record.length;
    },
    get published() {
      return record.published;
    },
    recordedAtMs: (seq) => record.recordedAtMs(seq),
    linesFrom: (from, until) => record.linesFrom(from, until),
    addViewer(onNews) {
      viewers.add(onNews);
      clocks.setWatched(true);
    },
    removeViewer(onNews) {
      if (viewers.delete(onNews) && viewers.size === 0 && !isFinished) clocks.setWatched(false);
    },
    start() {
      startedAtMs = performance.now();
      startedAt = new Date();
      logger.info('a run starts');
      setStatus(RUNNING);
      void runScenario().then(finish);
    },
    moveTo(place) {
      if (status.place !== place) setStatus({ state: 'queued', place });
    },
    step: (thread) => gate.ask(thread),
    observe: (onNews) => void observers.add(onNews),
    stop,
  };
}

/** Only what the message has room for, whatever else the scenario keeps in its objects. */
function copyChoice({ thread, actor, operation, enabled, reason, frame, act }: StepChoice): StepChoice {
  return {
    thread,
    actor,
    operation,
    enabled,
    ...(reason !== undefined && { reason }),
    ...(frame !== undefined && { frame }),
    ...(act !== undefined && { act }),
  };
}
