// What programs mean: the state of all shared objects as words, and the questions that decide what may happen. The
// virtual machine executes this, the gate asks it whom to let go and compares it with the real memory.
import type { SharedObject } from '../primitives/shared-object.ts';
import { FOREVER, type Request, type Verb } from '../primitives/verb.ts';

/** The state of all shared objects, and what operations do to it. */
export class Model {
  readonly words: Int32Array;
  readonly #objects: readonly SharedObject[];

  constructor(objects: readonly SharedObject[]) {
    this.#objects = objects;
    this.words = new Int32Array(objects.reduce((sum, object) => sum + object.words, 0));
    for (const object of objects) object.initialize(this.words, object.at);
  }

  /** May this thread do this now? */
  enabled(thread: number, request: Request): boolean {
    return request.verb.enabled(this.words, thread, request);
  }

  /** May it be let go? One whose wait is limited may, even if it is not enabled: then its time runs out. */
  mayGo(thread: number, request: Request): boolean {
    return request.timeoutMs !== FOREVER || this.enabled(thread, request);
  }

  /** Does it wait? An operation that does not want to wait at all never does. */
  waits(thread: number, request: Request): boolean {
    return request.timeoutMs !== 0 && !this.enabled(thread, request);
  }

  /**
   * Does it, or lets its time run out, and returns the answer. Throws a PythonError where Python does. Only for one
   * that may go.
   */
  act(thread: number, request: Request): number {
    return this.enabled(thread, request) ? this.apply(thread, request) : this.expire(thread, request);
  }

  apply(thread: number, request: Request): number {
    return request.verb.apply(this.words, thread, request);
  }

  expire(thread: number, request: Request): number {
    return (request.verb.expire as NonNullable<Verb['expire']>)(this.words, thread, request);
  }

  /** The thread that has to act before this can be enabled; undefined when it is enabled, or nobody in particular. */
  waitsFor(thread: number, request: Request): number | undefined {
    return this.enabled(thread, request) ? undefined : request.verb.waitsFor?.(this.words, thread, request);
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

  /** The state in a few characters, for a picture of all states. */
  describe(): string {
    return this.#objects
      .map((object) => object.describe(this.words))
      .filter((text) => text !== '')
      .join(' ');
  }
}

/** May the order of these two neighbours matter? (Mazurkiewicz's dependence.) */
export function areDependent(one: Request, other: Request): boolean {
  if (one.verb.access === 'none' || other.verb.access === 'none') return false;
  if (one.object === other.object) return one.verb.access === 'write' || other.verb.access === 'write';
  return readsWhatIsWritten(one, other) || readsWhatIsWritten(other, one);
}

function readsWhatIsWritten(reader: Request, writer: Request): boolean {
  return writer.verb.access === 'write' && reader.verb.alsoReads?.(reader) === writer.object;
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
