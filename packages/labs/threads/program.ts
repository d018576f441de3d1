/** What each thread does, and each process: says who it is, and changes the age. */
export function change({ name, memory, stayMs }: Errand, tell: (word: Word) => void): void {
  tell({ what: 'begun', name, pid: process.pid }); // [1]
  const words = new Int32Array(memory ?? copyOf(18));
  const before = Atomics.exchange(words, AGE, 16); // [2]
  tell({ what: 'written', before });
  Atomics.wait(words, SEEN, 0, stayMs);
}

/** Done twice: once with threads, once with processes. */
export async function launch(run: Starter, count: number): Promise<void> {
  run.age = 18; // [3]
  for (let n = 1; n <= count; n++) {
    run.start(n); // [4]
  }
  await run.join(); // [5]
  run.print(run.age); // [6]
}

// [1] The operating system knows a process by its number, the pid. Threads live inside one.
// [2] Stores 16, and looks what was there. In a thread: the one age that all share. In a process: its own copy.
// [3] Python's global variable. Here it is a word of shared memory: JavaScript's own variables belong to one thread.

/** What starts threads, or processes. */
export interface Starter {
  age: number;
  start(n: number): void;
  join(): Promise<void>;
  print(value: number): void;
}

/** What one of them is given. */
export interface Errand {
  readonly name: string;
  /** Where `age` is; a process cannot be given it. */
  readonly memory?: SharedArrayBuffer;
  /** It stays at most so long when it is done, so that all of them can be seen side by side. */
  readonly stayMs: number;
}

/** What it tells of itself. */
export type Word =
  | { readonly what: 'begun'; readonly name: string; readonly pid: number }
  | { readonly what: 'written'; readonly before: number };

/** Places in the shared memory: the age, and a word on which threads wait until they have been seen. */
export const AGE = 0;
export const SEEN = 1;

/** Node's; nothing else of it is needed here. */
declare const process: { readonly pid: number };

function copyOf(age: number): ArrayBufferLike {
  return new Int32Array(new SharedArrayBuffer(8)).fill(age, AGE, SEEN).buffer;
}
