// A run of any length, made by the virtual machine with a program like those of the labs, written twice: as our recording,
// and as Chrome trace JSON with the same events, one slice an event on the track of its thread.
import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import {
  type Lock,
  lock,
  type Program,
  randomly,
  runVirtually,
  threadProgram,
  type Value,
  value,
} from '@lockstep/threads';
import { createTrace, FORMAT_VERSION, type Header, serializeEvent, type Trace } from '@lockstep/trace';

const THREADS = 8;
const FLUSH_EVENTS = 10_000;

interface Shared {
  readonly num: Value;
  readonly lock: Lock;
}

/** Half of the threads take the lock, the others do not: the run has waits and lost updates from its start to its end. */
function* worker({ num, lock: guard }: Shared, isGuarded: boolean): Program {
  for (;;) {
    if (isGuarded) yield* guard.acquire();
    const seen = yield* num.read();
    yield* num.write((seen + 1) % 1000);
    if (isGuarded) yield* guard.release();
  }
}

const program = threadProgram({
  shared: () => ({ num: value('num', 0), lock: lock('lock') }),
  threads: (shared) =>
    Array.from({ length: THREADS }, (_, index) => ({
      actor: `t${index + 1}`,
      body: () => worker(shared, index % 2 === 0),
    })),
  outcome: ({ num }) => ({ value: String(num), expected: false }),
});

/** A trace of exactly so many events. */
export async function longRun(length: number, lab: string): Promise<Trace> {
  const trace = createTrace(headerOf(length, lab));
  const next = randomly(length);
  await runVirtually({
    program,
    knobs: {},
    strategy: (situation) => (trace.length < length - 1 ? next(situation) : undefined),
    record: (fact) => (trace.length < length - 1 ? trace.append(fact) : -1),
  });
  const at = trace.atUs(trace.length - 1);
  trace.append({ at, actor: 'main', kind: 'run.ended', source: 'model', reason: 'limit' });
  return trace;
}

function headerOf(length: number, lab: string): Header {
  const threads = Array.from({ length: THREADS }, (_, index) => index + 1);
  return {
    format: 'lockstep',
    version: FORMAT_VERSION,
    run: length.toString(16).padStart(32, '0'),
    lab,
    mode: 'free',
    knobs: {},
    seed: length,
    actors: [
      { id: 'main', role: 'main', colour: 0 },
      ...threads.map(
        (n) => ({ id: `t${n}`, role: 'thread', colour: n, program: 'worker' }) as Header['actors'][number],
      ),
    ],
    reality: { parts: [], why: 'a long run of the virtual machine, for a benchmark' },
    machine: { platform: process.platform, kernel: '', node: process.version, cores: 2 },
    startedAt: new Date(0).toISOString(),
  };
}

/** Where a run was written. */
export interface LongRun {
  readonly length: number;
  readonly run: string;
  /** File name of the Chrome trace, in the directory for the peer. */
  readonly profile: string;
}

/** @param directories the data directory of our server, and what is served to the peer */
export async function writeLongRun(
  length: number,
  lab: string,
  directories: { readonly data: string; readonly peer: string },
): Promise<LongRun> {
  const trace = await longRun(length, lab);
  const { run } = trace.header;
  const recordings = join(directories.data, 'recordings');
  mkdirSync(recordings, { recursive: true });
  await writeLines(join(recordings, `${run}.jsonl`), trace, `${JSON.stringify(trace.header)}\n`, (seq) => {
    return `${serializeEvent(trace.event(seq))}\n`;
  });
  const profile = `${length}.json`;
  const until = untilNextOfActor(trace);
  await writeLines(
    join(directories.peer, profile),
    trace,
    '[',
    (seq) => {
      const event = trace.event(seq);
      const tid = trace.header.actors.findIndex(({ id }) => id === event.actor);
      const dur = (until[seq] as number) - seq;
      const slice = { name: event.kind, cat: event.source, ph: 'X', pid: 1, tid, ts: seq, dur };
      return `${seq === 0 ? '' : ',\n'}${JSON.stringify(slice)}`;
    },
    ']\n',
  );
  return { length, run, profile };
}

/** An event of a thread lasts until its next one; time counts events. */
function untilNextOfActor(trace: Trace): Float64Array {
  const until = new Float64Array(trace.length);
  const next = new Map<string, number>();
  for (let seq = trace.length - 1; seq >= 0; seq--) {
    const actor = trace.actorAt(seq);
    until[seq] = next.get(actor) ?? trace.length;
    next.set(actor, seq);
  }
  return until;
}

async function writeLines(
  path: string,
  trace: Trace,
  before: string,
  lineOf: (seq: number) => string,
  after = '',
): Promise<void> {
  const file = createWriteStream(path);
  file.write(before);
  for (let from = 0; from < trace.length; from += FLUSH_EVENTS) {
    let text = '';
    for (let seq = from; seq < Math.min(trace.length, from + FLUSH_EVENTS); seq++) text += lineOf(seq);
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end(after);
  await finished(file);
}
