// How nearly all primitives are done for real. A monitor (C. A. R. Hoare, "Monitors", CACM 17(10), 1974) is an object
// whose operations exclude each other; who cannot go on sleeps until something has changed and looks again. Inside, the
// model's own functions work on the shared memory: what an operation means is written down once.
//
// Shared memory behind the model's words: [guard, changes, sleepers].
import { enter, leave } from './guard.ts';
import type { RealThread, Request, Verb } from './verb.ts';

const CHANGES = 1;
const SLEEPERS = 2;
/** What an object with such operations needs as its `realWords`. */
export const MONITOR_WORDS = 3;

/** Performs an operation of a monitor; waits as long as it is not enabled and its time has not run out. */
export function performInMonitor(real: RealThread, request: Request): number {
  const { memory, thread } = real;
  const { verb, object, timeoutMs } = request;
  const guard = object.at + object.words;
  let deadlineMs = timeoutMs === 0 ? 0 : Number.POSITIVE_INFINITY;
  let isWaiting = false;

  for (;;) {
    enter(memory, guard);
    if (isWaiting) memory[guard + SLEEPERS] = (memory[guard + SLEEPERS] as number) - 1;
    const isEnabled = verb.enabled(memory, thread, request);
    if (isEnabled || performance.now() >= deadlineMs) return finish(isEnabled);
    memory[guard + SLEEPERS] = (memory[guard + SLEEPERS] as number) + 1;
    const changes = memory[guard + CHANGES] as number;
    leave(memory, guard);
    if (!isWaiting) {
      isWaiting = true;
      if (timeoutMs > 0) deadlineMs = performance.now() + timeoutMs;
      real.noteBlocked(request);
    }
    real.sleepWhile(guard + CHANGES, changes, deadlineMs - performance.now());
  }

  /** Still inside: what is done and its number are one step. */
  function finish(isEnabled: boolean): number {
    try {
      if (!isEnabled) {
        const answer = (verb.expire as NonNullable<Verb['expire']>)(memory, thread, request);
        real.noteExpired(request, answer);
        return answer;
      }
      if (isWaiting) real.noteUnblocked(request);
      const answer = verb.apply(memory, thread, request);
      real.note(request, answer);
      return answer;
    } catch (error) {
      real.noteFailure(request, error, !isEnabled);
      throw error;
    } finally {
      if (verb.access === 'write') wakeSleepers();
      leave(memory, guard);
    }
  }

  function wakeSleepers(): void {
    if (memory[guard + SLEEPERS] === 0) return;
    Atomics.add(memory, guard + CHANGES, 1);
    Atomics.notify(memory, guard + CHANGES);
  }
}
