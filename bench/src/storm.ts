// A thousand connections break at once and come back at once, behind a long run: how long the server stands still while
// they do, and until all have what they missed, beside socket.io's own connectionStateRecovery.
import { connectLearner, type Learner } from '@lockstep/crowd';
import { median } from './compare.ts';
import { addressOf, joinCrowd, startRun, until, wait } from './crowd/join-crowd.ts';
import { createDataDirectory, type MeteredServer, startBare, startLockstep } from './crowd/metered-server.ts';
import { printFigure } from './figure.ts';

const LEARNERS = 1000;
const BEHIND = 100_000;
const MISSED = 200;
const ROUNDS = 3;

interface Storm {
  readonly longestPauseMs: number;
  readonly untilAllMs: number;
  /** Learners who have not got all that they missed. */
  readonly short: number;
}

/** Measures from the first reconnection to the last missed event. */
async function measureStorm(
  server: MeteredServer,
  comeBack: () => Promise<unknown>,
  missing: () => number,
): Promise<Storm> {
  await wait(1500);
  await server.measure();
  const startedAtMs = performance.now();
  await comeBack();
  await Promise.race([until(() => missing() === 0), wait(20_000)]);
  const untilAllMs = performance.now() - startedAtMs;
  const { longestPauseMs } = await server.measure();
  return { longestPauseMs, untilAllMs, short: missing() };
}

async function stormOurs(): Promise<Storm> {
  const limits = { connectionBurst: 2 * LEARNERS };
  const server = await startLockstep(createDataDirectory(), limits);
  const instructor = await connectLearner({ port: server.port, localAddress: addressOf(LEARNERS), onEvent: take(-1) });
  const reached = new Map<number, number>();
  function take(learner: number) {
    return (name: string, payload: unknown): void => {
      if (name !== 'frame') return;
      const { from, lines } = payload as { from: number; lines: string };
      reached.set(learner, from + lines.split('\n').length - 1);
    };
  }
  const { run } = await startRun(instructor, 'cadence', { perSecond: 1e6, upTo: BEHIND, thenPerSecond: MISSED });
  await instructor.ask('watch', { run, from: 0 });
  await until(() => (reached.get(-1) ?? 0) >= BEHIND);
  const join = async (from: number) => {
    const learners = await joinCrowd(LEARNERS, (n) => ({ port: server.port, onEvent: take(n) }), LEARNERS);
    await Promise.all(
      learners.map(async (learner) => {
        // As the page does: whoever comes back asks first what history there is.
        await fetch(`http://127.0.0.1:${server.port}/api/recordings/${run}/chunks`).then((answer) => answer.json());
        await learner.ask('watch', { run, from });
      }),
    );
    return learners;
  };
  const learners = await join(BEHIND);
  await until(() => reached.size > LEARNERS);
  await leave(learners);
  const left = reached.get(-1) ?? 0;
  await until(() => (reached.get(-1) ?? 0) >= left + MISSED);
  reached.forEach((_, learner) => learner >= 0 && reached.set(learner, 0));
  let goal = Number.POSITIVE_INFINITY;
  const storm = await measureStorm(
    server,
    async () => {
      goal = reached.get(-1) ?? 0;
      await join(left);
    },
    () => [...reached.values()].filter((position) => position < goal).length,
  );
  await server.kill();
  return storm;
}

async function stormRecovery(): Promise<Storm> {
  const server = await startBare('--recovery');
  server.send({ from: 0, to: BEHIND });
  await server.said();
  const last = new Map<number, number>();
  const offsets = new Map<number, string>();
  const pids = new Map<number, string>();
  const join = (isReturn: boolean) =>
    joinCrowd(
      LEARNERS,
      (n) => ({
        port: server.port,
        ...(isReturn && { auth: { pid: pids.get(n), offset: offsets.get(n) } }),
        onHello: ({ pid }: { pid?: string }) => pid !== undefined && pids.set(n, pid),
        onEvent(_, __, seq, offset) {
          last.set(n, seq as number);
          if (typeof offset === 'string') offsets.set(n, offset);
        },
      }),
      LEARNERS,
    );
  const learners = await join(false);
  server.send({ from: BEHIND, to: BEHIND + 1 });
  await until(() => last.size === LEARNERS);
  await leave(learners);
  server.send({ from: BEHIND + 1, to: BEHIND + 1 + MISSED });
  await server.said();
  const storm = await measureStorm(
    server,
    () => join(true),
    () => [...last.values()].filter((seq) => seq < BEHIND + MISSED).length,
  );
  await server.kill();
  return storm;
}

async function leave(learners: readonly Learner[]): Promise<void> {
  for (const learner of learners) learner.close();
  await Promise.all(learners.map(({ gone }) => gone));
}

const storms: { ours: Storm[]; theirs: Storm[] } = { ours: [], theirs: [] };
for (let round = 0; round < ROUNDS; round++) {
  storms.ours.push(await stormOurs());
  storms.theirs.push(await stormRecovery());
}
const middle = (all: readonly Storm[], of: keyof Storm) => median(all.map((storm) => storm[of]));
const tell = (all: readonly Storm[]) =>
  `longest pause ${middle(all, 'longestPauseMs').toFixed(0)} ms, all caught up after ${middle(all, 'untilAllMs').toFixed(0)} ms` +
  (middle(all, 'short') > 0 ? ` (${middle(all, 'short')} of them never)` : '');
console.log(
  `storm: ${LEARNERS} come back at once, ${BEHIND} events into a run, having missed ${MISSED}: ${tell(storms.ours)}`,
);
console.log(`storm: with connectionStateRecovery: ${tell(storms.theirs)}`);
const ours = storms.ours.map(({ longestPauseMs }) => longestPauseMs);
printFigure({
  name: 'storm',
  figure: median(ours) / middle(storms.theirs, 'longestPauseMs'),
  unit: 'longest pause of the event loop while all come back, as a share of that with connectionStateRecovery',
  target: 1 / 20,
  peer: 'socket.io with connectionStateRecovery',
  control: Math.max(...ours) / median(ours),
});
process.exit();
