// What one recorded event costs the thread that records it: the ring's writer, beside its floor (the same stores and
// the same clock, written out by hand, with nothing that could be left out) and beside a message per event to another
// thread. And the same once more where it matters: in a thread of a program that runs at full speed.
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Crew, createRing, RingReader, RingWriter, runFreely, timingOf } from '@lockstep/threads';
import { compare, elapsedNs } from './compare.ts';
import { printFigure } from './figure.ts';

const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.resolve('@lockstep/threads')));
const EVENTS = 16_000;
const CAPACITY = 1 << 14;
const SLICES = 60;
const MESSAGES = 2000;
const MESSAGE_SLICES = 20;
const TARGET_NS = 80;

const { hrtime } = process;

/** What an event says; nothing that a compiler could work out beforehand. */
const eventOf = (index: number) => ({
  what: 3,
  object: index & 3,
  argument: index,
  answer: index ^ 5,
  line: 42,
  name: 0,
});

/** Nanoseconds for an event. */
function createWriter() {
  const ring = createRing(CAPACITY);
  const writer = new RingWriter(ring, new Int32Array(new SharedArrayBuffer(64)), 0);
  const reader = new RingReader(ring);
  return () => {
    const ns = elapsedNs(() => {
      for (let index = 0; index < EVENTS; index++) writer.write(3, index & 3, index, index ^ 5, 42, 0);
    });
    if (reader.dropped > 0) throw new Error(`${reader.dropped} events found no room`);
    while (reader.peek() !== undefined) reader.take();
    return ns / EVENTS;
  };
}

/** Nanoseconds for what a record cannot do without: its number, its time, its words, and that it is there. */
function createFloor() {
  const memory = new SharedArrayBuffer(128 + CAPACITY * 32);
  const header = new Int32Array(memory, 0, 32);
  const words = new Int32Array(memory, 128);
  const times = new BigInt64Array(memory, 128);
  const counter = new Int32Array(new SharedArrayBuffer(64));
  let head = 0;
  return () =>
    elapsedNs(() => {
      for (let index = 0; index < EVENTS; index++) {
        const slot = head & (CAPACITY - 1);
        const at = slot * 8;
        words[at + 2] = Atomics.add(counter, 0, 1);
        times[slot * 4] = hrtime.bigint();
        words[at + 3] = 3;
        words[at + 4] = index & 3;
        words[at + 5] = index;
        words[at + 6] = index ^ 5;
        words[at + 7] = 42 << 8;
        head++;
        Atomics.store(header, 0, head);
      }
    }) / EVENTS;
}

/** Nanoseconds for an event that is posted: only the sender's side, the receiver does nothing with it but count. */
async function createPoster() {
  const receiver = new Worker(
    `const { parentPort } = require('node:worker_threads');
     let received = 0;
     parentPort.on('message', () => { if (++received % ${MESSAGES} === 0) parentPort.postMessage('all'); });`,
    { eval: true },
  );
  await once(receiver, 'online');
  async function slice(): Promise<number> {
    const all = once(receiver, 'message');
    const ns = elapsedNs(() => {
      for (let index = 0; index < MESSAGES; index++)
        receiver.postMessage({ ...eventOf(index), number: index, timeNs: hrtime.bigint() });
    });
    await all;
    return ns / MESSAGES;
  }
  return { slice, close: () => receiver.terminate() };
}

/** Nanoseconds for an operation of one thread at full speed, recorded or not. */
async function createLoop(isRecorded: boolean) {
  const rounds = EVENTS / 4;
  const crew = await Crew.create({
    directory: FIXTURES,
    program: 'lost-update.js',
    knobs: { threads: 1, rounds },
    gated: false,
    lines: false,
    windowUs: 0,
    ...(isRecorded && { ringCapacity: CAPACITY }),
  });
  await crew.areReady();
  const readers = crew.rings.map((ring) => new RingReader(ring));
  async function slice(): Promise<number> {
    await runFreely(crew);
    for (const reader of readers) while (reader.peek() !== undefined) reader.take();
    return (timingOf(crew.board).elapsedUs * 1000) / (rounds * 3);
  }
  return { slice, close: () => crew.dispose() };
}

const ns = (value: number) => `${value.toFixed(0)} ns`;

const recorded = await createLoop(true);
const bare = await createLoop(false);
const loop = await compare(recorded.slice, bare.slice, SLICES / 2);
console.log(
  `a thread at full speed: an operation takes ${ns(loop.baseMedian)}, recorded ${ns(loop.subjectMedian)}: ` +
    `${ns(loop.subjectMedian - loop.baseMedian)} more`,
);
await Promise.all([recorded.close(), bare.close()]);

const poster = await createPoster();
const posted = await compare(poster.slice, createWriter(), MESSAGE_SLICES);
await poster.close();
console.log(`postMessage for each event: ${ns(posted.subjectMedian)}, ${posted.ratio.toFixed(0)} × the ring`);

const written = await compare(createWriter(), createFloor(), SLICES);
console.log(
  `an event written to the ring: ${ns(written.subjectMedian)}, its floor ${ns(written.baseMedian)}: ` +
    `${written.ratio.toFixed(2)} ×`,
);
printFigure({
  name: 'events',
  figure: written.subjectMedian,
  unit: 'ns for an event written to the ring',
  target: TARGET_NS,
  peer: 'the same stores and clock by hand; a message for each event',
  control: written.control,
});
