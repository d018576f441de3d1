// What is inside a queue, who put it there and who took it out, told from the puts and gets alone.
import type { EventOf } from './event.ts';
import { type List, withItem, withoutItemAt } from './list.ts';
import type { Model } from './model.ts';
import { withEntry } from './ordered-map.ts';

/** Which item `get` hands out: the oldest, the newest, or the smallest (Python's Queue, LifoQueue, PriorityQueue). */
export type QueueOrder = 'fifo' | 'lifo' | 'priority';

/** One item on its way through a queue. */
export interface QueueItem {
  /** As Python would print it; `None` is the usual poison pill. */
  readonly text: string;
  readonly putBy: string;
  /** `seq` of its put. */
  readonly putAt: number;
  readonly gotBy?: string;
  readonly gotAt?: number;
}

/** One queue at a cursor. */
export interface QueueContents {
  /** In the order in which they were put. */
  readonly inside: List<QueueItem>;
  readonly put: number;
  readonly got: number;
  /** Puts whose `task_done()` is still to come. */
  readonly unfinished: number;
  /** The last item that each thread put, and that each thread got. */
  readonly lastPut: ReadonlyMap<string, QueueItem>;
  readonly lastGot: ReadonlyMap<string, QueueItem>;
  /** `seq` of the last `join()` that returned. */
  readonly joinedAt?: number;
}

/** All queues by name, in the order of their first event. */
export type Queues = ReadonlyMap<string, QueueContents>;

/** What a queue is before anything happened to it. */
export const EMPTY_QUEUE: QueueContents = {
  inside: [],
  put: 0,
  got: 0,
  unfinished: 0,
  lastPut: new Map(),
  lastGot: new Map(),
};

/** Folds puts and gets. A get's cause is the put of its item; where it is not known, the oldest alike is taken. */
export const queueContents: Model<Queues> = {
  kinds: new Set(['queue.put', 'queue.got', 'queue.task-done', 'queue.joined']),
  initial: () => new Map(),
  apply(queues, event) {
    switch (event.kind) {
      case 'queue.put':
        return changed(queues, event.queue, (queue) => afterPut(queue, event));
      case 'queue.got':
        return changed(queues, event.queue, (queue) => afterGot(queue, event));
      case 'queue.task-done':
        return changed(queues, event.queue, (queue) => ({ ...queue, unfinished: event.unfinished }));
      case 'queue.joined':
        return changed(queues, event.queue, (queue) => ({ ...queue, joinedAt: event.seq }));
      default:
        return queues;
    }
  },
};

function changed(queues: Queues, name: string, change: (queue: QueueContents) => QueueContents): Queues {
  return withEntry(queues, name, change(queues.get(name) ?? EMPTY_QUEUE));
}

function afterPut(queue: QueueContents, { item, actor, seq }: EventOf<'queue.put'>): QueueContents {
  const put: QueueItem = { text: item, putBy: actor, putAt: seq };
  return {
    ...queue,
    inside: withItem(queue.inside, put),
    put: queue.put + 1,
    unfinished: queue.unfinished + 1,
    lastPut: withEntry(queue.lastPut, actor, put),
  };
}

function afterGot(queue: QueueContents, { item, actor, seq, cause }: EventOf<'queue.got'>): QueueContents {
  const caused = cause === undefined ? -1 : placeOf(queue.inside, cause);
  const index = caused < 0 ? queue.inside.findIndex((one) => one.text === item) : caused;
  const found = index < 0 ? undefined : queue.inside.at(index);
  if (!found) return queue;
  const got: QueueItem = { ...found, gotBy: actor, gotAt: seq };
  return {
    ...queue,
    inside: withoutItemAt(queue.inside, index),
    got: queue.got + 1,
    lastGot: withEntry(queue.lastGot, actor, got),
  };
}

/** The items lie in the order of their puts, so that halving finds one. */
function placeOf(inside: List<QueueItem>, putAt: number): number {
  let from = 0;
  let to = inside.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((inside.at(middle) as QueueItem).putAt < putAt) from = middle + 1;
    else to = middle;
  }
  return inside.at(from)?.putAt === putAt ? from : -1;
}
