// Tells what threads did as events, the same for real threads, gated threads and the virtual machine. It keeps in mind
// who could have caused what: a read knows the write that it saw, an acquire the release that made room for it.
import type { Fact, Source } from '@lockstep/trace';
import type { Mark, OperationFact, Request, Step } from './primitives/verb.ts';

/** Whose threads, who says so, and where the events go. */
export interface ThreadProbeOptions {
  /** Actor ids of the threads, in order. */
  readonly actors: readonly string[];
  /** Those that another thread starts: they tell their beginning and their end themselves. */
  readonly spawned?: readonly string[];
  readonly source: Source;
  readonly record: (fact: Fact) => number;
}

/** The actor that starts the threads and waits for them, or a thread of the program itself. */
export const MAIN = 'main';

/** Turns what threads did into events, in the order in which it is told. */
export class ThreadProbe {
  readonly #options: ThreadProbeOptions;
  readonly #marks = new Map<Mark, number>();
  readonly #lines = new Map<Mark, number[]>();
  readonly #spawned: ReadonlySet<string>;
  /** Main is none of the program's threads: it starts all of them and waits for their end. */
  readonly #mainWaits: boolean;

  constructor(options: ThreadProbeOptions) {
    this.#options = options;
    this.#spawned = new Set(options.spawned);
    this.#mainWaits = !options.actors.includes(MAIN);
  }

  /** The threads that nobody has to start begin; a main that is none of them waits for their end. */
  started(at: number): void {
    const { actors } = this.#options;
    for (const actor of actors)
      if (!this.#spawned.has(actor)) this.#record(actor, { kind: 'thread.started', name: actor }, at);
    if (this.#mainWaits) this.#record(MAIN, { kind: 'thread.blocked', on: joinOf(actors) }, at);
  }

  /** @param words the model's state after the step */
  step(step: Step, words: Int32Array, at: number): void {
    const { verb, thread, failure } = step;
    const fact: OperationFact =
      failure === undefined
        ? verb.tell(step, words)
        : { kind: 'operation.failed', operation: verb.describe(step), error: failure };
    const cause = this.#taken(step) ?? this.#marks.get(verb.causedBy?.(step) ?? '');
    const seq = this.#record(this.#actor(thread), fact, at, cause, step.line);
    if (verb.access === 'write') this.#leave(changed(step), seq);
    if (failure === undefined) for (const mark of verb.leaves?.(step) ?? []) this.#leave(mark, seq);
    if (failure === undefined) this.#hand(step, seq);
    if (fact.kind === 'thread.finished') this.#leave(MAIN, seq);
  }

  /** The thread cannot do this now and waits, for `holder` if that is one thread. */
  blocked(thread: number, request: Request, holder: number | undefined, at: number): void {
    const actor = this.#actor(thread);
    const asked = request.verb.tellRequest?.(request);
    const seq = asked && this.#record(actor, asked, at, undefined, request.line);
    const blocked: OperationFact = {
      kind: 'thread.blocked',
      on: request.name,
      ...(holder === undefined ? {} : { holder: this.#actor(holder) }),
      ...(request.timeoutMs > 0 ? { timeoutMs: request.timeoutMs } : {}),
    };
    this.#record(actor, blocked, at, seq, request.line);
  }

  /** The thread could go on: what it waited for has come. */
  unblocked(thread: number, request: Request, at: number): void {
    const own = request.verb.causedBy?.({ ...request, thread, answer: 0, expired: false });
    const cause = this.#marks.get(own ?? '') ?? this.#marks.get(changed(request));
    const fact: OperationFact = { kind: 'thread.unblocked', on: request.name };
    this.#record(this.#actor(thread), fact, at, cause, request.line);
  }

  /** The thread has nothing more to do. */
  ended(thread: number, at: number): void {
    const actor = this.#actor(thread);
    if (this.#spawned.has(actor)) return;
    this.#leave(MAIN, this.#record(actor, { kind: 'thread.finished' }, at));
  }

  /** A daemon, ended in the middle because all others have ended. */
  killed(thread: number, at: number): void {
    this.#record(this.#actor(thread), { kind: 'thread.killed' }, at, this.#marks.get(MAIN));
  }

  /** All threads have ended: main goes on, if it waited. */
  joined(at: number): void {
    if (!this.#mainWaits) return;
    const fact: OperationFact = { kind: 'thread.unblocked', on: joinOf(this.#options.actors) };
    this.#record(MAIN, fact, at, this.#marks.get(MAIN));
  }

  /** Records that arrived too fast and were counted instead. */
  dropped(where: string, count: number, at: number): void {
    this.#record(MAIN, { kind: 'run.dropped', where, count }, at);
  }

  #actor(thread: number): string {
    return this.#options.actors[thread] as string;
  }

  #leave(mark: Mark, seq: number): void {
    if (seq >= 0) this.#marks.set(mark, seq);
  }

  #hand(step: Step, seq: number): void {
    const mark = step.verb.hands?.(step);
    if (mark !== undefined) this.#lines.set(mark, [...(this.#lines.get(mark) ?? []), seq]);
  }

  #taken(step: Step): number | undefined {
    const taken = step.failure === undefined ? step.verb.takes?.(step) : undefined;
    if (taken === undefined) return undefined;
    const line = this.#lines.get(taken.mark);
    return taken.end === 'first' ? line?.shift() : line?.pop();
  }

  #record(actor: string, fact: OperationFact, at: number, cause?: number, line?: number): number {
    const { source, record } = this.#options;
    const told: { -readonly [F in keyof Fact]: Fact[F] } = Object.assign({ at, actor, source }, fact);
    if (cause !== undefined && cause >= 0) told.cause = cause;
    if (line) told.line = line;
    return record(told as Fact);
  }
}

/** The last change of an object: what lets those go on that wait for it. */
function changed({ object }: Request): Mark {
  return `changed ${object.index}`;
}

function joinOf(actors: readonly string[]): string {
  const isLong = actors.length > MOST_NAMED;
  return `join(${isLong ? `${actors[0]} … ${actors.at(-1)}` : actors.join(', ')})`;
}

const MOST_NAMED = 4;
