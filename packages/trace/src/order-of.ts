// Was the order of two events forced? What a trace can say: Lamport's "happened before" ("Time, Clocks, and the Ordering
// of Events in a Distributed System", CACM 21(7), 1978) over what was recorded, the order within each program and the
// causes that are named. No chain is not a proof that the order was free: a cause may not have been recorded.
import type { Actor } from './header.ts';
import type { Kind } from './kinds.ts';
import type { Trace } from './trace.ts';

/**
 * What ties an event to one before it. `program`: the same program came to it afterwards. `cause`: the trace names the
 * one as what made the other happen, and it cannot be otherwise (sent before it was delivered, started before it began).
 * `turn`: so too, but who came first at something shared was a matter of turn: with another choice earlier the lock
 * goes to somebody else, the read sees another write.
 */
export type OrderTie = 'program' | 'cause' | 'turn';

/** One step of a chain: the event that follows, and what ties it to the one before. */
export interface OrderLink {
  readonly seq: number;
  readonly by: OrderTie;
}

/** What is recorded of the order of two events, the earlier one first. */
export type Order =
  | {
      readonly forced: true;
      /** From the earlier event, which is not in it, to the later one, which is its end. */
      readonly chain: readonly OrderLink[];
      /** No link of it is a matter of turn: so it is in each run in which both happen. */
      readonly lasting: boolean;
    }
  | { readonly forced: false };

/** A matter of turn costs more than any number of links that last. */
const TURN_COST = 2 ** 32;

/**
 * Tells whether `earlier` had to happen before `later` in this run, and by which chain: one that lasts where there is
 * one, else the one with the fewest matters of turn, and of those the shortest. Goes once through the events between
 * the two.
 *
 * @param earlier the lower `seq`
 * @example orderOf(trace, 5, 6) // { forced: true, lasting: false, chain: [{ seq: 6, by: 'turn' }] }
 */
export function orderOf(trace: Trace, earlier: number, later: number): Order {
  if (earlier >= later) return { forced: false };
  const roles = new Map(trace.header.actors.map(({ id, role }) => [id, role]));
  const count = later - earlier + 1;
  /** For each event what follows it on the way to the end (`NONE`: nothing known), by which tie, and what it costs. */
  const next = new Int32Array(count).fill(NONE);
  const tie = new Uint8Array(count);
  const costs = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  costs[later - earlier] = 0;
  /** For each actor with a program the event, of those passed, from which the end is nearest. */
  const nearest = new Map<string, { seq: number; cost: number }>();

  for (let seq = later; seq >= earlier; seq--) {
    const at = seq - earlier;
    const actor = trace.actorAt(seq);
    const onward = nearest.get(actor);
    if (onward && onward.cost + 1 <= (costs[at] as number)) {
      costs[at] = onward.cost + 1;
      next[at] = onward.seq;
      tie[at] = PROGRAM;
    }
    const cost = costs[at] as number;
    if (cost === Number.POSITIVE_INFINITY) continue;
    if (!onward) {
      if (hasProgram(roles.get(actor))) nearest.set(actor, { seq, cost });
    } else if (cost < onward.cost) {
      onward.seq = seq;
      onward.cost = cost;
    }
    const cause = trace.causeAt(seq);
    if (cause === undefined || cause < earlier || cause >= seq) continue;
    const by = tieTo(trace, seq, cause, roles);
    const causeCost = cost + (by === 'turn' ? TURN_COST : 1);
    if (causeCost >= (costs[cause - earlier] as number)) continue;
    costs[cause - earlier] = causeCost;
    next[cause - earlier] = seq;
    tie[cause - earlier] = TIES.indexOf(by);
  }
  if (next[0] === NONE) return { forced: false };
  const chain: OrderLink[] = [];
  for (let seq = earlier; seq !== later; ) {
    const at = seq - earlier;
    seq = next[at] as number;
    chain.push({ seq, by: TIES[tie[at] as number] as OrderTie });
  }
  return { forced: true, chain, lasting: chain.every(({ by }) => by !== 'turn') };
}

const NONE = -1;
const TIES: readonly OrderTie[] = ['program', 'cause', 'turn'];
const PROGRAM = TIES.indexOf('program');

/** A kernel and a cable do what comes, for whomever it is: that they did one thing before another forces nothing. */
function hasProgram(role: Actor['role'] | undefined): boolean {
  return role !== 'kernel' && role !== 'cable';
}

/** Effects of another thread that are as they are whoever had been quicker. */
const LASTING: ReadonlySet<Kind> = new Set<Kind>([
  'thread.started',
  'thread.joined',
  'thread.killed',
  'future.received',
  'future.called-back',
]);

const SHARED = /^(value|lock|semaphore|condition|event|barrier|queue|future|pool|thread|gil)\./;

function tieTo(trace: Trace, seq: number, cause: number, roles: ReadonlyMap<string, Actor['role']>): OrderTie {
  const actor = trace.actorAt(seq);
  if (actor === trace.actorAt(cause) && hasProgram(roles.get(actor))) return 'program';
  const kind = trace.kindAt(seq);
  if (LASTING.has(kind) || !SHARED.test(kind)) return 'cause';
  // Main goes on when the last thread has ended: another one could have been the last, but all had to end.
  return kind === 'thread.unblocked' && trace.kindAt(cause) === 'thread.finished' ? 'cause' : 'turn';
}
