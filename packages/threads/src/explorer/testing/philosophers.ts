import { type Lock, lock } from '../../primitives/lock.ts';
import type { Program } from '../../primitives/operation.ts';
import { type ThreadProgram, threadProgram } from '../../program.ts';

function* eat(first: Lock, second: Lock): Program {
  yield* first.acquire();
  yield* second.acquire();
  yield* second.release();
  yield* first.release();
}

/** `count` of them eat once. The last takes its forks the other way round if they are `ordered`. */
export function philosophers(count: number, ordered = false): ThreadProgram {
  const forks = Array.from({ length: count }, (_, index) => `fork${index + 1}`);
  return threadProgram<Record<string, Lock>>({
    shared: () => Object.fromEntries(forks.map((name) => [name, lock(name)])),
    threads: (shared) =>
      forks.map((name, index) => {
        const [left, right] = [shared[name] as Lock, shared[forks[(index + 1) % count] as string] as Lock];
        const swapped = ordered && index === count - 1;
        return { actor: `t${index + 1}`, body: () => (swapped ? eat(right, left) : eat(left, right)) };
      }),
    outcome: () => ({ value: 'all ate', expected: true }),
  });
}
