import { GRANT, STATE } from '../live/board.ts';
import type { Crew } from '../live/crew.ts';
import { Model } from '../model/model.ts';
import { isPythonError } from '../primitives/python-error.ts';
import type { Request, Step } from '../primitives/verb.ts';
import { isProgramOver, type StepMachine } from '../virtual/virtual-machine.ts';

/**
 * Real threads that do one operation at a time. Each sleeps at its gate before every operation; only those are let go
 * that can do it, or whose wait is limited, so a deadlock can be looked at and left. After every step the model
 * is compared with the real memory: that they agree is what makes a schedule found by the explorer a prediction.
 */
export class GatedMachine implements StepMachine {
  readonly model: Model;
  readonly threadCount: number;
  readonly threadNumbers: readonly number[];
  readonly #crew: Crew;
  readonly #pending: (Request | undefined)[] = [];

  private constructor(crew: Crew) {
    this.#crew = crew;
    this.model = new Model(crew.instance.objects);
    this.threadCount = crew.board.threads;
    this.threadNumbers = crew.instance.threadNumbers;
  }

  /** Begins a run of this crew and waits until each thread stands at its first operation. */
  static async begin(crew: Crew): Promise<GatedMachine> {
    const machine = new GatedMachine(crew);
    crew.begin();
    for (let thread = 0; thread < machine.threadCount; thread++) await machine.#settle(thread);
    return machine;
  }

  pending(thread: number): Request | undefined {
    return this.#pending[thread];
  }

  isOver(): boolean {
    return isProgramOver(this.#crew.instance.threads, (thread) => this.#pending[thread], this.model.words);
  }

  async step(thread: number): Promise<Step> {
    const { board } = this.#crew;
    const request = this.#pending[thread] as Request;
    const expired = !this.model.enabled(thread, request);
    board.set(thread, 'state', STATE.running);
    board.grant(thread, GRANT.go);
    await this.#settle(thread);
    const failure = board.get(thread, 'failure');
    const real: Step =
      failure === 0
        ? { ...request, thread, expired, answer: board.get(thread, 'answer') }
        : { ...request, thread, expired, answer: 0, failure: this.#crew.name(thread, failure - 1) };
    this.#compare(real, this.#predict(thread, request));
    return real;
  }

  /** Lets all threads give up this run; they are idle afterwards. */
  async abort(): Promise<void> {
    this.#crew.board.abort();
    await this.#crew.allAre(STATE.done);
  }

  #predict(thread: number, request: Request): Pick<Step, 'answer' | 'failure'> {
    try {
      return { answer: this.model.act(thread, request) };
    } catch (error) {
      if (isPythonError(error)) return { answer: 0, failure: String(error) };
      throw error;
    }
  }

  #compare(real: Step, predicted: Pick<Step, 'answer' | 'failure'>): void {
    const what = `thread ${real.thread + 1}: ${real.verb.describe(real)}`;
    if (real.answer !== predicted.answer || real.failure !== predicted.failure)
      throw new Error(`${what}: the model says ${say(predicted)}, the memory ${say(real)}`);
    const object = this.model.differsFrom(this.#crew.board.memory);
    if (object) throw new Error(`${what}: the model and the memory of ${object.name} differ`);
  }

  /** Waits until the thread stands at its next operation, or has finished. */
  async #settle(thread: number): Promise<void> {
    const { board } = this.#crew;
    for (;;) {
      const seen = board.reports;
      this.#crew.throwFault();
      const state = board.get(thread, 'state');
      if (state === STATE.atGate || state === STATE.done) {
        this.#pending[thread] = state === STATE.atGate ? this.#crew.published(thread) : undefined;
        return;
      }
      await board.reportAfter(seen, SETTLE_MS);
    }
  }
}

/** A report wakes at once; this is only how long a lost one could cost. */
const SETTLE_MS = 500;

function say({ answer, failure }: Pick<Step, 'answer' | 'failure'>): string {
  return failure ?? String(answer);
}
