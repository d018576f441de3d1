import { type KnobValues, threadNumber } from '@lockstep/trace';
import type { Program } from './primitives/operation.ts';
import { SharedObject } from './primitives/shared-object.ts';
import { Thread } from './primitives/thread.ts';
import { Value } from './primitives/value.ts';

/** One thread of a program. A `Thread` begins when another one starts it, a plain one at once. */
export interface ProgramThread {
  /** Its actor id in the trace: `main`, `t1`, `t2`, … */
  readonly actor: string;
  readonly body: () => Program;
  /** True: the program does not wait for it. */
  readonly isDaemon?: boolean;
}

/** What a run came to. */
export interface Outcome {
  /** As the histogram shows it. */
  readonly value: string;
  /** False: this is the bug. */
  readonly expected: boolean;
}

/** What threads share, by name: objects, rows of objects, or nothing. */
export type Shared<S> = { readonly [K in keyof S]: SharedObject | readonly SharedObject[] | undefined };

/** The end state, one word an object: a value's value; for a lock its holder (from 1), or 0; a queue's size; 0 for nothing. */
export type Final<S> = { readonly [K in keyof S]: S[K] extends readonly SharedObject[] ? readonly number[] : number };

/** What a lab says of its program; pure, so that workers, model and main thread can each ask for it. */
export interface ThreadProgramSpec<S extends Shared<S>> {
  /** The shared objects, made anew for each run; undefined where the knobs leave one out. */
  shared(knobs: KnobValues): S;
  /** All threads that there will be; `main` first, where the program says what main does. */
  threads(shared: S, knobs: KnobValues): readonly ProgramThread[];
  /** Depends on nothing but its arguments. */
  outcome(final: Final<S>, knobs: KnobValues): Outcome;
}

/** A program of threads, ready to be run in any way: the export `program` of a lab's `program.ts`. */
export interface ThreadProgram {
  instantiate(knobs: KnobValues): ProgramInstance;
}

/** A program with its knobs set: its objects have their places, its threads can be started any number of times. */
export interface ProgramInstance {
  readonly objects: readonly SharedObject[];
  readonly threads: readonly ProgramThread[];
  /** The number by which people call each thread: `t3` is 3, `main` is 0. */
  readonly threadNumbers: readonly number[];
  /** Actors of the threads that another one starts. */
  readonly spawned: readonly string[];
  /** Words of the model's state. */
  readonly words: number;
  /** Words of shared memory. */
  readonly realWords: number;
  /** What an end state (in words of the model) means. */
  outcome(words: Int32Array): Outcome;
  /** What `main` prints at the end: `total = -1`. */
  summary(words: Int32Array): string;
}

/** Objects lie a cache line apart, so that they do not slow each other down. */
const WORDS_PER_LINE = 16;

/**
 * Describes a program of threads.
 * @example
 * export const program = threadProgram({
 *   shared: () => ({ total: value('total', 0) }),
 *   threads: ({ total }) => [{ actor: 't1', body: () => add(total, 1) }, { actor: 't2', body: () => add(total, -1) }],
 *   outcome: ({ total }) => ({ value: String(total), expected: total === 0 }),
 * })
 */
export function threadProgram<S extends Shared<S>>(spec: ThreadProgramSpec<S>): ThreadProgram {
  return {
    instantiate(knobs) {
      const shared = spec.shared(knobs);
      const named = Object.entries<SharedObject | readonly SharedObject[] | undefined>(shared);
      const threads = spec.threads(shared, knobs);
      const spawned = threads.filter((thread) => thread instanceof Thread);
      const objects = [...new Set([...named.flatMap(([, objects]) => objects ?? []), ...spawned].flatMap(withParts))];
      const size = place(
        objects,
        threads.map(({ actor }) => actor),
      );
      return {
        objects,
        threads,
        spawned: spawned.map(({ actor }) => actor),
        threadNumbers: threads.map(({ actor }) => numberOf(actor)),
        ...size,
        outcome: (words) => spec.outcome(finalState(named, words) as Final<S>, knobs),
        summary: (words) =>
          objects
            .filter((object) => object instanceof Value)
            .map(({ name, at }) => `${name} = ${words[at]}`)
            .join(', '),
      };
    },
  };
}

/** The explorer asks for this at the end of each of a million schedules: a plain loop. */
function finalState(
  named: readonly (readonly [string, SharedObject | readonly SharedObject[] | undefined])[],
  words: Int32Array,
): Readonly<Record<string, number | readonly number[]>> {
  const state: Record<string, number | readonly number[]> = {};
  for (const [key, objects] of named)
    if (objects === undefined) state[key] = 0;
    else if (objects instanceof SharedObject) state[key] = words[objects.at] as number;
    else state[key] = objects.map(({ at }) => words[at] as number);
  return state;
}

function withParts(object: SharedObject): readonly SharedObject[] {
  return [object, ...object.parts.flatMap(withParts)];
}

function numberOf(actor: string): number {
  const number = threadNumber(actor);
  if (number === undefined) throw new Error(`a thread is called main, t1, t2, …, not ${actor}`);
  return number;
}

/** Puts the objects of an instance where they are in shared memory: for a worker, which has no other state. */
export function placeInSharedMemory({ objects }: Pick<ProgramInstance, 'objects'>): void {
  for (const object of objects) object.at = object.realAt;
}

function place(objects: readonly SharedObject[], actors: readonly string[]): { words: number; realWords: number } {
  let words = 0;
  let realWords = 0;
  for (const [index, object] of objects.entries()) {
    object.index = index;
    object.actors = actors;
    object.at = words;
    object.realAt = realWords;
    words += object.words;
    realWords += Math.ceil((object.words + object.realWords) / WORDS_PER_LINE) * WORDS_PER_LINE;
  }
  return { words, realWords };
}
