/** Something that threads share: a value, a lock. `threadProgram` gives it its places. */
export abstract class SharedObject {
  /** How it is called on screen and in the trace. */
  readonly name: string;
  /** Words of its state, in the model and at the start of its shared memory. The first is what `outcome` gets. */
  abstract readonly words: number;
  /** Words that the real implementation needs behind those. */
  abstract readonly realWords: number;
  /** Objects that it brings along, as a condition its lock. */
  readonly parts: readonly SharedObject[] = [];
  /** The actors of the program's threads, in order; known before the words are counted. */
  actors: readonly string[] = [];
  /** Place among the program's objects, from 0; -1 for none. */
  index = -1;
  /** First word of its state: in the model, or, in a worker, in shared memory. */
  at = 0;
  /** First word in shared memory. */
  realAt = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** How many threads the program has. */
  get threads(): number {
    return this.actors.length;
  }

  /** Writes the initial state; the words are zero before. */
  initialize(_words: Int32Array, _at: number): void {}

  /** Its state in a few characters, for a picture of all states. */
  describe(words: Int32Array): string {
    return `${this.name}=${words[this.at]}`;
  }
}

/** The object of operations that touch nothing shared. */
class Nothing extends SharedObject {
  readonly words = 0;
  readonly realWords = 0;
}

export const nothing: SharedObject = new Nothing('');
