// A stepped run, on real threads or on the virtual machine: ask whom to let go, let it go, tell what happened.
import type { StepChoice } from '@lockstep/lab';
import { waitForCycle } from './model/model.ts';
import { isUnborn as isUnbornAt } from './primitives/thread.ts';
import type { Request } from './primitives/verb.ts';
import type { ThreadProbe } from './thread-probe.ts';
import type { Strategy } from './virtual/strategy.ts';
import type { StepMachine } from './virtual/virtual-machine.ts';

/** How a run of threads ended. `stopped`: the strategy gave up. */
export type Ending = 'finished' | 'deadlock' | 'stopped';

/** Runs until all threads have finished, none of them can go on, or the strategy has no answer. */
export async function drive(
  machine: StepMachine,
  probe: ThreadProbe,
  choose: Strategy,
  nowUs: () => number,
): Promise<Ending> {
  const threads = Array.from({ length: machine.threadCount }, (_, thread) => thread);
  const waiting = new Map<number, Request>();
  let last: number | undefined;

  probe.started(nowUs());
  for (const thread of threads) if (!machine.pending(thread)) probe.ended(thread, nowUs());
  for (;;) {
    for (const thread of threads) tellWaiting(thread);
    const ready = machine.isOver() ? [] : threads.filter((thread) => mayGo(machine, thread));
    if (ready.length === 0) break;
    const chosen = await choose({ ready, last });
    if (chosen === undefined) return 'stopped';
    const step = await machine.step(chosen);
    if (step.expired) waiting.delete(chosen);
    probe.step(step, machine.model.words, nowUs());
    if (!machine.pending(chosen)) probe.ended(chosen, nowUs());
    last = chosen;
  }
  if (!machine.isOver()) return 'deadlock';
  for (const thread of threads)
    if (machine.pending(thread) && !isUnborn(machine, thread)) probe.killed(thread, nowUs());
  probe.joined(nowUs());
  return 'finished';

  function tellWaiting(thread: number): void {
    const request = machine.pending(thread);
    const before = waiting.get(thread);
    if (request && !before && machine.model.waits(thread, request) && !isUnborn(machine, thread)) {
      waiting.set(thread, request);
      probe.blocked(thread, request, machine.model.waitsFor(thread, request), nowUs());
    } else if (before && machine.model.enabled(thread, before)) {
      waiting.delete(thread);
      probe.unblocked(thread, before, nowUs());
    }
  }
}

function mayGo(machine: StepMachine, thread: number): boolean {
  const request = machine.pending(thread);
  return request !== undefined && machine.model.mayGo(thread, request);
}

/** Has nobody started it yet? */
function isUnborn(machine: StepMachine, thread: number): boolean {
  const request = machine.pending(thread);
  return request !== undefined && isUnbornAt(request, machine.model.words);
}

/** What each thread that lives would do next. */
export function choicesOf(machine: StepMachine, actors: readonly string[]): readonly StepChoice[] {
  return actors.flatMap((actor, thread): StepChoice[] => {
    const request = machine.pending(thread);
    if (!request || isUnborn(machine, thread)) return [];
    const choice = {
      thread: machine.threadNumbers[thread] as number,
      actor,
      operation: request.verb.describe(request),
      enabled: machine.model.mayGo(thread, request),
    };
    if (!machine.model.waits(thread, request)) return [choice];
    const holder = machine.model.waitsFor(thread, request);
    const reason = holder === undefined ? `waits for ${request.name}` : `${actors[holder]} holds ${request.name}`;
    return [{ ...choice, reason }];
  });
}

/** A deadlock in words: the cycle of who waits for whom, or that nobody can go on (a lost wake-up has no cycle). */
export function describeDeadlock(machine: StepMachine, actors: readonly string[]): string {
  const waitsFor = actors.map((_, thread) => {
    const request = machine.pending(thread);
    return request && machine.model.waitsFor(thread, request);
  });
  const cycle = waitForCycle(waitsFor);
  return cycle ? `deadlock: ${[...cycle, cycle[0]].map((t) => actors[t as number]).join(' → ')}` : 'deadlock';
}
