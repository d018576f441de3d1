import { STATE } from '../live/board.ts';
import type { Crew } from '../live/crew.ts';
import { Model } from '../model/model.ts';
import { isPythonError } from '../primitives/python-error.ts';
import type { Request, Step } from '../primitives/verb.ts';
import { isProgramOver, type StepMachine } from '../virtual/virtual-machine.ts';

/**
 * Real threads that do one operation at a time. Each sleeps at its gate before every operation; only those are let go
 * that can do it, or whose wait is limited, so a deadlock can be looked at and left. After every step the model
 * is compared with the real memory: that they agree is what makes a schedule found by the explorer a prediction.
 *
 * What is known beforehand need not be let go step by step: the threads replay it from memory, handing over to each
 * other, and each `step` then only takes what was left of it. Every answer is compared with the model's; the memory
 * once, when all of it has been told.
 */
export class GatedMachine implements StepMachine {
  readonly model: Model;
  readonly threadCount: number;
  readonly threadNumbers: readonly number[];
  readonly #crew: Crew;
  readonly #pending: (Request | undefined)[] = [];
  /** Whose steps have been replayed, in order, and how many of them have been taken. */
  #turns: readonly number[] = [];
  #taken = 0;
  /** Of each thread what it has replayed and what has not been taken yet. */
  readonly #replayed: Replayed[][];

  private constructor(crew: Crew) {
    this.#crew = crew;
    this.model = new Model(crew.instance.objects);
    this.threadCount = crew.board.threads;
    this.threadNumbers = crew.instance.threadNumbers;
    this.#replayed = crew.instance.threads.map(() => []);
  }

  /**
   * Begins a run of this crew and waits until each thread stands at its first operation.
   * @param turns the first steps, where they are known: the next calls of `step` must be these, and they can be
   */
  static async begin(crew: Crew, turns: readonly number[] = []): Promise<GatedMachine> {
    const machine = new GatedMachine(crew);
    crew.begin();
    await machine.#settleAll();
    if (turns.length > 0) await machine.#replay(turns.slice(0, crew.board.steps));
    return machine;
  }

  pending(thread: number): Request | undefined {
    return this.#pending[thread];
  }

  isOver(): boolean {
    return isProgramOver(this.#crew.instance.threads, (thread) => this.#pending[thread], this.model.words);
  }

  async step(thread: number): Promise<Step> {
    this.#crew.throwFault();
    const request = this.#pending[thread] as Request;
    const expired = !this.model.enabled(thread, request);
    const done = this.#taken < this.#turns.length ? this.#takeReplayed(thread) : await this.#letGo(thread);
    const real: Step = { ...request, thread, expired, ...done };
    this.#compare(real, this.#predict(thread, request));
    return real;
  }

  /** Lets all threads give up this run; they are idle afterwards. */
  async abort(): Promise<void> {
    this.#crew.board.abort();
    await this.#crew.allAre(STATE.done);
  }

  async #letGo(thread: number): Promise<Done> {
    this.#crew.board.letGo(thread);
    await this.#settle(thread);
    return this.#doneIn(thread, thread);
  }

  /** Lets the threads do all these steps by themselves. */
  async #replay(turns: readonly number[]): Promise<void> {
    const { board } = this.#crew;
    board.setScript(turns);
    board.letGo(turns[0] as number);
    await this.#until(() => board.isScriptDone);
    await this.#settleAll();
    this.#turns = turns;
    for (const [step, thread] of turns.entries()) {
      const slot = board.slotOfStep(step);
      this.#replayed[thread]?.push({ request: this.#crew.published(thread, slot), done: this.#doneIn(slot, thread) });
    }
    for (const [thread, steps] of this.#replayed.entries()) if (steps[0]) this.#pending[thread] = steps[0].request;
  }

  #takeReplayed(thread: number): Done {
    const turn = this.#turns[this.#taken++];
    const [first, next] = this.#replayed[thread] as Replayed[];
    if (turn !== thread || !first) throw new Error(`step ${this.#taken} was thread ${turn}'s, not thread ${thread}'s`);
    this.#replayed[thread]?.shift();
    this.#pending[thread] = next ? next.request : this.#standing(thread);
    return first.done;
  }

  /** What came of the operation in this slot. */
  #doneIn(slot: number, thread: number): Done {
    const { board } = this.#crew;
    const failure = board.get(slot, 'failure');
    return failure === 0
      ? { answer: board.get(slot, 'answer') }
      : { answer: 0, failure: this.#crew.name(thread, failure - 1) };
  }

  #predict(thread: number, request: Request): Done {
    try {
      return { answer: this.model.act(thread, request) };
    } catch (error) {
      if (isPythonError(error)) return { answer: 0, failure: String(error) };
      throw error;
    }
  }

  #compare(real: Step, predicted: Done): void {
    const what = `thread ${real.thread + 1}: ${real.verb.describe(real)}`;
    if (real.answer !== predicted.answer || real.failure !== predicted.failure)
      throw new Error(`${what}: the model says ${say(predicted)}, the memory ${say(real)}`);
    if (this.#taken < this.#turns.length) return;
    const object = this.model.differsFrom(this.#crew.board.memory);
    if (object) throw new Error(`${what}: the model and the memory of ${object.name} differ`);
  }

  async #settleAll(): Promise<void> {
    for (let thread = 0; thread < this.threadCount; thread++) await this.#settle(thread);
  }

  /** Waits until the thread stands at its next operation, or has finished. */
  async #settle(thread: number): Promise<void> {
    const isSettled = () => SETTLED.includes(this.#crew.board.get(thread, 'state'));
    await this.#until(isSettled);
    this.#pending[thread] = this.#standing(thread);
  }

  /** The operation at which a thread stands that has settled; undefined: it has finished. */
  #standing(thread: number): Request | undefined {
    return this.#crew.board.get(thread, 'state') === STATE.atGate ? this.#crew.published(thread) : undefined;
  }

  async #until(isSo: () => boolean): Promise<void> {
    const { board } = this.#crew;
    for (;;) {
      const seen = board.reports;
      this.#crew.throwFault();
      if (isSo()) return;
      await board.reportAfter(seen, SETTLE_MS);
    }
  }
}

/** What an operation came to. */
type Done = Pick<Step, 'answer' | 'failure'>;

interface Replayed {
  readonly request: Request;
  readonly done: Done;
}

const SETTLED: readonly number[] = [STATE.atGate, STATE.done];

/** A report wakes at once; this is only how long a lost one could cost. */
const SETTLE_MS = 500;

function say({ answer, failure }: Done): string {
  return failure ?? String(answer);
}
