/** Something that threads share: a value, a lock. `threadProgram` gives it its places. */
export abstract class SharedObject {
  /** How it is called on screen and in the trace. */
  readonly name: string;
  /** Words of its state, in the model and at the start of its shared memory. */
  abstract readonly words: number;
  /** Words that the real implementation needs behind those. */
  abstract readonly realWords: number;
  /** Place among the program's objects, from 0; -1 for none. */
  index = -1;
  /** First word in the model's state. */
  at = 0;
  /** First word in shared memory. */
  realAt = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** Writes the initial state; the words are zero before. */
  abstract reset(words: Int32Array, at: number): void;
}

/** The object of operations that touch nothing shared. */
class Nothing extends SharedObject {
  readonly words = 0;
  readonly realWords = 0;
  override reset(): void {}
}

export const nothing: SharedObject = new Nothing('');
