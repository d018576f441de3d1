// What it costs the server that a thousand watch: CPU for each event delivered, beside socket.io as it comes with one
// message per event; and what a connection costs in memory.

import { connectLearner, type Learner } from '@lockstep/crowd';
import { compare } from './compare.ts';
import { addressOf, joinCrowd, startRun, wait } from './crowd/join-crowd.ts';
import { createDataDirectory, type MeteredServer, startBare, startLockstep } from './crowd/metered-server.ts';
import { printFigure } from './figure.ts';

const LISTENERS = 1000;
const FIRST = 100;
const PER_SECOND = 2000;
/** What the bare server can just do without falling behind. */
const BARE_EVENTS = 60;
const BARE_PER_SECOND = 60;
const WINDOW_MS = 1500;
const ROUNDS = 3;

const dataDirectory = createDataDirectory();
const [lockstep, bare] = [await startLockstep(dataDirectory), await startBare()];

/** The first hundred also bring what all share: they are not counted. */
async function bytesPerConnection(
  server: MeteredServer,
  join: (count: number) => Promise<readonly Learner[]>,
): Promise<readonly [number, readonly Learner[]]> {
  const first = await join(FIRST);
  await wait(500);
  const before = (await server.measure()).rssBytes;
  const rest = await join(LISTENERS - FIRST);
  await wait(500);
  return [((await server.measure()).rssBytes - before) / (LISTENERS - FIRST), [...first, ...rest]];
}

/** How far each learner has got in the run that is watched. */
const positions = Array.from({ length: LISTENERS }, () => 0);
let disorders = 0;
let barelyDelivered = 0;

let joined = 0;
const [ours, learners] = await bytesPerConnection(lockstep, (count) => {
  const from = joined;
  joined += count;
  return joinCrowd(count, (index) => {
    const n = from + index;
    return {
      localAddress: addressOf(n),
      port: lockstep.port,
      onEvent: () => undefined,
      onPacket(packet) {
        // The rest of a frame is not looked at: the crowd shares the machine with the server.
        const from = /"from":(\d+)/.exec(packet.toString('latin1', 0, 120))?.[1];
        if (from === undefined) return;
        if (Number(from) < (positions[n] as number)) disorders++;
        positions[n] = Number(from);
      },
    };
  });
});
const [theirs] = await bytesPerConnection(bare, (count) =>
  joinCrowd(count, () => ({
    port: bare.port,
    onEvent: () => undefined,
    onPacket(packet) {
      if (packet[1] === 0x32) barelyDelivered++;
    },
  })),
);
const instructor = await connectLearner({
  port: lockstep.port,
  localAddress: addressOf(LISTENERS),
  onEvent: () => undefined,
});

/** CPU seconds for a million events delivered. */
async function deliverOurs(): Promise<number> {
  positions.fill(0);
  const { run, token } = await startRun(instructor, 'cadence', { perSecond: PER_SECOND });
  await Promise.all(learners.map((learner) => learner.ask('watch', { run, from: 0 })));
  await wait(300);
  await lockstep.measure();
  const before = sum(positions);
  await wait(WINDOW_MS);
  const { cpuMs } = await lockstep.measure();
  const delivered = sum(positions) - before;
  await instructor.ask('stop', { run, token });
  await wait(300);
  return (cpuMs * 1000) / delivered;
}

async function deliverBare(): Promise<number> {
  await bare.measure();
  barelyDelivered = 0;
  bare.send({ from: 0, to: BARE_EVENTS, perSecond: BARE_PER_SECOND });
  await bare.said();
  await wait(500);
  const { cpuMs } = await bare.measure();
  return (cpuMs * 1000) / barelyDelivered;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

const { ratio, control, subjectMedian, baseMedian } = await compare(deliverOurs, deliverBare, ROUNDS);
console.log(
  `delivery: ${LISTENERS} listeners, ${PER_SECOND} events a second: ${perCpuSecond(subjectMedian)} events delivered per CPU second of the server; ` +
    `socket.io with one message per event: ${perCpuSecond(baseMedian)}; ${(1 / ratio).toFixed(0)} times as many` +
    (disorders > 0 ? `; ${disorders} frames out of order` : ''),
);
console.log(`delivery: memory for a connection ${kib(ours)}, with socket.io as it comes ${kib(theirs)}`);
printFigure({
  name: 'delivery',
  figure: ratio,
  unit: 'CPU for an event delivered to a listener, as a share of what it costs with one message per event',
  target: 1 / 40,
  peer: `socket.io as it comes, ${LISTENERS} listeners`,
  control,
});
await Promise.all([lockstep.kill(), bare.kill()]);
process.exit();

function perCpuSecond(usPerEvent: number): string {
  return `${Math.round(1e6 / usPerEvent / 1000)} k`;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
