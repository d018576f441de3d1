// A verb is one kind of operation, and this is all there is to know about it: what it means (the model), how it is
// done on shared memory (the real thing), and how it is told (the trace). A primitive is a file with its verbs.
//
// The model's functions work on words, wherever these are: in a model of their own, or, in a worker, in the shared
// memory itself. `request.object.at` is where the object lies among the words that are given.
import type { Fact } from '@lockstep/trace';
import type { SharedObject } from './shared-object.ts';

/** How an operation touches its object: operations that touch different objects, or only read, may be swapped. */
export type Access = 'none' | 'read' | 'write';

/** An operation as a thread asks for it. Threads are counted from 0 in here; people call them by their numbers. */
export interface Request {
  readonly verb: Verb;
  readonly object: SharedObject;
  readonly argument: number;
  /** Of the object, of the local that is computed, or the text that is printed. */
  readonly name: string;
  /** How long it waits at most, in ms: 0 not at all, `FOREVER` without limit. */
  readonly timeoutMs: number;
  /** Line of the lab's `program.ts`, from 1; 0 where lines are not captured. */
  readonly line: number;
}

/** A wait without limit. */
export const FOREVER = -1;

/** An operation that was done. */
export interface Step extends Request {
  readonly thread: number;
  /** What the thread was told; for a store the value that was overwritten. */
  readonly answer: number;
  /** It was not done, for its time ran out. */
  readonly expired: boolean;
  /** Python's error, as `RuntimeError: release unlocked lock`. */
  readonly failure?: string | undefined;
}

/** One kind of operation. */
export interface Verb {
  /** Unique, e.g. `lock.acquire`. */
  readonly name: string;
  readonly access: Access;

  /** The model: may this thread do it now? Depends on nothing but the words of its own object. */
  enabled(words: Int32Array, thread: number, request: Request): boolean;
  /** The model: does it, and returns the answer. Called only when enabled. Throws a PythonError where Python does. */
  apply(words: Int32Array, thread: number, request: Request): number;
  /** The model: the time is over and it was not enabled. Returns the answer or throws, as `apply` does. */
  expire?(words: Int32Array, thread: number, request: Request): number;
  /** The model: the thread that has to act before this can be enabled, where there is one such thread. */
  waitsFor?(words: Int32Array, thread: number, request: Request): number | undefined;
  /** A thread that waits in this does not keep the program from ending: a worker of a pool that has no job. */
  readonly isRest?: true;
  /** Another object whose state this reads. */
  alsoReads?(request: Request): SharedObject;

  /** The real thing. May block; notes what it does in the order in which it happens. Throws like `apply`. */
  perform(real: RealThread, request: Request): number;

  /** For the learner's choice: `load total`. */
  describe(request: Request): string;
  /** What it is in the trace. `words` is the model's state just after it. */
  tell(step: Step, words: Int32Array): OperationFact;
  /** The mark of the event that made this one happen. */
  causedBy?(step: Step): Mark;
  /** The marks that this event leaves for those it may cause. */
  leaves?(step: Step): readonly Mark[];
  /** The mark under which this event lines up to be taken as a cause, once. */
  hands?(step: Step): Mark;
  /** The line from which this event takes its cause, and from which end. */
  takes?(step: Step): { readonly mark: Mark; readonly end: 'first' | 'last' };
  /** The event that precedes the waiting, where there is one. */
  tellRequest?(request: Request): OperationFact;
}

/** Names a place where causes are looked up, e.g. `stored in 0`. */
export type Mark = string;

/** What a verb says of its event; the probe adds actor, time, source, cause and line. */
export type OperationFact = Fact extends infer F
  ? F extends Fact
    ? Omit<F, 'at' | 'actor' | 'source' | 'cause' | 'line'>
    : never
  : never;

/** What a primitive has of the worker thread that it runs on. */
export interface RealThread {
  readonly thread: number;
  readonly memory: Int32Array;
  readonly isRecording: boolean;
  /** Numbers and records a done operation. Costs nothing when not recording. */
  note(request: Request, answer: number): void;
  /** Numbers and records an operation that was not done, for its time ran out. */
  noteExpired(request: Request, answer: number): void;
  /** Numbers and records an operation that raised Python's error, here or, `expired`, when its time ran out. */
  noteFailure(request: Request, error: unknown, expired: boolean): void;
  /** Says that this thread must wait, before the first `sleepWhile`. */
  noteBlocked(request: Request): void;
  /** Says that this thread need not wait any longer. */
  noteUnblocked(request: Request): void;
  /** Sleeps while `memory[index]` is `value`, as futex(2) does; spurious returns are possible. */
  sleepWhile(index: number, value: number, timeoutMs?: number): void;
  /** Sleeps for a time. */
  sleepFor(us: number): void;
}

/** For verbs that never wait. */
export const always = (): boolean => true;
