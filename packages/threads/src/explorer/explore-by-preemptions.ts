// Iterative context bounding: M. Musuvathi, S. Qadeer, "Iterative context bounding for systematic testing of
// multithreaded programs", PLDI 2007. First all schedules without preemption, then those with one, with two, …: so the
// first one that goes wrong is one of those with the fewest. A preemption is a switch away from a thread that could go on;
// one that waits is not preempted, even if its wait is limited.
//
// No step is left out here for being independent of another. A reduction keeps one of several schedules that differ
// only in the order of independent steps, and the one it keeps may need more preemptions than the bound allows while
// another does not: then neither would be run (K. Coons, M. Musuvathi, K. McKinley, "Bounded partial-order reduction",
// OOPSLA 2013). What is left out is only what leads to a known state with the same thread running: from there all is
// the same, and whoever came first had no more preemptions.
import type { Request } from '../primitives/verb.ts';
import type { VirtualMachine } from '../virtual/virtual-machine.ts';
import { type Explored, PATIENCE, type SearchBounds } from './explored.ts';
import { StateWalker } from './state-walker.ts';
import { lowestOf } from './thread-set.ts';

export interface PreemptionOptions extends SearchBounds {
  /** Schedules with more are not tried; absent: all are. */
  readonly maxPreemptions?: number;
  /** States to keep in mind. */
  readonly maxStates: number;
}

/** A schedule as a list from its end. */
interface Way {
  readonly thread: number;
  readonly before: Way | undefined;
}

/** Tries schedules in the order of their preemptions. The machine is at its beginning, and ends up there again. */
export function exploreByPreemptions(machine: VirtualMachine, options: PreemptionOptions): Explored {
  const { maxSchedules, maxSteps, maxStates, onTried, isOver, maxPreemptions = Number.POSITIVE_INFINITY } = options;
  const walker = new StateWalker(machine);
  const known = new Set<string>();
  let end: Explored['end'] = 'exhausted';
  let isStopped = false;
  let preemptions = 0;
  let steps = 0;
  let tried = 0;
  let pruned = 0;
  /** Ways that end with one preemption more than are allowed now. */
  let preempting: Way[] = [];

  tryAllFrom(undefined);
  while (preempting.length > 0 && !isStopped && preemptions < maxPreemptions) {
    const ways = preempting;
    preempting = [];
    preemptions++;
    for (const way of ways) if (!isStopped) tryAllFrom(way);
  }
  if (preempting.length > 0 && end === 'exhausted') end = 'preemptions';
  walker.rewind(0);
  return { end, tried, pruned };

  /** Tries all that can follow without another preemption. */
  function tryAllFrom(start: Way | undefined): void {
    const startThreads = threadsOf(start);
    walker.follow(startThreads);
    const path = [{ way: start, left: arrive(start) }];
    while (path.length > 0 && !isStopped) {
      const place = path.at(-1) as { readonly way: Way | undefined; left: number };
      if (place.left === 0) path.pop();
      else {
        walker.rewind(startThreads.length + path.length - 1);
        const thread = lowestOf(place.left);
        place.left &= place.left - 1;
        walker.step(thread);
        const way = { thread, before: place.way };
        path.push({ way, left: arrive(way) });
        if (++steps % PATIENCE === 0 && isOver({ tried, pruned, depth: walker.depth })) stop('time');
      }
    }
  }

  /** Looks at the state that a way leads to. Returns who may go on without a preemption, as bits. */
  function arrive(way: Way | undefined): number {
    const enabled = machine.enabledThreads();
    const running = way !== undefined && canGoOn(way.thread, enabled) ? way.thread : undefined;
    const key = `${running} ${walker.key()}`;
    if (known.has(key) || walker.depth >= maxSteps) {
      pruned++;
      if (!known.has(key)) end = 'steps';
      return 0;
    }
    known.add(key);
    if (known.size >= maxStates) stop('states');
    if (enabled === 0) finish(way);
    if (running === undefined) return enabled;
    for (let others = enabled & ~(1 << running); others !== 0; others &= others - 1)
      preempting.push({ thread: lowestOf(others), before: way });
    return 1 << running;
  }

  function canGoOn(thread: number, enabled: number): boolean {
    return (enabled & (1 << thread)) !== 0 && machine.model.enabled(thread, machine.pending(thread) as Request);
  }

  function finish(way: Way | undefined): void {
    tried++;
    const schedule = threadsOf(way).map((thread) => machine.threadNumbers[thread] as number);
    if (onTried({ number: tried, schedule, isDeadlock: !machine.isOver() })) stop('enough');
    else if (tried >= maxSchedules) stop('schedules');
  }

  function stop(why: Explored['end']): void {
    end = why;
    isStopped = true;
  }
}

function threadsOf(way: Way | undefined): number[] {
  const threads: number[] = [];
  for (let at = way; at !== undefined; at = at.before) threads.push(at.thread);
  return threads.reverse();
}
