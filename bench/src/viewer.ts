// A long run in the page, beside speedscope on the same events in the same Chromium: how long until the first complete
// picture, what is held for each event, what a frame takes while one scrubs and steps, and what a jump to any place costs.
//
//   npm run bench viewer
//   node bench/dist/viewer.js --lab mutex --sizes 10000,100000 --seek 10000,1000000 --no-peer --cap 240
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from './compare.ts';
import { createDataDirectory } from './crowd/metered-server.ts';
import { printFigure } from './figure.ts';
import { freshPage, heldBytes, launch, openIn } from './viewer/browse.ts';
import { type Doing, timeFrames } from './viewer/frames.ts';
import { watchOurs, watchSpeedscope } from './viewer/pictures.ts';
import { serveFolders } from './viewer/serve-folders.ts';
import { startProduct } from './viewer/start-product.ts';
import { type LongRun, writeLongRun } from './viewer/write-long-run.ts';

const { values: options } = parseArgs({
  options: {
    lab: { type: 'string', default: 'mutex' },
    sizes: { type: 'string', default: '10000,100000,1000000' },
    seek: { type: 'string', default: '10000,1000000,5000000' },
    cap: { type: 'string', default: '240' },
    rounds: { type: 'string', default: '3' },
    peer: { type: 'boolean', default: true },
  },
  allowNegative: true,
});
const numbers = (text: string) => text.split(',').filter(Boolean).map(Number);
const sizes = numbers(options.sizes);
const seekSizes = numbers(options.seek);
const CAP_MS = Number(options.cap) * 1000;
const ROUNDS = Number(options.rounds);
/** Beyond this the peer takes minutes: once is enough. */
const ONCE_FROM = 1_000_000;
const SHORT = 1000;
const MOST_ATTEMPTS = 20;
const FRAMES = 120;
const SHARE: Readonly<Record<number, number>> = { 100_000: 0.1, 1_000_000: 0.01 };

interface Measured {
  readonly workMs: Readonly<Record<Doing, number>>;
  readonly p95Ms: Readonly<Record<Doing, number>>;
}

const measured = new Map<number, Measured>();
const data = createDataDirectory();
const peerFolder = join(data, 'peer');
mkdirSync(peerFolder);
const { lab } = options;
const runs = new Map<number, LongRun>();
for (const size of new Set([SHORT, ...sizes, ...seekSizes]))
  runs.set(size, await writeLongRun(size, lab, { data, peer: peerFolder }));

const product = await startProduct(data);
const speedscope = dirname(createRequire(import.meta.url).resolve('speedscope/package.json'));
const peer = await serveFolders([join(speedscope, 'dist/release'), peerFolder]);
const browser = await launch();
const runOf = (size: number) => runs.get(size) as LongRun;
const ours = (size: number) => `${product.url}/labs/${lab}?run=${runOf(size).run}`;
const theirs = (size: number) => `${peer.url}/index.html#profileURL=${encodeURIComponent(`/${runOf(size).profile}`)}`;
const inMs = (ms: number | undefined) => (ms === undefined ? `more than ${CAP_MS}` : ms.toFixed(0));
const p95 = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

/** Opens a fresh page, and measures in it what is asked for. */
async function opened<T>(
  url: string,
  watch: () => void,
  then: (page: Awaited<ReturnType<typeof freshPage>>, ms: number | undefined) => Promise<T>,
): Promise<T> {
  const page = await freshPage(browser, watch);
  try {
    return await then(page, await openIn(page, url, CAP_MS));
  } finally {
    await page.context().close();
  }
}

try {
  for (const { run, length } of runs.values()) await makeForm(run, length);
  for (const size of sizes) await openBoth(size);
  await heldPerEvent(Math.max(...sizes));
  for (const size of seekSizes) await framesOf(size);
  seekFigures();
} finally {
  await browser.close();
  peer.close();
  await product.stop();
}
process.exit();

/** A run that is over is made ready for the page once, when somebody asks for it first; the peer's file is ready too. */
async function makeForm(run: string, length: number): Promise<void> {
  const startedMs = performance.now();
  const bytes = await bytesOf(`${product.url}/api/recordings/${run}/columns`);
  const each = (bytes / length).toFixed(1);
  console.log(
    `made ready once: ${length} events in ${(performance.now() - startedMs).toFixed(0)} ms, ${each} bytes each`,
  );
}

/** The server lets a connection go on which nothing comes for a while, but finishes what it began: then it is asked again. */
async function bytesOf(url: string): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      const [response] = (await once(get(url, { agent: false }), 'response')) as [IncomingMessage];
      let bytes = 0;
      for await (const chunk of response) bytes += (chunk as Buffer).length;
      return bytes;
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

