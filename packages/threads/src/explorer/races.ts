// Source sets: P. Abdulla, S. Aronis, B. Jonsson, K. Sagonas, "Optimal dynamic partial order reduction", POPL 2014
// (Source-DPOR); "Source sets: a foundation for optimal dynamic partial order reduction", JACM 64(4), 2017, for threads
// that block. A schedule is tried with one thread at each choice; then it is looked at for races: two dependent steps of
// different threads, with nothing between them that forces their order, the second of which could have come first. Only
// where there is a race the other order is planned, at the choice of the first step.
//
// "Could have come first" is what the textbooks take for granted and blocking breaks. The release of a lock and the
// acquire that waited for it depend on each other, but the acquire could not have come first: no race. The race is with
// the acquire before, and the release between the two must not hide it. So the model is asked whether the second step
// could have been done in the state that there would be without the first one and all that follows from it. A step that
// never came, because its thread waits for ever, races as well.
import type { SharedObject } from '../primitives/shared-object.ts';
import { FOREVER, type Request } from '../primitives/verb.ts';
import type { VirtualMachine } from '../virtual/virtual-machine.ts';
import type { Dependence } from './dependence.ts';
import type { Path } from './path.ts';

/** Watches a search along its path, and adds to it what else has to be tried. */
export interface Races {
  /** The thread chosen at `depth` is about to go. */
  step(depth: number): void;
  /** Nobody goes at `depth`: here are the steps that never came, but for those of some threads (as bits). */
  never(depth: number, butFor: number): void;
}

const NONE = -1;

export function createRaces(machine: VirtualMachine, path: Path, areDependent: Dependence): Races {
  const { threads, requests } = path;
  /** The races that the step being looked at ends, latest first. */
  const racing: number[] = [];
  let races = 0;

  return {
    step(depth) {
      lookBack(threads[depth] as number, requests[depth] as Request, depth);
      path.endClock(depth);
    },
    never(depth, butFor) {
      for (let thread = 0; thread < machine.threadCount; thread++) {
        const request = (butFor & (1 << thread)) === 0 ? machine.pending(thread) : undefined;
        if (request) lookBack(thread, request, depth);
      }
    },
  };

  /** Finds out what happened before a step that comes at `depth`, and plans the other order of each race that it ends. */
  function lookBack(thread: number, request: Request, depth: number): void {
    let own = NONE;
    let followsAll = true;
    races = 0;
    path.beginClock(depth);
    path.keepWords(depth, machine.model);
    for (let at = depth - 1; at >= 0; at--) {
      if (threads[at] === thread && own === NONE) path.joinClock(depth, (own = at));
      if (own !== NONE && path.happenedBefore(at, own)) {
        // All that is earlier is the thread's own past too.
        if (path.followsAll[at]) break;
        continue;
      }
      const isDependent = areDependent(threads[at] as number, requests[at] as Request, thread, request);
      if (!path.happenedBefore(at, depth)) {
        if (isDependent) path.joinClock(depth, at);
        else followsAll = false;
      }
      if (!isDependent) continue;
      if (isForced(at) || !couldHaveCome(thread, request, at, depth)) continue;
      racing[races++] = at;
      planOtherOrder(at, thread, request, depth, own);
    }
    path.followsAll[depth] = Number(followsAll);
  }

  /** The step at `at` happened before one that races as well: its order can change only after that one's has. */
  function isForced(at: number): boolean {
    for (let race = 0; race < races; race++) if (path.happenedBefore(at, racing[race] as number)) return true;
    return false;
  }

  /** Without the step at `at` and all that follows from it: could this thread have done this? */
  function couldHaveCome(thread: number, request: Request, at: number, depth: number): boolean {
    const { verb, object, timeoutMs } = request;
    return timeoutMs !== FOREVER || verb.enabled(wordsWithout(at, object, depth), thread, request);
  }

  /** A state with the object as it would be. */
  function wordsWithout(at: number, object: SharedObject, depth: number): Int32Array {
    let step = at;
    while (step < depth && !(requests[step]?.object === object && path.happenedBefore(at, step))) step++;
    return path.wordsAt(step);
  }

  /**
   * Makes sure that the choice at `at` tries the other order: all steps since then that do not follow from the one at
   * `at`, and then this thread's. Whoever may go first in that will do.
   */
  function planOtherOrder(at: number, thread: number, request: Request, depth: number, own: number): void {
    const known = (path.todo[at] as number) | (path.asleep[at] as number);
    let seen = 0;
    let first = NONE;
    let isFree = true;
    for (let step = at + 1; step < depth; step++) {
      if (path.happenedBefore(at, step)) continue;
      const other = threads[step] as number;
      if ((seen & (1 << other)) === 0 && isFirst(step, at)) {
        if ((known & (1 << other)) !== 0) return;
        if (first === NONE) first = other;
      }
      seen |= 1 << other;
      isFree &&=
        !(own !== NONE && path.happenedBefore(step, own)) &&
        !areDependent(other, requests[step] as Request, thread, request);
    }
    path.todo[at] = (path.todo[at] as number) | (1 << (isFree ? thread : first));
  }

  /** Nothing after `at` happened before the step at `step`. */
  function isFirst(step: number, at: number): boolean {
    for (let between = at + 1; between < step; between++) if (path.happenedBefore(between, step)) return false;
    return true;
  }
}
