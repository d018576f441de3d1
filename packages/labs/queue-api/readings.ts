// What the puts, gets and questions of a run come to.
import { type EventOf, findEvent, foldOf, queueContents, type Trace, waitForGraph } from '@lockstep/trace';

/** The first operation that the queue refused with this error, at once or when its time was over. */
export function refusal(
  trace: Trace,
  error: 'queue.Full' | 'queue.Empty',
  when: 'at once' | 'in time',
): EventOf<'operation.failed'> | undefined {
  const found = findEvent(
    trace,
    (event) =>
      event.kind === 'operation.failed' &&
      event.error === error &&
      (waitBefore(trace, event) === undefined) === (when === 'at once'),
  );
  return found?.kind === 'operation.failed' ? found : undefined;
}

/** The wait that an operation's time ran out in: its thread's event just before. */
function waitBefore(trace: Trace, { seq, actor }: { readonly seq: number; readonly actor: string }) {
  for (let before = seq - 1; before >= 0; before--)
    if (trace.actorAt(before) === actor) return trace.kindAt(before) === 'thread.blocked' ? before : undefined;
  return undefined;
}

/** A thread that waits for the queue: for a place, or for an item. */
export function waitsFor(trace: Trace, what: 'place' | 'item'): number | undefined {
  return findEvent(trace, (event) => {
    if (event.kind !== 'thread.blocked' || event.on !== 'q') return false;
    const inside = foldOf(queueContents, trace).at(event.seq).get('q')?.inside.length ?? 0;
    return what === 'place' ? inside > 0 : inside === 0;
  })?.seq;
}

type Order = 'oldest' | 'newest' | 'smallest';

/** The first get that shows by which order items are taken: the one taken was only one of these three. */
export function orderShown(trace: Trace): { readonly order: Order; readonly get: EventOf<'queue.got'> } | undefined {
  for (const event of trace.slice(0)) {
    if (event.kind !== 'queue.got') continue;
    const items = (foldOf(queueContents, trace).at(event.seq).get(event.queue)?.inside ?? []).map(({ text }) =>
      Number(text),
    );
    const taken = Number(event.item);
    const orders: readonly [Order, number | undefined][] = [
      ['oldest', items[0]],
      ['newest', items.at(-1)],
      ['smallest', Math.min(...items)],
    ];
    const fitting = orders.filter(([, item]) => item === taken);
    if (fitting.length === 1 && fitting[0]) return { order: fitting[0][0], get: event };
  }
  return undefined;
}

/** A thread that saw that there was something, and what came of its next step at the queue. */
export interface Look {
  readonly look: EventOf<'queue.measured'>;
  readonly came: 'item' | 'wait' | 'error';
  readonly seq: number;
}

/** The first look that was no longer true when it was used; else the first one that was. */
export function lookUsed(trace: Trace): Look | undefined {
  const looks = trace.slice(0).flatMap((event): Look[] => {
    if (event.kind !== 'queue.measured' || event.asked !== 'empty' || event.answer !== 'False') return [];
    const next = findEvent(
      trace,
      ({ seq, actor, kind }) =>
        seq > event.seq &&
        actor === event.actor &&
        (kind === 'queue.got' || kind === 'thread.blocked' || kind === 'operation.failed'),
    );
    if (!next) return [];
    const came = next.kind === 'queue.got' ? 'item' : next.kind === 'thread.blocked' ? 'wait' : 'error';
    return [{ look: event, came, seq: next.seq }];
  });
  return looks.find(({ came }) => came !== 'item') ?? looks[0];
}

/** The get of another thread that made a look untrue. */
export function takenBetween(trace: Trace, { look, seq }: Look): EventOf<'queue.got'> | undefined {
  const found = findEvent(
    trace,
    (event) => event.seq > look.seq && event.seq < seq && event.kind === 'queue.got' && event.actor !== look.actor,
  );
  return found?.kind === 'queue.got' ? found : undefined;
}

/** The step since which nobody can go on. */
export function stuckSince(trace: Trace): number | undefined {
  const end = findEvent(trace, (event) => event.kind === 'run.ended' && event.reason === 'deadlock');
  return end && (foldOf(waitForGraph, trace).at(trace.length).stuckSince ?? end.seq);
}

/** The last measure of that name. */
export function measured(trace: Trace, what: string): EventOf<'measure.taken'> | undefined {
  return trace
    .slice(0)
    .findLast((event): event is EventOf<'measure.taken'> => event.kind === 'measure.taken' && event.what === what);
}

/** The first item past the number that is often told, put without waiting. */
export function pastTheNumber(trace: Trace): EventOf<'measure.taken'> | undefined {
  const found = findEvent(
    trace,
    (event) => event.kind === 'measure.taken' && event.what === 'taken/queue.Queue' && event.value > 32_767,
  );
  return found?.kind === 'measure.taken' ? found : undefined;
}
