import { EMPTY_QUEUE, foldOf, type QueueItem, queueContents, type Trace } from '@lockstep/trace';

/** All items that ever went in, in the order of their puts, each with the get that took it out if there was one. */
export function journeysOf(trace: Trace, length: number, queue: string): readonly QueueItem[] {
  const fold = foldOf(queueContents, trace);
  const items = new Map<number, QueueItem>();
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    if (kind !== 'queue.put' && kind !== 'queue.got') continue;
    const { lastPut, lastGot } = fold.at(seq + 1).get(queue) ?? EMPTY_QUEUE;
    const moved = (kind === 'queue.put' ? lastPut : lastGot).get(trace.actorAt(seq));
    if (moved) items.set(moved.putAt, moved);
  }
  return [...items.values()];
}

/** Those of a cursor: what is still to come is not known yet. */
export function journeysAt(all: readonly QueueItem[], cursor: number): readonly QueueItem[] {
  return all
    .filter((item) => item.putAt < cursor)
    .map((item) => (item.gotAt !== undefined && item.gotAt >= cursor ? insideAgain(item) : item));
}

function insideAgain({ text, putBy, putAt }: QueueItem): QueueItem {
  return { text, putBy, putAt };
}
