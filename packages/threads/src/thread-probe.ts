// Tells what threads did as events, the same for real threads, gated threads and the virtual machine. It keeps in mind
// who could have caused what: a read knows the write that it saw, an acquire the release that made room for it.
import type { Fact, Source } from '@lockstep/trace';
import type { Mark, OperationFact, Request, Step } from './primitives/verb.ts';

/** Whose threads, who says so, and where the events go. */
export interface ThreadProbeOptions {
  /** Actor ids of the threads, in order. */
  readonly actors: readonly string[];
  readonly source: Source;
  readonly record: (fact: Fact) => number;
}

/** The actor that starts the threads and waits for them. */
export const MAIN = 'main';

/** Turns what threads did into events, in the order in which it is told. */
export class ThreadProbe {
  readonly #options: ThreadProbeOptions;
  readonly #marks = new Map<Mark, number>();

  constructor(options: ThreadProbeOptions) {
    this.#options = options;
  }

  /** All threads start, and main waits for their end. */
  started(at: number): void {
    const { actors } = this.#options;
    for (const actor of actors) this.#record(actor, { kind: 'thread.started', name: actor }, at);
    this.#record(MAIN, { kind: 'thread.blocked', on: joinOf(actors) }, at);
  }

  step(step: Step, at: number): void {
    const { verb, thread, failure } = step;
    const fact: OperationFact =
      failure === undefined
        ? verb.tell(step)
        : { kind: 'operation.failed', operation: verb.describe(step), error: failure };
    const seq = this.#record(this.#actor(thread), fact, at, this.#marks.get(verb.causedBy?.(step) ?? ''), step.line);
    if (failure === undefined) for (const mark of verb.leaves?.(step) ?? []) this.#leave(mark, seq);
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
    };
    this.#record(actor, blocked, at, seq, request.line);
  }

  /** The thread could go on: what it waited for has come. */
  unblocked(thread: number, request: Request, at: number): void {
    const cause = this.#marks.get(request.verb.causedBy?.({ ...request, thread, answer: 0 }) ?? '');
    const fact: OperationFact = { kind: 'thread.unblocked', on: request.name };
    this.#record(this.#actor(thread), fact, at, cause, request.line);
  }

  finished(thread: number, at: number): void {
    const seq = this.#record(this.#actor(thread), { kind: 'thread.finished' }, at);
    this.#leave(MAIN, seq);
  }

  /** All threads have ended: main goes on. */
  joined(at: number): void {
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

  #record(actor: string, fact: OperationFact, at: number, cause?: number, line?: number): number {
    const { source, record } = this.#options;
    const told: { -readonly [F in keyof Fact]: Fact[F] } = Object.assign({ at, actor, source }, fact);
    if (cause !== undefined && cause >= 0) told.cause = cause;
    if (line) told.line = line;
    return record(told as Fact);
  }
}

function joinOf(actors: readonly string[]): string {
  return `join(${actors.join(', ')})`;
}
