import type { RunStatus } from '@lockstep/lab';
import type { KnobValues, Mode, Trace } from '@lockstep/trace';
import type { EventLines } from './event-lines.ts';

/** What was asked for, checked and completed. */
export interface RunPlan {
  readonly id: string;
  readonly mode: Mode;
  readonly knobs: KnobValues;
  readonly seed: number;
  /** Thread numbers from 1. */
  readonly schedule: readonly number[];
}

/** Why a run was ended before its scenario returned; it stands in `run.ended` and in the status. */
export type StopReason = 'stopped' | 'viewers-gone' | 'time-limit' | 'idle-limit' | 'event-limit' | 'server-closing';

/** What a viewer needs of a run. */
export interface WatchableRun {
  readonly id: string;
  readonly status: RunStatus;
  /** The header as text, from the first published event on. */
  readonly header: string | undefined;
  /** Number of events recorded. */
  readonly length: number;
  /** Number of events that the file has; only these are shown. */
  readonly published: number;
  /** When event `seq` was recorded, in milliseconds of `performance.now()`, where it began one of the last batches. */
  recordedAtMs(seq: number): number | undefined;
  /** Published events from `from` on, as many as fit into one frame; those from `until` on may wait for the next. */
  linesFrom(from: number, until?: number): EventLines;
  /** Calls `onNews` when events or a status were published. A run without viewers ends. */
  addViewer(onNews: () => void): void;
  removeViewer(onNews: () => void): void;
}

/** A run in the hands of the server. */
export interface Run extends WatchableRun {
  /** Whoever has it may step and stop. */
  readonly token: string;
  readonly client: string;
  /** Takes turns with others of its kind: a class is one, and so is a visitor by themselves. */
  readonly group: string;
  readonly lab: string;
  readonly mode: Mode;
  /** What was recorded; undefined before the first event. */
  readonly trace: Trace | undefined;
  /** True while it waits for its learner's choice. */
  readonly isWaiting: boolean;
  readonly hasViewers: boolean;
  /** Settles when the run is over and its file is closed. */
  readonly over: Promise<void>;
  start(): void;
  /** Tells the place in the queue, from 1. */
  moveTo(place: number): void;
  step(thread: number): Promise<void>;
  /** Calls `onNews` as for a viewer, but is none: the run does not go on for its sake. */
  observe(onNews: () => void): void;
  stop(reason: StopReason): void;
}
