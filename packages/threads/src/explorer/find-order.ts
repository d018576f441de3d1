// Could two operations of a run have come in the other order? The recorded schedule is kept as long as possible: first
// it is left just before the earlier of the two, then one step sooner, and so on. From each such place all schedules are
// tried in which the earlier operation does not come before the later one; states that were seen are not entered again,
// for from there nothing was found. When nothing is left, no schedule at all brings them in the other order.
//
// An operation is named by its thread and its number among that thread's operations. What it does has to be the same in
// both runs: where a thread has taken another branch, its fourth operation is another one, and proves nothing.
import type { OperationName, OrderQuestion, OrderVerdict } from '@lockstep/lab';
import type { Request } from '../primitives/verb.ts';
import type { ProgramInstance } from '../program.ts';
import { VirtualMachine } from '../virtual/virtual-machine.ts';
import { PATIENCE } from './explored.ts';
import { StateWalker } from './state-walker.ts';
import { lowestOf } from './thread-set.ts';

/** Where the search stops without an answer. */
export interface OrderBounds {
  readonly maxStates: number;
  /** Of one schedule. */
  readonly maxSteps: number;
  /** Asked now and then. True: the time is over. */
  readonly isOver: () => boolean;
}

/** An operation on the machine: its thread is counted from 0 there. */
interface Sought {
  readonly thread: number;
  readonly nth: number;
  readonly request: Request;
  /** How many operations came before it in the recorded run. */
  readonly at: number;
}

type Limit = 'states' | 'steps' | 'time';

/** Asks the model of the program. The two operations may be of any threads; of one thread the program itself says. */
export function findOrder(
  instance: ProgramInstance,
  { schedule, earlier: one, later: other }: OrderQuestion,
  { maxStates, maxSteps, isOver }: OrderBounds,
): OrderVerdict {
  const machine = new VirtualMachine(instance);
  const walker = new StateWalker(machine);
  const path: number[] = [];
  const done = machine.threadNumbers.map(() => 0);
  const recorded = follow();
  const original = [...path];
  const [found, foundOther] = [soughtIn(one), soughtIn(other)];
  if (!found || !foundOther || found.at === foundOther.at) return { order: 'unknown', why: 'not-there' };
  const [earlier, later] = found.at < foundOther.at ? [found, foundOther] : [foundOther, found];
  if (earlier.thread === later.thread) return { order: 'forced', states: 0 };

  const known = new Set<string>();
  let limit: Limit | undefined;
  let instead: { readonly way: readonly number[]; readonly kept: number } | undefined;
  let steps = 0;
  for (let kept = earlier.at; kept >= 0 && limit !== 'states' && limit !== 'time'; kept--) {
    rewind(kept);
    if (searchFrom(kept)) return { order: 'free', schedule: completed(), kept };
  }
  if (limit !== undefined) return { order: 'unknown', why: limit };
  if (!instead) return { order: 'forced', states: known.size };
  rewind(0);
  for (const thread of instead.way) step(thread);
  return { order: 'instead', schedule: completed(), kept: instead.kept };

  /** Goes as the run went; a thread that cannot go is passed over, as in a replay. */
  function follow(): readonly Request[] {
    const requests: Request[] = [];
    for (const number of schedule) {
      const thread = machine.threadNumbers.indexOf(number);
      if (thread < 0 || (machine.enabledThreads() & (1 << thread)) === 0) continue;
      requests.push(machine.pending(thread) as Request);
      step(thread);
    }
    return requests;
  }

  function soughtIn({ thread: number, nth }: OperationName): Sought | undefined {
    const thread = machine.threadNumbers.indexOf(number);
    let count = 0;
    for (const [at, went] of path.entries())
      if (went === thread && count++ === nth) return { thread, nth, at, request: recorded[at] as Request };
    return undefined;
  }

  function step(thread: number): void {
    walker.step(thread);
    path.push(thread);
    done[thread] = (done[thread] as number) + 1;
  }

  function rewind(depth: number): void {
    while (path.length > depth) {
      const thread = path.pop() as number;
      done[thread] = (done[thread] as number) - 1;
    }
    walker.rewind(depth);
  }

  /** True: the machine stands where both have come, in the other order. */
  function searchFrom(depth: number): boolean {
    const places = [enter(false)];
    while (places.length > 0 && limit !== 'states' && limit !== 'time') {
      const place = places.at(-1) as Place;
      if (place.left === 0) {
        places.pop();
        continue;
      }
      rewind(depth + places.length - 1);
      const sought = place.isTurned ? earlier : later;
      const thread = (place.left & (1 << sought.thread)) !== 0 ? sought.thread : lowestOf(place.left);
      place.left &= ~(1 << thread);
      const came = comes(sought, thread);
      if (came === 'another' || (!place.isTurned && comes(earlier, thread))) continue;
      step(thread);
      if (++steps % PATIENCE === 0 && isOver()) limit = 'time';
      if (came && place.isTurned) return true;
      if (came) instead ??= { way: [...path], kept: depth };
      places.push(enter(place.isTurned || came === 'it'));
    }
    return false;
  }

  /** @param isTurned the later operation has come, and the earlier one has not */
  function enter(isTurned: boolean): Place {
    const key = `${isTurned} ${walker.key()}`;
    if (known.has(key)) return { isTurned, left: 0 };
    known.add(key);
    if (known.size >= maxStates) limit = 'states';
    const left = machine.enabledThreads();
    if (path.length < maxSteps) return { isTurned, left };
    if (left !== 0) limit ??= 'steps';
    return { isTurned, left: 0 };
  }

  /** Is this the thread's turn for the operation that is sought, or for another one in its place? */
  function comes({ thread: whose, nth, request }: Sought, thread: number): 'it' | 'another' | undefined {
    if (thread !== whose || done[thread] !== nth) return undefined;
    const { verb, object } = machine.pending(thread) as Request;
    return verb === request.verb && object === request.object ? 'it' : 'another';
  }

  /** From where the machine stands to its end, as near as possible to the order in which the rest was recorded. */
  function completed(): readonly number[] {
    const left = [...done];
    const rest = original.filter((thread) => {
      const isDone = (left[thread] as number) > 0;
      if (isDone) left[thread] = (left[thread] as number) - 1;
      return !isDone;
    });
    for (let enabled = machine.enabledThreads(); enabled !== 0 && path.length < maxSteps; ) {
      const next = rest.findIndex((thread) => (enabled & (1 << thread)) !== 0);
      const last = path.at(-1) ?? 0;
      const other = (enabled & (1 << last)) !== 0 ? last : lowestOf(enabled);
      step(next < 0 ? other : (rest.splice(next, 1)[0] as number));
      enabled = machine.enabledThreads();
    }
    return path.map((thread) => machine.threadNumbers[thread] as number);
  }
}

/** A state on the way, with the threads that have not been followed from it, as bits. */
interface Place {
  readonly isTurned: boolean;
  left: number;
}
