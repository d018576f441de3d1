// What the puts, gets and reports of a run come to.
import { type EventOf, findEvent, foldOf, type Trace, waitForGraph } from '@lockstep/trace';

const PILL = 'None';

type Got = EventOf<'queue.got'>;
type Put = EventOf<'queue.put'>;

export function firstPill(trace: Trace): Got | undefined {
  const found = findEvent(trace, (event) => event.kind === 'queue.got' && event.item === PILL);
  return found?.kind === 'queue.got' ? found : undefined;
}

/** The first bun that is put after this step. */
function bunAfter(trace: Trace, seq: number): Put | undefined {
  const found = findEvent(trace, (event) => event.seq > seq && event.kind === 'queue.put' && event.item !== PILL);
  return found?.kind === 'queue.put' ? found : undefined;
}

/** A pill that ended a consumer while buns were still to come, and the first of these. */
export function earlyPill(trace: Trace): { readonly pill: Got; readonly bun: Put } | undefined {
  const pill = firstPill(trace);
  const bun = pill && bunAfter(trace, pill.seq);
  return bun && { pill, bun };
}

export function joined(trace: Trace): EventOf<'queue.joined'> | undefined {
  const found = findEvent(trace, (event) => event.kind === 'queue.joined');
  return found?.kind === 'queue.joined' ? found : undefined;
}

/** A join() that returned before the last bun was put, and the first bun that came after. */
export function earlyJoin(trace: Trace): { readonly join: EventOf<'queue.joined'>; readonly bun: Put } | undefined {
  const join = joined(trace);
  const bun = join && bunAfter(trace, join.seq);
  return bun && { join, bun };
}

/** How many buns were put and how many were eaten, in the whole run. */
export function buns(trace: Trace): { readonly put: number; readonly eaten: number } {
  const all = trace.slice(0);
  return {
    put: all.filter((event) => event.kind === 'queue.put' && event.item !== PILL).length,
    eaten: all.filter((event) => event.kind === 'value.added' && event.name === 'eaten').length,
  };
}

/** The step since which nobody can go on. */
export function stuckSince(trace: Trace): number | undefined {
  const end = findEvent(trace, (event) => event.kind === 'run.ended' && event.reason === 'deadlock');
  return end && (foldOf(waitForGraph, trace).at(trace.length).stuckSince ?? end.seq);
}

/** Two buns of which the one that was got later was eaten first. */
export interface Overtaking {
  readonly first: Got;
  readonly second: Got;
  /** `seq` of the second one's end, and of the first one's. */
  readonly eatenAt: readonly [number, number];
}

export function overtaking(trace: Trace): Overtaking | undefined {
  const inHand = new Map<string, Got>();
  for (const event of trace.slice(0)) {
    if (event.kind === 'queue.got' && event.item !== PILL) inHand.set(event.actor, event);
    if (event.kind !== 'value.added' || event.name !== 'eaten') continue;
    const second = inHand.get(event.actor);
    inHand.delete(event.actor);
    const first = [...inHand.values()].find((got) => second !== undefined && got.seq < second.seq);
    const end =
      first &&
      findEvent(trace, ({ kind, actor, seq }) => kind === 'value.added' && actor === first.actor && seq > event.seq);
    if (first && second && end) return { first, second, eatenAt: [event.seq, end.seq] };
  }
  return undefined;
}

/** A thread that waits for the queue: a producer because it is full, a consumer because it is empty. */
export function waitsAt(trace: Trace, program: 'producer' | 'consumer'): number | undefined {
  const actors = trace.header.actors.filter((actor) => actor.program === program).map(({ id }) => id);
  return findEvent(
    trace,
    (event) => event.kind === 'thread.blocked' && event.on === 'buns' && actors.includes(event.actor),
  )?.seq;
}
