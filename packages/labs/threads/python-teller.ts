// What program.py tells of itself, as events.
import type { RunContext } from '@lockstep/lab';
import { SideBySide } from './side-by-side.ts';
import type { Way } from './ways.ts';

/** A line of program.py's output. */
export type PythonWord =
  | { readonly way: 'threads' | 'processes'; readonly of: number }
  | { readonly way: 'threads' | 'processes'; readonly begunUs: number; readonly pid: number }
  | { readonly way: 'threads' | 'processes'; readonly eachKb: number | null; readonly age: number }
  | { readonly callUs: number };

const ACTOR = 'python';

export class PythonTeller {
  readonly #context: Pick<RunContext, 'record' | 'nowUs'>;
  #sideBySide: SideBySide | undefined;

  constructor(context: Pick<RunContext, 'record' | 'nowUs'>) {
    this.#context = context;
  }

  started(pid: number): void {
    this.#context.record({ kind: 'process.started', pid, name: ACTOR, ...this.#base() });
  }

  ended(pid: number): void {
    this.#context.record({ kind: 'process.exited', pid, code: 0, ...this.#base() });
  }

  hear(word: PythonWord): void {
    if ('callUs' in word) {
      const measure = { kind: 'measure.taken', what: 'call/python', value: word.callUs, unit: 'µs' } as const;
      this.#context.record({ ...measure, ...this.#base() });
    } else if ('of' in word) {
      const way: Way = `python-${word.way}`;
      this.#sideBySide = new SideBySide(this.#context, { way, of: word.of, actor: ACTOR });
    } else if ('pid' in word) this.#sideBySide?.begun(word.pid, word.begunUs);
    else {
      this.#sideBySide?.memory(word.eachKb ?? undefined);
      this.#sideBySide?.age(word.age);
    }
  }

  #base() {
    return { actor: ACTOR, source: 'program', at: this.#context.nowUs() } as const;
  }
}
