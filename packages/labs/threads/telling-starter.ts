// What the program's `launch` uses: it starts threads or processes, and tells each thing that happens as an event.
import type { RunContext } from '@lockstep/lab';
import type { Fact } from '@lockstep/trace';
import { AGE, SEEN, type Starter, type Word } from './program.ts';
import { SideBySide } from './side-by-side.ts';

/** Which line of program.ts carries a mark. */
export interface Lines {
  lineOf(mark: number): number | undefined;
}

/** How one way starts its members. */
export interface Launcher {
  readonly way: 'threads' | 'processes';
  readonly of: number;
  /** Starts one; resolves when it has ended. */
  launch(name: string, memory: SharedArrayBuffer, hear: (word: Word) => void): Promise<void>;
  /** What one of them has in memory now, in kB. */
  eachKb(): Promise<number | undefined>;
}

type Untold<F = Fact> = F extends Fact ? Omit<F, 'at' | 'actor' | 'source' | 'line' | 'cause'> : never;

export class TellingStarter implements Starter {
  readonly #context: RunContext;
  readonly #lines: Lines;
  readonly #launcher: Launcher;
  readonly #memory = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  readonly #words = new Int32Array(this.#memory);
  readonly #members: Promise<void>[] = [];
  readonly #allBegun: Promise<void>;
  #haveAllBegun = (): void => undefined;
  #sideBySide: SideBySide | undefined;
  readonly #pids = new Map<string, number>();
  #begun = 0;
  #read = -1;

  constructor(context: RunContext, lines: Lines, launcher: Launcher) {
    this.#context = context;
    this.#lines = lines;
    this.#launcher = launcher;
    this.#allBegun = new Promise((resolve) => {
      this.#haveAllBegun = resolve;
    });
  }

  set age(value: number) {
    const before = Atomics.exchange(this.#words, AGE, value);
    this.#tell('main', 3, { kind: 'value.written', name: 'age', value, before });
  }

  get age(): number {
    const value = Atomics.load(this.#words, AGE);
    this.#read = this.#tell('main', 6, { kind: 'value.read', name: 'age', value });
    return value;
  }

  start(n: number): void {
    const { way, of } = this.#launcher;
    const actor = `${way === 'threads' ? 't' : 'p'}${n}`;
    this.#sideBySide ??= new SideBySide(this.#context, { way, of, actor: 'main', line: this.#lines.lineOf(4) });
    const asked = this.#isThreads
      ? this.#tell('main', 4, { kind: 'thread.spawned', thread: actor, daemon: false })
      : -1;
    const member = this.#launcher.launch(actor, this.#memory, (word) => this.#hear(actor, word, asked));
    this.#members.push(member.then(() => this.#ended(actor)));
  }

  async join(): Promise<void> {
    const everyone = Promise.all(this.#members);
    await Promise.race([this.#allBegun, everyone]);
    this.#sideBySide?.memory(await this.#launcher.eachKb());
    Atomics.store(this.#words, SEEN, 1);
    Atomics.notify(this.#words, SEEN);
    await everyone;
  }

  print(value: number): void {
    this.#tell('main', 6, { kind: 'text.printed', text: `age = ${value}` });
    this.#sideBySide?.age(value, this.#read);
  }

  get #isThreads(): boolean {
    return this.#launcher.way === 'threads';
  }

  #hear(actor: string, word: Word, asked: number): void {
    if (word.what === 'written') {
      const name = this.#isThreads ? 'age' : `age in ${actor}`;
      this.#tell(actor, 2, { kind: 'value.written', name, value: 16, before: word.before });
      return;
    }
    if (this.#isThreads) this.#tell(actor, undefined, { kind: 'thread.started', name: word.name }, asked);
    else this.#tell(actor, undefined, { kind: 'process.started', pid: word.pid, name: word.name });
    this.#tell(actor, 1, { kind: 'text.printed', text: `${word.name} ${word.pid}` });
    this.#pids.set(actor, word.pid);
    this.#sideBySide?.begun(word.pid);
    if (++this.#begun === this.#launcher.of) this.#haveAllBegun();
  }

  #ended(actor: string): void {
    // A run that was stopped tells no more.
    if (this.#context.signal.aborted) throw new Error('the run was stopped');
    if (!this.#isThreads) {
      this.#tell(actor, undefined, { kind: 'process.exited', pid: this.#pids.get(actor) ?? 0, code: 0 });
      return;
    }
    const cause = this.#tell(actor, undefined, { kind: 'thread.finished' });
    this.#tell('main', 5, { kind: 'thread.joined', thread: actor, timedOut: false }, cause);
  }

  #tell(actor: string, mark: number | undefined, fact: Untold, cause = -1): number {
    const line = mark === undefined ? undefined : this.#lines.lineOf(mark);
    return this.#context.record({
      ...fact,
      actor,
      source: 'program',
      at: this.#context.nowUs(),
      ...(line === undefined ? {} : { line }),
      ...(cause < 0 ? {} : { cause }),
    });
  }
}
