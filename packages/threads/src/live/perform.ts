// How a worker executes one operation: at full speed, or one at a time when the gate lets it.
import { nowNs } from '#platform';
import { isPythonError } from '../primitives/python-error.ts';
import type { Request } from '../primitives/verb.ts';
import { type Board, GRANT, STATE } from './board.ts';
import type { NameWriter } from './name-table.ts';
import { Aborted, type WorkerThread } from './worker-thread.ts';

export type Perform = (request: Request) => number;

/** A shorter window is burnt, a longer one slept: sleeping lets another thread in also where there is one core only. */
const SLEEP_FROM_US = 50;

/**
 * At full speed.
 * @param windowUs time that passes after each load, so that others may come before the store
 */
export function performFreely(real: WorkerThread, board: Board, windowUs: number): Perform {
  const plain: Perform = (request) => {
    if (board.isAborted) throw new Aborted();
    return request.verb.perform(real, request);
  };
  if (windowUs <= 0) return plain;
  return (request) => {
    const answer = plain(request);
    if (request.verb.access === 'read') pass(real, windowUs);
    return answer;
  };
}

function pass(real: WorkerThread, us: number): void {
  if (us >= SLEEP_FROM_US) return real.sleepFor(us);
  const end = nowNs() + BigInt(Math.round(us * 1000));
  while (nowNs() < end);
}

/** Publishes each operation, sleeps until it is granted, does it, and leaves the answer for the gate. */
export function performAtGate(real: WorkerThread, board: Board, names: NameWriter): Perform {
  const { thread } = real;
  return (request) => {
    real.publish(request);
    board.arrive(thread);
    while (board.get(thread, 'grant') === GRANT.none) Atomics.wait(board.words, board.at(thread, 'grant'), GRANT.none);
    if (board.isAborted) throw new Aborted();
    board.set(thread, 'grant', GRANT.none);
    // Again: in a script it may have been let go before it arrived.
    board.set(thread, 'state', STATE.running);
    board.set(thread, 'failure', 0);
    try {
      const answer = request.verb.perform(real, request);
      board.set(thread, 'answer', answer);
      return answer;
    } catch (error) {
      if (isPythonError(error)) board.set(thread, 'failure', names.numberOf(String(error)) + 1);
      throw error;
    } finally {
      board.handOver(thread);
    }
  };
}