async function openBoth(size: number): Promise<void> {
  const own: (number | undefined)[] = [];
  const other: (number | undefined)[] = [];
  const peerRounds = options.peer ? (size >= ONCE_FROM ? 1 : ROUNDS) : 0;
  for (let round = 0; round < ROUNDS; round++) {
    own.push(await opened(ours(size), watchOurs, async (_, ms) => ms));
    if (round < peerRounds) other.push(await opened(theirs(size), watchSpeedscope, async (_, ms) => ms));
  }
  const mine = median(own.map((ms) => ms ?? CAP_MS));
  console.log(
    `open ${size} events: ${own.map(inMs).join(', ')} ms; speedscope ${other.map(inMs).join(', ') || 'not asked'}`,
  );
  const share = SHARE[size];
  if (share === undefined || other.length === 0) return;
  printFigure({
    name: `viewer-open-${size}`,
    figure: mine / median(other.map((ms) => ms ?? CAP_MS)),
    unit: 'time from the navigation to the first complete picture / speedscope’s',
    target: share,
    peer: `speedscope 1.25 on the same events${other.includes(undefined) ? ', which was stopped' : ''}`,
    control: Math.max(...own.map((ms) => ms ?? CAP_MS)) / mine,
  });
}

async function heldPerEvent(size: number): Promise<void> {
  const heldAt = (events: number) =>
    opened(ours(events), watchOurs, async (page) => {
      await page.evaluate(timeFrames, ['seek', 60] as const);
      await page.evaluate(timeFrames, ['nothing', 60] as const);
      return heldBytes(page);
    });
  const [short, again, long] = [await heldAt(SHORT), await heldAt(SHORT), await heldAt(size)];
  const each = (long - short) / size;
  console.log(`held: ${(short / 1e6).toFixed(1)} MB with ${SHORT} events, ${(long / 1e6).toFixed(1)} MB with ${size}`);
  printFigure({
    name: 'viewer-bytes',
    figure: each,
    unit: `bytes held for an event: scripts’ heap and buffers, ${size} events against ${SHORT}, after 60 jumps`,
    target: 40,
    peer: 'none: this is a promise in bytes',
    control: 1 + Math.abs(again - short) / Math.abs(long - short),
  });
}

function framesOf(size: number): Promise<void> {
  return opened(ours(size), watchOurs, async (page, ms) => {
    const times: Partial<Record<Doing, Awaited<ReturnType<typeof timeFrames>>>> = {};
    const timed = async (doing: Doing) => (times[doing] = await page.evaluate(timeFrames, [doing, FRAMES] as const));
    await timed('seek'); // once before it counts: what is made on demand is made
    for (const doing of ['nothing', 'seek', 'step-forward', 'step-back', 'scrub'] as const) await timed(doing);
    const all = Object.entries(times) as [Doing, NonNullable<(typeof times)[Doing]>][];
    const of = (read: (one: NonNullable<(typeof times)[Doing]>) => number) =>
      Object.fromEntries(all.map(([doing, one]) => [doing, read(one)])) as Record<Doing, number>;
    const one = { workMs: of(({ workMs }) => median(workMs)), p95Ms: of(({ deltasMs }) => p95(deltasMs)) };
    measured.set(size, one);
    const said = all.map(
      ([doing, { workMs }]) =>
        `${doing} ${one.p95Ms[doing].toFixed(1)} (work ${one.workMs[doing].toFixed(1)}, p95 ${p95(workMs).toFixed(1)})`,
    );
    console.log(`frames at ${size} events, opened in ${inMs(ms)} ms; p95 of their distance in ms: ${said.join('; ')}`);
  });
}

function seekFigures(): void {
  const [least, most] = [Math.min(...seekSizes), Math.max(...seekSizes)];
  const [small, large] = [measured.get(least), measured.get(most)];
  if (!small || !large) return;
  printFigure({
    name: 'viewer-frame',
    figure: Math.max(large.p95Ms.scrub, large.p95Ms['step-forward']) / large.p95Ms.nothing,
    unit: `p95 of a frame while scrubbing or stepping / of an idle frame, ${most} events`,
    target: 1.25,
    peer: 'the same page, left alone',
    control: small.p95Ms.nothing / large.p95Ms.nothing,
  });
  printFigure({
    name: 'viewer-seek',
    figure: large.workMs.seek,
    unit: `ms of work for a jump to any event of ${most}`,
    target: 1000 / 60,
    peer: 'one frame',
    control: large.workMs.nothing,
  });
  printFigure({
    name: 'viewer-seek-flat',
    figure: large.workMs.seek / small.workMs.seek,
    unit: `work for a jump among ${most} events / among ${least}`,
    target: 1.2,
    peer: 'the same page with a short run',
    control: large.workMs.nothing / small.workMs.nothing,
  });
  printFigure({
    name: 'viewer-step-back',
    figure: large.workMs['step-back'] / large.workMs['step-forward'],
    unit: `work for a step back / for a step forward, ${most} events`,
    target: 1.25,
    peer: 'a step forward',
    control: small.workMs['step-back'] / small.workMs['step-forward'],
  });
}
