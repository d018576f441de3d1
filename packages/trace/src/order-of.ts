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
  const roles = new Map(trace.header.actors.map(({ id, role }) => [id, role]));
  /** For each actor with a program the event, of those passed, from which the end is nearest. */
  const nearest = new Map<string, { readonly seq: number; readonly cost: number }>();
  /** For events that are the cause of one passed: what follows, and what it costs from there. */
  const effects = new Map<number, OrderLink & { readonly cost: number }>();
  /** What follows an event on the way to the end. */
  const next = new Map<number, OrderLink>();

  for (let seq = later; seq >= earlier; seq--) {
    const actor = trace.actorAt(seq);
    const onward = nearest.get(actor);
    const effect = effects.get(seq);
    effects.delete(seq);
    let cost = seq === later ? 0 : Number.POSITIVE_INFINITY;
    if (onward) {
      cost = onward.cost + 1;
      if (cost <= (effect?.cost ?? Number.POSITIVE_INFINITY)) next.set(seq, { seq: onward.seq, by: 'program' });
    }
    if (effect && effect.cost < cost) {
      cost = effect.cost;
      next.set(seq, effect);
    }
    if (cost === Number.POSITIVE_INFINITY) continue;
    if (hasProgram(roles.get(actor)) && cost < (onward?.cost ?? Number.POSITIVE_INFINITY))
      nearest.set(actor, { seq, cost });
    const cause = trace.causeAt(seq);
    if (cause === undefined || cause < earlier || cause >= seq) continue;
    const by = tieTo(trace, seq, cause, roles);
    const causeCost = cost + (by === 'turn' ? TURN_COST : 1);
    if (causeCost < (effects.get(cause)?.cost ?? Number.POSITIVE_INFINITY))
      effects.set(cause, { seq, by, cost: causeCost });
  }
  return earlier < later && next.has(earlier) ? chainFrom(earlier, later, next) : { forced: false };
}

function chainFrom(earlier: number, later: number, next: ReadonlyMap<number, OrderLink>): Order {
  const chain: OrderLink[] = [];
  for (let at = earlier; at !== later; ) {
    const { seq, by } = next.get(at) as OrderLink;
    chain.push({ seq, by });
    at = seq;
  }
  return { forced: true, chain, lasting: chain.every(({ by }) => by !== 'turn') };
}

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
