import {
  type Barrier,
  barrier,
  type Program,
  PythonError,
  print,
  sleep,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';

interface Hike {
  readonly hut: Barrier | undefined;
  /** Stages begun, by all together. */
  readonly legs: Value;
  /** Stages begun before the others had begun the one before. */
  readonly early: Value;
  readonly hikers: number;
  readonly stages: number;
  readonly walkMs: number;
  readonly patienceMs: number | undefined;
}

export function* hiker({ hut, legs, early, hikers, stages, walkMs, patienceMs }: Hike): Program {
  for (let stage = 0; stage < stages; stage++) {
    const begun = yield* legs.add(1); // [1]
    if (begun < stage * hikers) {
      yield* early.add(1); // [2]
    }
    if (walkMs > 0) {
      yield* sleep(walkMs); // [3]
    }
    if (hut) {
      try {
        yield* hut.wait(patienceMs); // [4]
      } catch (error) {
        if (!(error instanceof PythonError)) throw error;
        yield* print(`alone: ${error.name}`); // [5]
        return;
      }
    }
  }
}

export function* quitter({ hut, legs }: Hike): Program {
  yield* legs.add(1); // [6]
  if (hut) {
    yield* hut.abort(); // [7]
  }
}

const UNEVEN_MS = 7;
const PATIENCE_MS = 50;

/** What is shared, who runs what, and what the end should be. */
export const program = threadProgram({
  shared(knobs) {
    const { hut } = knobs;
    const parties = Number(knobs['hikers']) + (hut === 'forever' || hut === 'limited' ? 1 : 0);
    return {
      hut: hut === 'none' ? undefined : barrier('hut', parties),
      legs: value('legs', 0),
      early: value('early', 0),
    };
  },
  threads: (shared, knobs) =>
    Array.from({ length: Number(knobs['hikers']) }, (_, index) => {
      const hike = {
        ...shared,
        hikers: Number(knobs['hikers']),
        stages: Number(knobs['stages']),
        walkMs: knobs['walks'] === true ? 1 + index * UNEVEN_MS : 0,
        patienceMs: knobs['hut'] === 'limited' ? PATIENCE_MS : undefined,
      };
      const quits = knobs['hut'] === 'aborted' && index === Number(knobs['hikers']) - 1;
      return { actor: `t${index + 1}`, body: () => (quits ? quitter(hike) : hiker(hike)) };
    }),
  outcome: ({ early }) =>
    early === 0 ? { value: 'nobody went ahead', expected: true } : { value: 'somebody went ahead', expected: false },
});

// [2] This stage begins although somebody has not even begun the one before.
// [4] Comes to the hut, waits until all have come, leaves: with an index of its own, from 0.
// [5] The barrier is broken: nobody who waits and nobody who comes gets through.
