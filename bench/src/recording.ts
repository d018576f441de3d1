// What recording costs the thing that is recorded: a TCP ping-pong with and without our ring recorder, and a loop over
// a lock on real worker threads without recording, with it, and with source lines as well.
import { once } from 'node:events';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { Crew, createRing, Operation, RingReader, RingWriter, runFreely, timingOf, value } from '@lockstep/threads';
import { compare, elapsedNs } from './compare.ts';
import { printFigure } from './figure.ts';

const ROUND_TRIPS = 1000;
const MESSAGE = Buffer.alloc(64, 'x');
const SENT = 1;
const RECEIVED = 2;

type Probe = (what: number, bytes: number) => void;

/** One connection over loopback; the same sockets serve both ways of running. */
async function createPingPong() {
  const probe: { current: Probe } = { current: () => undefined };
  const server = net.createServer((socket) => {
    socket.setNoDelay(true);
    socket.on('data', (data) => {
      probe.current(RECEIVED, data.length);
      socket.write(data);
      probe.current(SENT, data.length);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1');
  await once(client, 'connect');
  client.setNoDelay(true);

  /** Microseconds for a slice of round trips. */
  function slice(probing: Probe): Promise<number> {
    probe.current = probing;
    return new Promise((resolve) => {
      const startedAt = process.hrtime.bigint();
      let left = ROUND_TRIPS;
      const next = () => {
        client.write(MESSAGE);
        probing(SENT, MESSAGE.length);
      };
      const answered = (data: Buffer) => {
        probing(RECEIVED, data.length);
        if (--left > 0) return next();
        client.off('data', answered);
        resolve(Number(process.hrtime.bigint() - startedAt) / 1000);
      };
      client.on('data', answered);
      next();
    });
  }

  function close(): void {
    client.destroy();
    server.close();
  }
  return { slice, close };
}

function createRingProbe(): Probe & { drain(): void } {
  const ring = createRing(1 << 14);
  const writer = new RingWriter(ring, new Int32Array(new SharedArrayBuffer(4)), 0);
  const reader = new RingReader(ring);
  return Object.assign((what: number, bytes: number) => writer.write(what, 0, bytes, 0, 0, 0), {
    drain() {
      while (reader.peek() !== undefined) reader.take();
    },
  });
}

async function pingPong() {
  const { slice, close } = await createPingPong();
  const ring = createRingProbe();
  const off: Probe = () => undefined;
  const recorded = async () => {
    const cost = await slice(ring);
    ring.drain();
    return cost;
  };
  const result = await compare(recorded, () => slice(off), 60);
  close();
  return result;
}

/** A program of the package's own tests: each round is lock, load, add, store, unlock. */
const FIXTURES = fileURLToPath(new URL('./fixtures', import.meta.resolve('@lockstep/threads')));

async function lockLoop(rounds: number, subject: { ring: boolean; lines: boolean }) {
  const create = ({ ring, lines }: { ring: boolean; lines: boolean }) =>
    Crew.create({
      directory: FIXTURES,
      program: 'lost-update.js',
      knobs: { threads: 2, rounds, locked: true },
      gated: false,
      lines,
      windowUs: 0,
      ...(ring && { ringCapacity: 1 << 18 }),
    });
  const crews = [await create(subject), await create({ ring: false, lines: false })] as const;
  const slice = (crew: Crew) => async () => {
    await runFreely(crew, () => emptyRings(crew));
    return timingOf(crew.board).elapsedUs;
  };
  try {
    return await compare(slice(crews[0]), slice(crews[1]), 20);
  } finally {
    await Promise.all(crews.map((crew) => crew.dispose()));
  }
}

const readers = new WeakMap<SharedArrayBuffer, RingReader>();
function emptyRings(crew: Crew): void {
  for (const ring of crew.rings) {
    const reader = readers.get(ring) ?? new RingReader(ring);
    readers.set(ring, reader);
    while (reader.peek() !== undefined) reader.take();
  }
}

/** What an operation would be if there were no lines at all. */
class LinelessOperation {
  readonly verb: unknown;
  readonly object: unknown;
  readonly argument: number;
  readonly name: string;
  readonly timeoutMs: number;
  readonly line: number;
  readonly read: undefined;
  constructor(verb: unknown, object: { readonly name: string }, argument = 0, options: { name?: string } = {}) {
    this.verb = verb;
    this.object = object;
    this.argument = argument;
    this.name = options.name ?? object.name;
    this.timeoutMs = -1;
    this.line = 0;
    this.read = undefined;
  }
}

/** In a batch run nobody wants lines: then they must cost nothing. */
function operationsMade() {
  const total = value('total', 0);
  const { verb } = total.read();
  let kept: unknown;
  const make = (makeOne: (argument: number) => unknown) => () =>
    elapsedNs(() => {
      for (let i = 0; i < 300_000; i++) kept = makeOne(i);
    });
  const result = compare(
    make((argument) => new Operation(verb, total, argument)),
    make((argument) => new LinelessOperation(verb, total, argument)),
    60,
  );
  if (kept === total) throw new Error('never');
  return result;
}

const percent = (ratio: number) => `${((ratio - 1) * 100).toFixed(1)} %`;

const recordedLoop = await lockLoop(5000, { ring: true, lines: false });
console.log(
  `a loop over a lock on two threads: recording takes ${percent(recordedLoop.ratio)} more time (control ${percent(recordedLoop.control)})`,
);
const linedLoop = await lockLoop(500, { ring: true, lines: true });
console.log(`the same with source lines: ${percent(linedLoop.ratio)} more (control ${percent(linedLoop.control)})`);
const made = await operationsMade();
console.log(
  `making operations that could know their line, lines off, against ones that could not: ${percent(made.ratio)} (control ${percent(made.control)})`,
);

const tcp = await pingPong();
printFigure({
  name: 'recording',
  figure: tcp.ratio,
  unit: 'time of a TCP ping-pong recorded / not recorded',
  target: 1.02,
  peer: 'the same sockets, not recorded',
  control: tcp.control,
});
