// What the workers of one way tell, as events: when the first of them begins, how many jobs are done, what it took.
import type { RunContext } from '@lockstep/lab';
import type { Fact } from '@lockstep/trace';
import { type GroupName, WAYS, type Way } from './ways.ts';

/** What is timed. */
export interface Timed {
  readonly way: Way;
  readonly group: GroupName;
  /** Number of jobs. */
  readonly of: number;
  /** Line of the program that asks for it. */
  readonly line: number | undefined;
}

interface Told {
  readonly isReady: boolean;
  readonly done: number;
  readonly result: number;
}

type Untold<F = Fact> = F extends Fact ? Omit<F, 'at' | 'actor' | 'source'> : never;

export class Stopwatch {
  readonly #context: Pick<RunContext, 'record' | 'nowUs'>;
  readonly #timed: Timed;
  readonly #told = new Map<number, Told>();
  #startUs: number | undefined;
  #started = -1;
  #finished = -1;

  constructor(context: Pick<RunContext, 'record' | 'nowUs'>, timed: Timed) {
    this.#context = context;
    this.#timed = timed;
  }

  /** What all jobs that are done came to. */
  get result(): number {
    return this.#sum(({ result }) => result);
  }

  /** The clock begins. Without this it begins when the first worker is ready. */
  start(): void {
    this.#startUs = this.#context.nowUs();
    const { of } = this.#timed;
    this.#started = this.#tell({ kind: 'work.started', work: this.#work, of }, this.#startUs);
  }

  /** @param worker its number among those of this way */
  hear(worker: number, word: Told): void {
    const isFirst = this.#told.size === 0;
    this.#told.set(worker, word);
    if (this.#startUs === undefined) return this.start();
    if (word.isReady && !isFirst) return;
    const { of } = this.#timed;
    const done = this.#sum((told) => told.done);
    const at = this.#context.nowUs();
    const base = { work: this.#work, of, elapsedUs: at - this.#startUs, ...causedBy(this.#started) };
    if (done < of) this.#tell({ kind: 'work.progressed', done, ...base }, at);
    else this.#finished = this.#tell({ kind: 'work.finished', ...base }, at);
  }

  /** How many workers did this at the same moment, at most. */
  tellTogether(what: 'computing' | 'sleeping', most: number): void {
    const measure = { kind: 'measure.taken', what: `${what}/${this.#timed.group}/${this.#timed.way}` } as const;
    this.#tell({ ...measure, value: most, unit: '', ...causedBy(this.#finished) }, this.#context.nowUs());
  }

  /** What all the jobs came to, compared with what they should. */
  tellResult(expected: number): void {
    const { result } = this;
    const outcome = { run: WAYS.indexOf(this.#timed.way) + 1, value: String(result), expected: result === expected };
    this.#tell({ kind: 'outcome.observed', ...outcome, ...causedBy(this.#finished) }, this.#context.nowUs());
  }

  get #work(): string {
    return `${this.#timed.group}/${this.#timed.way}`;
  }

  #sum(of: (told: Told) => number): number {
    return [...this.#told.values()].reduce((sum, told) => sum + of(told), 0);
  }

  #tell(fact: Untold, at: number): number {
    const { way: actor, line } = this.#timed;
    return this.#context.record({ ...fact, actor, source: 'program', at, ...(line === undefined ? {} : { line }) });
  }
}

function causedBy(seq: number): { readonly cause?: number } {
  return seq < 0 ? {} : { cause: seq };
}
