// How long it takes a late comer to have everything: history by chunks, four at a time, then the live line; for runs of
// three lengths, all of them still going on. What the page does, without its drawing.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectLearner } from '@lockstep/crowd';
import { createTrace, parseFact, parseHeader, parseTrace, type Trace } from '@lockstep/trace';
import { median } from './compare.ts';
import { addressOf, startRun, until } from './crowd/join-crowd.ts';
import { createDataDirectory, startLockstep } from './crowd/metered-server.ts';
import { printFigure } from './figure.ts';

const LENGTHS = [1_000, 10_000, 100_000];
const ROUNDS = 5;
const AT_ONCE = 4;
/** A frame of so many characters is full: more comes at once. */
const FULL_FRAME = 128 * 1024;

const dataDirectory = createDataDirectory();
const server = await startLockstep(dataDirectory);
const base = `http://127.0.0.1:${server.port}/api/recordings`;

interface Joining {
  readonly totalMs: number;
  readonly fetchMs: number;
  readonly jsonMs: number;
  readonly checkMs: number;
  readonly lineMs: number;
}

async function joinLate(run: string, learner: number): Promise<Joining> {
  const startedAtMs = performance.now();
  let [jsonMs, checkMs] = [0, 0];
  let trace: Trace | undefined;
  const take = (from: number, lines: readonly string[]) => {
    const t0 = performance.now();
    const values = lines.map((line) => JSON.parse(line) as unknown);
    const t1 = performance.now();
    if (!trace) trace = createTrace(parseHeader(values.shift()));
    for (const value of values.slice(trace.length - from)) trace.append(parseFact(value, trace.length));
    jsonMs += t1 - t0;
    checkMs += performance.now() - t1;
  };
  const { chunkEvents, complete } = (await (await fetch(`${base}/${run}/chunks`)).json()) as Record<string, number>;
  const coming: Promise<string>[] = [];
  const next = () => {
    if (coming.length < (complete as number))
      coming.push(fetch(`${base}/${run}/chunks/${coming.length}`).then((response) => response.text()));
  };
  for (let n = 0; n < AT_ONCE; n++) next();
  for (let chunk = 0; chunk < coming.length; chunk++) {
    const text = (await coming[chunk]) as string;
    next();
    take(chunk * (chunkEvents as number), text.trimEnd().split('\n'));
  }
  const historyMs = performance.now() - startedAtMs - jsonMs - checkMs;
  const lineAtMs = performance.now();
  await new Promise<void>((resolve) => {
    void connectLearner({
      port: server.port,
      localAddress: addressOf(learner),
      onEvent(name, payload) {
        const { header, from, lines } = payload as { header?: string; from: number; lines: string };
        if (name !== 'frame') return;
        take(from, [...(trace || !header ? [] : [header]), ...lines.split('\n').slice(0, -1)]);
        if (lines.length < FULL_FRAME) resolve();
      },
    }).then((line) => line.ask('watch', { run, from: trace?.length ?? 0 }).then(() => undefined));
  });
  const totalMs = performance.now() - startedAtMs;
  return { totalMs, fetchMs: historyMs, jsonMs, checkMs, lineMs: performance.now() - lineAtMs };
}

let longest: Joining[] = [];
for (const length of LENGTHS) {
  let reached = 0;
  const instructor = await connectLearner({
    port: server.port,
    onEvent(_, payload) {
      const { from, lines } = payload as { from: number; lines: string };
      reached = from + lines.split('\n').length - 1;
    },
  });
  const { run, token } = await startRun(instructor, 'cadence', { perSecond: 1e6, upTo: length, thenPerSecond: 20 });
  await instructor.ask('watch', { run, from: 0 });
  await until(() => reached >= length);
  const joinings: Joining[] = [];
  for (let round = 0; round < ROUNDS; round++) joinings.push(await joinLate(run, round));
  const of = (part: keyof Joining) => median(joinings.map((joining) => joining[part])).toFixed(0);
  const text = readFileSync(join(dataDirectory, 'recordings', `${run}.jsonl`), 'utf8');
  const wholeAtMs = performance.now();
  parseTrace(text.slice(0, text.lastIndexOf('\n') + 1));
  console.log(
    `join: ${length} events into a run: at the present after ${of('totalMs')} ms (fetching ${of('fetchMs')}, JSON ${of('jsonMs')}, checking and keeping ${of('checkMs')}, the live line ${of('lineMs')}); ` +
      `reading the whole file at once takes ${(performance.now() - wholeAtMs).toFixed(0)} ms`,
  );
  longest = joinings;
  await instructor.ask('stop', { run, token });
  instructor.close();
}
const total = longest.map(({ totalMs }) => totalMs);
printFigure({
  name: 'join',
  figure: median(total),
  unit: `ms until a late comer is at the present, ${LENGTHS.at(-1)} events into a run`,
  target: 1000,
  peer: 'none: this is a promise in time',
  control: Math.max(...total) / median(total),
});
process.exit();
