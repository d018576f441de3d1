// A server is killed a hundred times in the middle of runs, over one data directory: whether anything that a viewer had
// seen is missing afterwards, and whether each run stands in the library as interrupted.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectLearner, createRandom, type Learner } from '@lockstep/crowd';
import { startRun, until } from './crowd/join-crowd.ts';
import { createDataDirectory, startLockstep } from './crowd/metered-server.ts';
import { printFigure } from './figure.ts';

const LIVES = 100;
const RUNS = 4;
const MOST_EVENTS = 2000;
const PER_SECOND = 4000;

interface Frame {
  readonly run: string;
  readonly from: number;
  readonly lines: string;
}

interface Page {
  readonly runs: readonly { readonly run: string; readonly state: string; readonly events: number }[];
  readonly next?: string;
  readonly unread: number;
}

const data = createDataDirectory();
const random = createRandom(1);
const seen = new Map<string, string>();

/** @returns milliseconds from the start of the server to its word that it is ready */
async function live(): Promise<number> {
  const startedAtMs = performance.now();
  const server = await startLockstep(data);
  const readyMs = performance.now() - startedAtMs;
  const untilSeen = Math.ceil(random() * MOST_EVENTS);
  const learners: Learner[] = [];
  let most = 0;
  for (let n = 0; n < RUNS; n++) {
    const learner = await connectLearner({ port: server.port, onEvent: take });
    learners.push(learner);
    const { run } = await startRun(learner, 'cadence', { perSecond: PER_SECOND });
    seen.set(run, '');
    await learner.ask('watch', { run, from: 0 });
  }
  function take(name: string, payload?: unknown): void {
    if (name !== 'frame') return;
    const { run, from, lines } = payload as Frame;
    const before = seen.get(run) ?? '';
    if (from !== countLines(before)) throw new Error(`a frame from ${from} after ${countLines(before)} events`);
    seen.set(run, before + lines);
    most = Math.max(most, countLines(before + lines));
  }
  await until(() => most >= untilSeen, 1);
  await server.kill();
  for (const learner of learners) learner.close();
  return readyMs;
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

async function library(): Promise<ReadonlyMap<string, Page['runs'][number]>> {
  const server = await startLockstep(data);
  const found = new Map<string, Page['runs'][number]>();
  await until(async () => {
    let unread = 0;
    for (let after: string | undefined = ''; after !== undefined; ) {
      const query: string = after === '' ? '' : `?after=${after}`;
      const page = (await (await fetch(`http://127.0.0.1:${server.port}/api/library${query}`)).json()) as Page;
      for (const run of page.runs) found.set(run.run, run);
      unread += page.unread;
      after = page.next;
    }
    return unread === 0;
  }, 50);
  await server.kill();
  return found;
}

const startedAtMs = performance.now();
const readyMs: number[] = [];
for (let life = 0; life < LIVES; life++) readyMs.push(await live());

const inLibrary = await library();
let events = 0;
let missing = 0;
let astray = 0;
let unbegun = 0;
for (const [run, lines] of seen) {
  const path = join(data, 'recordings', `${run}.jsonl`);
  // Killed before anybody was shown anything of it.
  if (lines === '' && !existsSync(path)) {
    unbegun++;
    if (inLibrary.has(run)) astray++;
    continue;
  }
  const text = readFileSync(path, 'utf8');
  const kept = text.slice(text.indexOf('\n') + 1, text.lastIndexOf('\n') + 1);
  events += countLines(lines);
  if (!kept.startsWith(lines)) missing++;
  const entry = inLibrary.get(run);
  if (entry?.state !== 'interrupted' || entry.events !== countLines(kept)) astray++;
}
const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(0);
console.log(
  `${LIVES} kills in the middle of ${seen.size} runs (${unbegun} had shown nothing yet), ${events} events seen, in ${seconds} s: ` +
    `${missing} runs lack an event that was seen, ${astray} do not stand in the library as interrupted`,
);
console.log(
  `start of a server: ${readyMs[0]?.toFixed(0)} ms with no run, ${readyMs.at(-1)?.toFixed(0)} ms with ${seen.size}`,
);
printFigure({
  name: 'runs of which a kill took something that was seen, or which the library does not have',
  figure: missing + astray,
  unit: 'runs',
  target: 0,
  peer: 'what the viewers had seen',
  control: 0,
});
