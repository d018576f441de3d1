// Python's queue.Queue, LifoQueue and PriorityQueue: a line of items between threads. put() waits while it is full, get()
// while it is empty; join() waits until each item that was put has been reported done.
// https://docs.python.org/3/library/queue.html
//
// Words: [size, unfinished tasks, the items in the order in which they will be got, then zeros].
import type { QueueOrder } from '@lockstep/trace';
import { MONITOR_WORDS, performInMonitor } from './monitor.ts';
import { asBoolean, Operation } from './operation.ts';
import { PythonError } from './python-error.ts';
import { NONE, textOf } from './python-none.ts';
import { SharedObject } from './shared-object.ts';
import { always, type Request, type Verb } from './verb.ts';

const SIZE = 0;
const UNFINISHED = 1;
const ITEMS = 2;
/** What a queue without a limit has room for, for shared memory does not grow. */
const ROOM = 64;

/** What belongs to some queues only. */
export interface QueueOptions {
  /** How many items it holds at most; 0: without limit, as in Python (but 64 is all there is room for). */
  readonly maxsize?: number;
  /** The text of an item in events; pure. `NONE` is shown as `None` in any case. */
  readonly show?: (item: number) => string;
}

/** A queue of 32-bit integers. */
export class Queue extends SharedObject {
  readonly words: number;
  readonly realWords = MONITOR_WORDS;
  readonly order: QueueOrder;
  readonly maxsize: number;
  readonly #show: ((item: number) => string) | undefined;

  constructor(name: string, order: QueueOrder, { maxsize = 0, show }: QueueOptions) {
    super(name);
    this.order = order;
    this.maxsize = Math.max(0, maxsize);
    this.words = ITEMS + (this.maxsize || ROOM);
    this.#show = show;
  }

  /**
   * Puts an item in; waits while the queue is full. When the time runs out: queue.Full.
   * @param item a 32-bit integer, or `NONE`
   * @param timeoutMs absent: without limit
   */
  put(item: number, timeoutMs?: number): Operation<void> {
    return new Operation(putVerb, this, item | 0, { timeoutMs });
  }

  /**
   * Takes out the next item; waits while the queue is empty. When the time runs out: queue.Empty.
   * @param timeoutMs absent: without limit
   */
  get(timeoutMs?: number): Operation<number> {
    return new Operation(getVerb, this, 0, { timeoutMs });
  }

  /** `put(item, block=False)`. Full: queue.Full. */
  putNowait(item: number): Operation<void> {
    return this.put(item, 0);
  }

  /** `get(block=False)`. Empty: queue.Empty. */
  getNowait(): Operation<number> {
    return this.get(0);
  }

  /** How many items there are; another thread may change that before the answer is used. */
  qsize(): Operation<number> {
    return new Operation(measureVerb, this, MEASURES.indexOf('qsize'));
  }

  empty(): Operation<boolean> {
    return new Operation(measureVerb, this, MEASURES.indexOf('empty'), { read: asBoolean });
  }

  full(): Operation<boolean> {
    return new Operation(measureVerb, this, MEASURES.indexOf('full'), { read: asBoolean });
  }

  /** Reports one item that was got as done. More often than items were put: ValueError. */
  taskDone(): Operation<void> {
    return new Operation(taskDoneVerb, this);
  }

  /** Waits until every item that was put has been reported done. */
  join(): Operation<void> {
    return new Operation(joinVerb, this);
  }

