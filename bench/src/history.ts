// Five hundred learners behind lines that break, hang and crawl, and a server that is killed and started again: whether
// each of them holds a gap-free, duplicate-free, ordered copy of the recording; and what is lost in the same harness with
// socket.io as it comes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  afterLines,
  classroom,
  connectLearner,
  createFaultProxy,
  createRandom,
  digestOfLines,
  followRun,
} from '@lockstep/crowd';
import { startRun, until, wait } from './crowd/join-crowd.ts';
import { createDataDirectory, startBare, startLockstep } from './crowd/metered-server.ts';
import { printFigure } from './figure.ts';

const LEARNERS = 500;
const SEED = 5;
const PER_SECOND = 100;
const SPOILT_MS = 10_000;
/** A line that is dead is found within a second, so that much can go wrong in little time. */
const LIMITS = { pingIntervalMs: 500, pingTimeoutMs: 500, connectionBurst: 100_000, connectionsPerSecond: 100_000 };

const random = createRandom(SEED);
const waitMs = () => 20 + 400 * random();
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`;

async function ours(): Promise<number> {
  const dataDirectory = createDataDirectory();
  const first = await startLockstep(dataDirectory, LIMITS);
  const proxy = await createFaultProxy({ upstreamPort: first.port, seed: SEED, fate: classroom });
  const origin = `http://127.0.0.1:${proxy.port}`;
  const starter = await connectLearner({ port: first.port, onEvent: () => undefined });
  const { run } = await startRun(starter, 'cadence', { perSecond: PER_SECOND });
  await starter.ask('watch', { run, from: 0 });
  const learners = Array.from({ length: LEARNERS }, () =>
    followRun({ port: proxy.port, origin, run, waitMs, answerWithinMs: 2000 }),
  );
  await wait(SPOILT_MS);
  await first.kill();
  const second = await startLockstep(dataDirectory, LIMITS);
  proxy.retarget(second.port);
  await wait(2000);
  proxy.heal();
  const over = learners.map(({ ended }) => ended);
  await Promise.race([Promise.all(over), wait(30_000)]);

  const lines = afterLines(readFileSync(join(dataDirectory, 'recordings', `${run}.jsonl`), 'utf8'), 1);
  const digest = digestOfLines(lines.slice(0, lines.lastIndexOf('\n') + 1));
  const whole = learners.filter((learner) => learner.digest() === digest && learner.gaps === 0).length;
  const { cut, stalled, slow } = proxy.counts;
  const losses = learners.reduce((sum, learner) => sum + learner.losses, 0);
  console.log(
    `history: ${LEARNERS} learners, ${lines.split('\n').length - 1} events, ${losses} losses (${cut} lines cut, ${stalled} half open, ${slow} slow, the server killed once): ` +
      `${whole} have the recording, each event once and in order`,
  );
  for (const learner of learners) learner.close();
  await Promise.all([proxy.close(), second.kill()]);
  return LEARNERS - whole;
}

async function bare(): Promise<number> {
  let server = await startBare();
  const proxy = await createFaultProxy({ upstreamPort: server.port, seed: SEED, fate: classroom });
  let isOver = false;
  const logs: number[][] = [];
  const live = new Set<{ close(): void }>();
  for (let n = 0; n < LEARNERS; n++) {
    const log: number[] = [];
    logs.push(log);
    void (async () => {
      while (!isOver) {
        await wait(waitMs());
        try {
          const learner = await connectLearner({ port: proxy.port, onEvent: (_, __, seq) => log.push(seq as number) });
          live.add(learner);
          await learner.gone;
          live.delete(learner);
        } catch {
          // Lost, or refused: it comes again.
        }
      }
    })();
  }
  await until(() => live.size > LEARNERS / 2);
  const firstHalf = (PER_SECOND * SPOILT_MS) / 1000;
  server.send({ from: 0, to: firstHalf, perSecond: PER_SECOND });
  await server.said();
  await server.kill();
  server = await startBare();
  proxy.retarget(server.port);
  await wait(2000);
  proxy.heal();
  await until(() => live.size === LEARNERS);
  server.send({ from: firstHalf, to: firstHalf + PER_SECOND, perSecond: PER_SECOND });
  await server.said();
  await wait(1000);
  isOver = true;

  const total = firstHalf + PER_SECOND;
  // What came before a learner was there for the first time is not counted as lost.
  const expected = logs.map((log) => total - (log[0] ?? total));
  const lost = logs.map((log, n) => (expected[n] as number) - new Set(log).size);
  const whole = lost.filter((count) => count === 0).length;
  const all = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  console.log(
    `history: socket.io as it comes, same lines: ${whole} of ${LEARNERS} have all events since they first came, ${share(all(lost), all(expected))} of the events are lost`,
  );
  for (const learner of live) learner.close();
  await Promise.all([proxy.close(), server.kill()]);
  return LEARNERS - whole;
}

const incomplete = await ours();
const peer = await bare();
printFigure({
  name: 'history',
  figure: incomplete,
  unit: `learners of ${LEARNERS} without a gap-free, duplicate-free, ordered copy`,
  target: 0,
  peer: `socket.io as it comes: ${peer}`,
  control: 0,
});
process.exit();
