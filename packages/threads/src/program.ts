import type { KnobValues } from '@lockstep/trace';
import type { Program } from './primitives/operation.ts';
import type { SharedObject } from './primitives/shared-object.ts';
import { Value } from './primitives/value.ts';

/** One thread of a program. */
export interface Thread {
  /** Its actor id in the trace: `t1`, `t2`, … */
  readonly actor: string;
  readonly body: () => Program;
}

/** What a run came to. */
export interface Outcome {
  /** As the histogram shows it. */
  readonly value: string;
  /** False: this is the bug. */
  readonly expected: boolean;
}

/** The end state: a value's value; for a lock the number of the thread that holds it (from 1), or 0; 0 for nothing. */
export type Final<S> = { readonly [K in keyof S]: number };

/** What a lab says of its program; pure, so that workers, model and main thread can each ask for it. */
export interface ThreadProgramSpec<S extends { readonly [K in keyof S]: SharedObject | undefined }> {
  /** The shared objects, made anew for each run; undefined where the knobs leave one out. */
  shared(knobs: KnobValues): S;
  threads(shared: S, knobs: KnobValues): readonly Thread[];
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
  readonly threads: readonly Thread[];
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
export function threadProgram<S extends { readonly [K in keyof S]: SharedObject | undefined }>(
  spec: ThreadProgramSpec<S>,
): ThreadProgram {
  return {
    instantiate(knobs) {
      const shared = spec.shared(knobs);
      const named = Object.entries<SharedObject | undefined>(shared);
      const objects = named.flatMap(([, object]) => object ?? []);
      const size = place(objects);
      return {
        objects,
        threads: spec.threads(shared, knobs),
        ...size,
        outcome: (words) =>
          spec.outcome(
            Object.fromEntries(named.map(([key, object]) => [key, object ? words[object.at] : 0])) as Final<S>,
            knobs,
          ),
        summary: (words) =>
          objects
            .filter((object) => object instanceof Value)
            .map(({ name, at }) => `${name} = ${words[at]}`)
            .join(', '),
      };
    },
  };
}

function place(objects: readonly SharedObject[]): { words: number; realWords: number } {
  let words = 0;
  let realWords = 0;
  for (const [index, object] of objects.entries()) {
    object.index = index;
    object.at = words;
    object.realAt = realWords;
    words += object.words;
    realWords += Math.ceil((object.words + object.realWords) / WORDS_PER_LINE) * WORDS_PER_LINE;
  }
  return { words, realWords };
}