  /** An item as events show it. */
  textOf(item: number): string {
    return textOf(item, this.#show);
  }

  override describe(words: Int32Array): string {
    const first = this.at + ITEMS;
    const items = [...words.subarray(first, first + (words[this.at + SIZE] as number))];
    return `${this.name}=[${items.map((item) => this.textOf(item)).join(',')}]`;
  }
}

/** Declares a queue: what was put first is got first. */
export function queue(name: string, options: QueueOptions = {}): Queue {
  return new Queue(name, 'fifo', options);
}

/** Declares a stack: what was put last is got first. */
export function lifoQueue(name: string, options: QueueOptions = {}): Queue {
  return new Queue(name, 'lifo', options);
}

/**
 * Declares a priority queue: the smallest item is got first. `NONE` cannot be compared with a number: TypeError, as in
 * Python (which then leaves the item in the queue, where its heap is out of order; here it stays outside).
 */
export function priorityQueue(name: string, options: QueueOptions = {}): Queue {
  return new Queue(name, 'priority', options);
}

/** Of equal items the first that was put is the first that is got, but for a stack. */
const handedOn = ({ object }: Request, item: number) => `item ${item} of ${object.index}`;
const lastDone = ({ object }: Request) => `task done in ${object.index}`;

const putVerb: Verb = {
  name: 'queue.put',
  access: 'write',
  enabled: (words, _thread, { object }) =>
    (object as Queue).maxsize === 0 || (words[object.at + SIZE] as number) < (object as Queue).maxsize,
  apply(words, _thread, { object, argument }) {
    const { at, order, name } = object as Queue;
    const size = words[at + SIZE] as number;
    if (size === object.words - ITEMS) throw new RangeError(`${name} has room for ${size} items: give it a maxsize`);
    const first = at + ITEMS;
    const place = order === 'fifo' ? size : order === 'lifo' ? 0 : rank(words.subarray(first, first + size), argument);
    words.copyWithin(first + place + 1, first + place, first + size);
    words[first + place] = argument;
    words[at + SIZE] = size + 1;
    words[at + UNFINISHED] = (words[at + UNFINISHED] as number) + 1;
    return 0;
  },
  expire() {
    throw new PythonError('queue.Full');
  },
  perform: performInMonitor,
  describe: ({ name, object, argument }) => `put ${(object as Queue).textOf(argument)} → ${name}`,
  tell: ({ name, object, argument }, words) => ({
    kind: 'queue.put',
    queue: name,
    item: (object as Queue).textOf(argument),
    size: words[object.at + SIZE] as number,
  }),
  hands: (step) => handedOn(step, step.argument),
};

/** The place of a new item behind all that are not greater. */
function rank(items: Int32Array, item: number): number {
  for (const other of items.subarray(0, 1))
    if (item === NONE || other === NONE)
      throw new PythonError('TypeError', `'<' not supported between instances of ${typeOf(item)} and ${typeOf(other)}`);
  const place = items.findIndex((other) => other > item);
  return place < 0 ? items.length : place;
}

function typeOf(item: number): string {
  return item === NONE ? "'NoneType'" : "'int'";
}

const getVerb: Verb = {
  name: 'queue.get',
  access: 'write',
  enabled: (words, _thread, { object }) => (words[object.at + SIZE] as number) > 0,
  apply(words, _thread, { object }) {
    const first = object.at + ITEMS;
    const item = words[first] as number;
    const size = (words[object.at + SIZE] as number) - 1;
    words.copyWithin(first, first + 1, first + 1 + size);
    words[first + size] = 0;
    words[object.at + SIZE] = size;
    return item;
  },
  expire() {
    throw new PythonError('queue.Empty');
  },
  perform: performInMonitor,
  describe: ({ name }) => `get ${name}`,
  tell: ({ name, object, answer }, words) => ({
    kind: 'queue.got',
    queue: name,
    item: (object as Queue).textOf(answer),
    size: words[object.at + SIZE] as number,
  }),
  takes: (step) => ({
    mark: handedOn(step, step.answer),
    end: (step.object as Queue).order === 'lifo' ? 'last' : 'first',
  }),
};

/** What is asked, in the order of the verb's arguments. */
const MEASURES = ['qsize', 'empty', 'full'] as const;

const measureVerb: Verb = {
  name: 'queue.measure',
  access: 'read',
  enabled: always,
  apply(words, _thread, { object, argument }) {
    const { at, maxsize } = object as Queue;
    const size = words[at + SIZE] as number;
    return [size, Number(size === 0), Number(maxsize > 0 && size >= maxsize)][argument] as number;
  },
  perform: performInMonitor,
  describe: ({ name, argument }) => `${MEASURES[argument]} ${name}`,
  tell: ({ name, argument, answer }) => ({
    kind: 'queue.measured',
    queue: name,
    asked: MEASURES[argument] as string,
    answer: MEASURES[argument] === 'qsize' ? String(answer) : answer === 1 ? 'True' : 'False',
  }),
};

const taskDoneVerb: Verb = {
  name: 'queue.task-done',
  access: 'write',
  enabled: always,
  apply(words, _thread, { object }) {
    const unfinished = words[object.at + UNFINISHED] as number;
    if (unfinished === 0) throw new PythonError('ValueError', 'task_done() called too many times');
    words[object.at + UNFINISHED] = unfinished - 1;
    return 0;
  },
  perform: performInMonitor,
  describe: ({ name }) => `task_done ${name}`,
  tell: ({ name, object }, words) => ({
    kind: 'queue.task-done',
    queue: name,
    unfinished: words[object.at + UNFINISHED] as number,
  }),
  leaves: (step) => [lastDone(step)],
};

const joinVerb: Verb = {
  name: 'queue.join',
  access: 'read',
  enabled: (words, _thread, { object }) => words[object.at + UNFINISHED] === 0,
  apply: () => 0,
  perform: performInMonitor,
  describe: ({ name }) => `join ${name}`,
  tell: ({ name }) => ({ kind: 'queue.joined', queue: name }),
  causedBy: lastDone,
};

export const queueVerbs: readonly Verb[] = [putVerb, getVerb, measureVerb, taskDoneVerb, joinVerb];
