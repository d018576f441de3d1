import type { VirtualMachine } from '../virtual/virtual-machine.ts';

/** What a thread has been told so far, which is all that its future depends on. */
interface Memory {
  readonly id: number;
  readonly next: Map<number | string, Memory>;
}

/**
 * Walks a machine from its beginning and knows each state by a key. Equal keys have equal futures: the same words, and
 * threads that were told the same. Threads that have finished are all alike.
 */
export class StateWalker {
  readonly machine: VirtualMachine;
  readonly #memories: Memory[];
  /** Whose memory was which before each step. */
  readonly #trail: { readonly thread: number; readonly before: Memory }[] = [];
  readonly #finished: Memory = { id: 0, next: new Map() };
  #lastId = 0;

  constructor(machine: VirtualMachine) {
    this.machine = machine;
    this.#memories = machine.threadNumbers.map(() => this.#create());
  }

  get depth(): number {
    return this.#trail.length;
  }

  key(): string {
    let key = '';
    for (const { id } of this.#memories) key += `${id},`;
    return key + this.machine.model.words.join();
  }

  step(thread: number): void {
    const before = this.#memories[thread] as Memory;
    const answer = this.machine.advance(thread);
    this.#trail.push({ thread, before });
    const told = typeof answer === 'number' ? answer : String(answer);
    if (this.machine.pending(thread) === undefined) this.#memories[thread] = this.#finished;
    else {
      let after = before.next.get(told);
      if (!after) before.next.set(told, (after = this.#create()));
      this.#memories[thread] = after;
    }
  }

  rewind(depth: number): void {
    if (depth === this.depth) return;
    while (this.depth > depth) {
      const { thread, before } = this.#trail.pop() as { thread: number; before: Memory };
      this.#memories[thread] = before;
    }
    this.machine.rewind(depth);
  }

  /** Goes there from the beginning. */
  follow(threads: readonly number[]): void {
    this.rewind(0);
    for (const thread of threads) this.step(thread);
  }

  #create(): Memory {
    return { id: ++this.#lastId, next: new Map() };
  }
}
