// One run in the engine, from its place in the queue to its last event, with the server's own gate, countdowns and end.
import {
  type Clock,
  createRunClocks,
  type Lab,
  makeHeader,
  type RunContext,
  type RunStatus,
  recordEnd,
  type Scenario,
} from '@lockstep/lab';
import type { KnobValues, Machine, Mode } from '@lockstep/trace';
import type { EngineLimits } from './engine-limits.ts';
import { createEngineRecord, type EngineRecord } from './run-record.ts';

interface EngineRunPlan {
  readonly id: string;
  readonly lab: Lab;
  readonly scenario: Scenario;
  readonly mode: Mode;
  readonly knobs: KnobValues;
  readonly seed: number;
  readonly schedule: readonly number[];
}

export interface EngineRun {
  readonly id: string;
  readonly token: string;
  readonly mode: Mode;
  readonly status: RunStatus;
  readonly record: EngineRecord;
  readonly isWaiting: boolean;
  readonly over: Promise<void>;
  start(): void;
  moveTo(place: number): void;
  step(thread: number): Promise<void>;
  stop(reason: EngineStopReason): void;
  /** Whether anybody watches; a run that nobody watches ends after a while. */
  setWatched(isWatched: boolean): void;
}

type EngineStopReason = 'stopped' | 'viewers-gone' | 'time-limit' | 'idle-limit' | 'event-limit';

export interface EngineRunOptions {
  readonly plan: EngineRunPlan;
  readonly token: string;
  readonly limits: EngineLimits;
  readonly machine: Machine;
  readonly onPublished: () => void;
  /** It begins to wait for its learner, and leaves its place to another. */
  readonly onWaiting: () => void;
}

const CLOCK: Clock = {
  nowMs: () => performance.now(),
  startTimer(ms, onOver) {
    const timer = setTimeout(onOver, ms);
    return () => clearTimeout(timer);
  },
};

const RUNNING: RunStatus = { state: 'running' };

export function createEngineRun({ plan, token, limits, machine, ...options }: EngineRunOptions): EngineRun {
  const actors = plan.lab.actors(plan.knobs, plan.mode);
  const controller = new AbortController();
  let status: RunStatus = { state: 'queued' };
  let startedAtMs = performance.now();
  let startedAt = new Date();
  let stopReason: EngineStopReason | undefined;
  let fault: { readonly fault: unknown } | undefined;
  let isFinished = false;
  let settleOver: () => void;
  const over = new Promise<void>((resolve) => {
    settleOver = resolve;
  });

  const record = createEngineRecord({
    maxEvents: limits.run.maxEvents,
    flushMs: limits.flushMs,
    onPublished: options.onPublished,
    makeHeader: (reality) => makeHeader(plan.lab, plan, reality, machine, startedAt),
  });

  const clocks = createRunClocks({
    limits,
    clock: CLOCK,
    stop,
    giveUp: finish,
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
    labDirectory: plan.lab.id,
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
      setStatus({ state: 'running', choices: choices.map((choice) => ({ ...choice })) });
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
    clocks.start();
    try {
      await plan.scenario.run(context);
    } catch (error) {
      if (controller.signal.aborted && error instanceof Error && error.name === 'AbortError') return;
      console.error(error);
      fault = { fault: error };
    }
  }

  function stop(reason: EngineStopReason): void {
    stopReason ??= reason;
    if (isFinished || controller.signal.aborted) return;
    controller.abort();
    gate.close(controller.signal.reason as Error);
    if (status.state === 'queued') finish();
    else clocks.awaitStop();
  }

  function finish(): void {
    if (isFinished) return;
    isFinished = true;
    clocks.pause();
    gate.close(new DOMException('this run is over', 'AbortError'));
    status = recordEnd(record, actors, nowUs(), fault ?? { reason: stopReason ?? 'finished' });
    record.flush();
    settleOver();
  }

  return {
    id: plan.id,
    token,
    mode: plan.mode,
    record,
    over,
    get status() {
      return status;
    },
    get isWaiting() {
      return gate.isWaiting;
    },
    start() {
      startedAtMs = performance.now();
      startedAt = new Date();
      setStatus(RUNNING);
      void runScenario().then(finish);
    },
    moveTo(place) {
      if (status.place !== place) setStatus({ state: 'queued', place });
    },
    step: (thread) => gate.ask(thread),
    stop,
    setWatched(isWatched) {
      if (!isFinished) clocks.setWatched(isWatched);
    },
  };
}
