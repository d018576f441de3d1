// What is told of several threads or processes that are started side by side: when each of them begins, how many
// different processes that makes, what each costs in memory, and what became of the age.
import type { RunContext } from '@lockstep/lab';
import type { Fact, Source } from '@lockstep/trace';
import type { Aspect, Way } from './ways.ts';

/** Who is started. */
export interface Started {
  readonly way: Way;
  readonly of: number;
  /** Who tells of it. */
  readonly actor: string;
  readonly line?: number | undefined;
}

type Untold<F = Fact> = F extends Fact ? Omit<F, 'at' | 'actor' | 'source' | 'line'> : never;

export class SideBySide {
  readonly #context: Pick<RunContext, 'record' | 'nowUs'>;
  readonly #started: Started;
  readonly #startUs: number;
  readonly #pids = new Set<number>();
  readonly #startedSeq: number;
  #begun = 0;
  #latestUs = 0;

  /** The clock begins. */
  constructor(context: Pick<RunContext, 'record' | 'nowUs'>, started: Started) {
    this.#context = context;
    this.#started = started;
    this.#startUs = context.nowUs();
    this.#startedSeq = this.#tell({ kind: 'work.started', work: `start/${started.way}`, of: started.of });
  }

  /** One of them runs. `elapsedUs` where it has looked at a clock itself. */
  begun(pid: number, elapsedUs = this.#context.nowUs() - this.#startUs): void {
    const { way, of } = this.#started;
    this.#pids.add(pid);
    this.#latestUs = Math.max(this.#latestUs, elapsedUs);
    const base = { work: `start/${way}`, of, elapsedUs: this.#latestUs, cause: this.#startedSeq };
    if (++this.#begun < of) this.#tell({ kind: 'work.progressed', done: this.#begun, ...base });
    else {
      const cause = this.#tell({ kind: 'work.finished', ...base });
      this.#measure('pids', this.#pids.size, '', 'program', cause);
    }
  }

  /** @param eachKb of one of them; what cannot be measured is not told */
  memory(eachKb: number | undefined): void {
    if (eachKb !== undefined && eachKb > 0) this.#measure('memory', Math.round(eachKb), 'kB', 'kernel');
  }

  /** The age as the one who started them sees it afterwards. */
  age(value: number, cause?: number): void {
    this.#measure('age', value, '', 'program', cause);
  }

  #measure(aspect: Aspect, value: number, unit: string, source: Source, cause?: number): void {
    const what = `${aspect}/${this.#started.way}`;
    this.#tell(
      { kind: 'measure.taken', what, value, unit, ...(cause === undefined || cause < 0 ? {} : { cause }) },
      source,
    );
  }

  #tell(fact: Untold, source: Source = 'program'): number {
    const { actor, line } = this.#started;
    const at = this.#context.nowUs();
    return this.#context.record({ ...fact, actor, source, at, ...(line === undefined ? {} : { line }) });
  }
}
