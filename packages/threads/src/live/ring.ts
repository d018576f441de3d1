// Where a worker writes what it does while it runs at full speed: records of 32 bytes in shared memory, one writer, one
// reader. The number of a record comes from one counter of the whole run and is its place in the trace; the time is
// only for spacing. A full ring never makes the thread wait, for that would change what is being watched: records that
// find no room are counted.
//
// Header (128 bytes, so that writer and reader have a cache line each): [0] head, [1] dropped, [16] tail.
// Record: time (int64 ns) | number | what | object | argument | answer | line << 8 | name

import { nowNs } from '#platform';

const HEADER_BYTES = 128;
const RECORD_BYTES = 32;
const RECORD_WORDS = 8;
const RECORD_TIMES = 4;
const HEAD = 0;
const DROPPED = 1;
const TAIL = 16;

/** Marks in the `what` of a record that is no operation, or not one that was done. */
export const BLOCKED = 0x100;
export const UNBLOCKED = 0x200;
export const FAILED = 0x400;
export const FINISHED = 0x800;
export const EXPIRED = 0x1000;

const VERB_BITS = 0xff;
const TIMEOUT_SHIFT = 13;
const MAX_TIMEOUT_MS = (1 << (32 - TIMEOUT_SHIFT)) - 2;

/** Verb, marks and time-out in one word. */
export function whatOf(verb: number, mark: number, timeoutMs: number): number {
  return verb | mark | ((Math.min(timeoutMs, MAX_TIMEOUT_MS) + 1) << TIMEOUT_SHIFT);
}

export function verbIn(what: number): number {
  return what & VERB_BITS;
}

/** In ms; -1: without limit. */
export function timeoutIn(what: number): number {
  return (what >>> TIMEOUT_SHIFT) - 1;
}

/**
 * Shared memory for records.
 * @param capacity records; a power of two
 */
export function createRing(capacity: number): SharedArrayBuffer {
  return new SharedArrayBuffer(HEADER_BYTES + capacity * RECORD_BYTES);
}

/** One record, as the reader gives it back. */
export interface RingRecord {
  readonly number: number;
  /** On the clock of `nowNs`. */
  readonly timeNs: bigint;
  /** Code of the verb, marks and time-out, as `whatOf` joins them. */
  readonly what: number;
  /** Place of the object among the program's objects; -1 for none. */
  readonly object: number;
  readonly argument: number;
  /** Of a failed operation the number of the error in the worker's name table. */
  readonly answer: number;
  readonly line: number;
  /** Number of its name in the worker's name table, + 1; 0: the name of its object. */
  readonly name: number;
}

/** The one writer of a ring. */
export class RingWriter {
  readonly #header: Int32Array;
  readonly #words: Int32Array;
  readonly #times: BigInt64Array;
  readonly #capacity: number;
  readonly #counter: Int32Array;
  readonly #counterAt: number;
  #head: number;
  #knownTail: number;

  /** @param counter the word `counter[counterAt]` numbers the records of all rings of a run */
  constructor(ring: SharedArrayBuffer, counter: Int32Array, counterAt: number) {
    this.#header = new Int32Array(ring, 0, HEADER_BYTES / 4);
    this.#words = new Int32Array(ring, HEADER_BYTES);
    this.#times = new BigInt64Array(ring, HEADER_BYTES);
    this.#capacity = this.#words.length / RECORD_WORDS;
    this.#counter = counter;
    this.#counterAt = counterAt;
    this.#head = Atomics.load(this.#header, HEAD);
    this.#knownTail = Atomics.load(this.#header, TAIL);
  }

  write(what: number, object: number, argument: number, answer: number, line: number, name: number): void {
    const head = this.#head;
    if (head - this.#knownTail >= this.#capacity && !this.#hasRoomNow()) return;
    const words = this.#words;
    const slot = head & (this.#capacity - 1);
    const at = slot * RECORD_WORDS;
    words[at + 2] = Atomics.add(this.#counter, this.#counterAt, 1);
    this.#times[slot * RECORD_TIMES] = nowNs();
    words[at + 3] = what;
    words[at + 4] = object;
    words[at + 5] = argument;
    words[at + 6] = answer;
    words[at + 7] = (line << 8) | name;
    this.#head = head + 1;
    Atomics.store(this.#header, HEAD, head + 1);
  }

  #hasRoomNow(): boolean {
    this.#knownTail = Atomics.load(this.#header, TAIL);
    if (this.#head - this.#knownTail < this.#capacity) return true;
    Atomics.add(this.#header, DROPPED, 1);
    return false;
  }
}

/** The one reader of a ring. */
export class RingReader {
  readonly #header: Int32Array;
  readonly #words: Int32Array;
  readonly #times: BigInt64Array;
  readonly #capacity: number;
  readonly #droppedBefore: number;
  #tail: number;

  constructor(ring: SharedArrayBuffer) {
    this.#header = new Int32Array(ring, 0, HEADER_BYTES / 4);
    this.#words = new Int32Array(ring, HEADER_BYTES);
    this.#times = new BigInt64Array(ring, HEADER_BYTES);
    this.#capacity = this.#words.length / RECORD_WORDS;
    this.#droppedBefore = Atomics.load(this.#header, DROPPED);
    this.#tail = Atomics.load(this.#header, TAIL);
  }

  /** Records that found no room since this reader began. */
  get dropped(): number {
    return Atomics.load(this.#header, DROPPED) - this.#droppedBefore;
  }

  /** The number of the oldest unread record; undefined when there is none. */
  peek(): number | undefined {
    if (this.#tail === Atomics.load(this.#header, HEAD)) return undefined;
    return this.#words[(this.#tail & (this.#capacity - 1)) * RECORD_WORDS + 2];
  }

  /** Takes the oldest unread record, which `peek` has shown to exist. */
  take(): RingRecord {
    const slot = this.#tail & (this.#capacity - 1);
    const at = slot * RECORD_WORDS;
    const word = (offset: number) => this.#words[at + offset] as number;
    const record = {
      number: word(2),
      timeNs: this.#times[slot * RECORD_TIMES] as bigint,
      what: word(3),
      object: word(4),
      argument: word(5),
      answer: word(6),
      line: word(7) >>> 8,
      name: word(7) & 0xff,
    };
    this.#tail++;
    Atomics.store(this.#header, TAIL, this.#tail);
    return record;
  }
}

/** Takes records of several rings in the order of their numbers, as far as it is known. `next` is the first number. */
export function* inOrder(
  readers: readonly RingReader[],
  next: number,
): Generator<{ ring: number; record: RingRecord }> {
  for (let number = next; ; number++) {
    const ring = readers.findIndex((reader) => reader.peek() === number);
    if (ring < 0) return;
    yield { ring, record: (readers[ring] as RingReader).take() };
  }
}
