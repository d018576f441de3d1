// What strangers can do to a class: sockets that say nothing, clients that never read, ten thousand joins, frames of a
// megabyte, each against a server of its own. How much more memory it takes at most than in peace, and whether the run that
// a hundred others watch comes slower.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { connectLearner, friendlyHandshake, hostileHandshakes, shakeHands } from '@lockstep/crowd';
import { median } from './compare.ts';
import { addressOf, joinCrowd, startRun, wait } from './crowd/join-crowd.ts';
import { createDataDirectory, startBare, startLockstep } from './crowd/metered-server.ts';
import { printFigure } from './figure.ts';

const LISTENERS = 100;
const PER_SECOND = 1000;
const SAMPLES = 50;
const SAMPLE_MS = 100;
const ATTACKS = ['half-open sockets', 'clients that never read', 'joins', 'frames of a megabyte'];
const ATTACKER = fileURLToPath(new URL('./servers/attacker.js', import.meta.url));

interface Siege {
  readonly peakBytes: number;
  /** Events that a listener gets in a second. */
  readonly delivered: number;
}

async function besiege(attack: string | undefined): Promise<Siege> {
  const server = await startLockstep(createDataDirectory());
  const { port } = server;
  const positions = Array.from({ length: LISTENERS }, () => 0);
  const listeners = await joinCrowd(LISTENERS, (n) => ({
    port,
    onEvent(name, payload) {
      if (name !== 'frame') return;
      const { from, lines } = payload as { from: number; lines: string };
      positions[n] = from + lines.split('\n').length - 1;
    },
  }));
  const instructor = await connectLearner({ port, localAddress: addressOf(LISTENERS * 10), onEvent: () => undefined });
  const { run } = await startRun(instructor, 'cadence', { perSecond: PER_SECOND });
  await Promise.all(listeners.map((listener) => listener.ask('watch', { run, from: 0 })));
  const code = await openClass(instructor);
  await wait(1000);

  let attacker: ChildProcess | undefined;
  if (attack !== undefined) {
    attacker = spawn(process.execPath, [ATTACKER, attack, String(port), run, code], { stdio: 'ignore' });
    await wait(500);
  }
  const before = [...positions];
  const startedAtMs = performance.now();
  let peakBytes = 0;
  for (let sample = 0; sample < SAMPLES; sample++) {
    await wait(SAMPLE_MS);
    peakBytes = Math.max(peakBytes, (await server.measure()).rssBytes);
  }
  const seconds = (performance.now() - startedAtMs) / 1000;
  const delivered = median(positions.map((position, n) => (position - (before[n] as number)) / seconds));
  if (attacker) {
    attacker.kill('SIGKILL');
    await once(attacker, 'exit');
  }
  const isAlive = (await shakeHands(port, friendlyHandshake(port))).outcome === 'in';
  if (!isAlive) throw new Error(`after ${attack ?? 'peace'} a good client is not served`);
  await server.kill();
  for (const listener of listeners) listener.close();
  return { peakBytes, delivered };
}

async function openClass(instructor: Awaited<ReturnType<typeof connectLearner>>): Promise<string> {
  const view = {
    lab: 'counter',
    mode: 'free',
    cursor: 0,
    pinned: false,
    playing: false,
    selection: {},
    spacing: 'logical',
    relative: false,
    sources: [],
    form: {},
  };
  const reply = (await instructor.ask('class-open', { view })) as { ok: boolean; code: string };
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  return reply.code;
}

async function countLetIn(port: number): Promise<number> {
  let letIn = 0;
  for (const handshake of hostileHandshakes) if ((await within(handshake.attempt(port))) === 'in') letIn++;
  return letIn;
}

/** A server that lets a stranger wait has not let them in. */
async function within(attempt: Promise<{ outcome: string }>): Promise<string> {
  return (await Promise.race([attempt, wait(2000).then(() => ({ outcome: 'waiting' }))])).outcome;
}

const [lockstep, bare] = [await startLockstep(createDataDirectory()), await startBare()];
console.log(
  `floods: of ${hostileHandshakes.length} hostile handshakes ${await countLetIn(lockstep.port)} are let in; by socket.io as it comes ${await countLetIn(bare.port)}`,
);
await Promise.all([lockstep.kill(), bare.kill()]);

const quiet = [await besiege(undefined)];
const worst = { memory: 0, delivery: 1 };
for (const attack of ATTACKS) {
  const siege = await besiege(attack);
  quiet.push(await besiege(undefined));
  const memory = siege.peakBytes / median(quiet.map(({ peakBytes }) => peakBytes));
  const delivery = siege.delivered / median(quiet.map(({ delivered }) => delivered));
  console.log(
    `floods: ${attack}: peak memory ${memory.toFixed(2)} times that in peace (${(siege.peakBytes / 2 ** 20).toFixed(0)} MiB), others get ${(100 * delivery).toFixed(0)} % of their events a second`,
  );
  worst.memory = Math.max(worst.memory, memory);
  worst.delivery = Math.min(worst.delivery, delivery);
}
const peaks = quiet.map(({ peakBytes }) => peakBytes);
const rates = quiet.map(({ delivered }) => delivered);
printFigure({
  name: 'floods memory',
  figure: worst.memory,
  unit: 'peak memory under the worst flood, as a multiple of that in peace',
  target: 1.2,
  peer: 'the same server in peace',
  control: Math.max(...peaks) / median(peaks),
});
printFigure({
  name: 'floods delivery',
  figure: 1 / worst.delivery,
  unit: 'events a second that others get in peace, as a multiple of those under the worst flood',
  target: 1.25,
  peer: 'the same server in peace',
  control: median(rates) / Math.min(...rates),
});
process.exit();
