// What programs mean: the state of all shared objects as words, and the three questions that decide what may happen.
// The virtual machine executes this, the gate asks it whom to let go and compares it with the real memory.
import type { SharedObject } from '../primitives/shared-object.ts';
import type { Request } from '../primitives/verb.ts';

/** The state of all shared objects, and what operations do to it. */
export class Model {
  readonly words: Int32Array;
  readonly #objects: readonly SharedObject[];

  constructor(objects: readonly SharedObject[]) {
    this.#objects = objects;
    this.words = new Int32Array(objects.reduce((sum, object) => sum + object.words, 0));
    for (const object of objects) object.reset(this.words, object.at);
  }

  /** May this thread do this now? */
  enabled(thread: number, { verb, object, argument }: Request): boolean {
    return verb.enabled(this.words, object.at, thread, argument);
  }

  /** Does it and returns the answer. Throws a RuntimeError where Python does; then nothing has changed. */
  apply(thread: number, { verb, object, argument }: Request): number {
    return verb.apply(this.words, object.at, thread, argument);
  }

  /** The thread that has to act before this can be enabled; undefined when it is enabled, or nobody in particular. */
  waitsFor(thread: number, request: Request): number | undefined {
    return this.enabled(thread, request) ? undefined : request.verb.waitsFor?.(this.words, request.object.at);
  }

  /** Takes over the state that the real objects have in shared memory. */
  copyFrom(memory: Int32Array): void {
    for (const { at, realAt, words } of this.#objects)
      for (let word = 0; word < words; word++) this.words[at + word] = Atomics.load(memory, realAt + word);
  }

  /** The first object whose state in shared memory is another than here. */
  differsFrom(memory: Int32Array): SharedObject | undefined {
    return this.#objects.find(({ at, realAt, words }) => {
      for (let word = 0; word < words; word++)
        if (this.words[at + word] !== Atomics.load(memory, realAt + word)) return true;
      return false;
    });
  }
}

/** May the order of these two neighbours matter? (Mazurkiewicz's dependence.) */
export function areDependent(one: Request, other: Request): boolean {
  if (one.object !== other.object || one.verb.access === 'none') return false;
  return one.verb.access === 'write' || other.verb.access === 'write';
}

/**
 * A cycle in the wait-for graph, as threads that each wait for the next and the last for the first.
 * @param waitsFor for each thread the one that it waits for, if any
 */
export function waitForCycle(waitsFor: readonly (number | undefined)[]): readonly number[] | undefined {
  for (let start = 0; start < waitsFor.length; start++) {
    const path: number[] = [];
    let thread: number | undefined = start;
    while (thread !== undefined && !path.includes(thread)) {
      path.push(thread);
      thread = waitsFor[thread];
    }
    if (thread === start) return path;
  }
  return undefined;
}
