// What the cable costs: how long a frame takes through it while everything is recorded, and what a round trip between two
// hosts takes beside the same over loopback, where no cable is.
import { once } from 'node:events';
import net from 'node:net';
import type { TraceEvent } from '@lockstep/trace';
import { median } from './compare.ts';
import { printFigure } from './figure.ts';

const FIXTURES = new URL('./fixtures/', import.meta.resolve('@lockstep/netlab'));
const BYTES = 1 << 20;
const ROUNDS = 100;
const RUNS = 5;

const { runPrograms } = await import(new URL('run-programs.js', FIXTURES).href);

async function transfer(tcpInfo: boolean): Promise<{ readonly usPerFrame: number; readonly roundTripUs: number }> {
  const { trace, fault, reality } = await runPrograms({
    programs: 'transfer',
    quickAck: true,
    watch: { tcpInfo },
    hosts: [
      { name: 'server', program: 'server', first: true },
      { name: 'client', program: 'client' },
    ],
    knobs: { bytes: BYTES, rounds: ROUNDS },
    maxMs: 60_000,
    maxEvents: 100_000,
  });
  if (fault !== undefined) throw new Error(fault);
  if (reality?.lane !== 'A') throw new Error('the cable needs lane A');
  const events = trace.slice(0) as readonly TraceEvent[];
  const full = events.filter((event) => event.kind === 'tcp.segment-sent' && event.length > 1);
  const [first, last] = [full[0], full.at(-1)];
  if (!first || !last) throw new Error('nothing was sent');
  const frames = events.filter(({ kind, seq }) => kind === 'tcp.segment-sent' && seq >= first.seq && seq <= last.seq);
  const measured = events.flatMap((event) => (event.kind === 'tcp.measured' ? event.rttUs : []));
  return { usPerFrame: (last.at - first.at) / frames.length, roundTripUs: Math.min(...measured) };
}

/** The same one byte over loopback, from socket to socket. */
async function loopbackRoundTripUs(): Promise<number> {
  const server = net.createServer((socket) => socket.setNoDelay(true).pipe(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1').setNoDelay(true);
  await once(client, 'connect');
  const costs: number[] = [];
  for (let round = 0; round < 500; round++) {
    const startedAt = process.hrtime.bigint();
    client.write('x');
    await once(client, 'data');
    costs.push(Number(process.hrtime.bigint() - startedAt) / 1000);
  }
  client.destroy();
  server.close();
  return median(costs);
}

const runs = [];
for (let run = 0; run < RUNS; run++) runs.push(await transfer(false));
const usPerFrame = median(runs.map((run) => run.usPerFrame));
// The kernel's own measurements cost time themselves.
const { roundTripUs } = await transfer(true);
const loopbackUs = await loopbackRoundTripUs();
console.log(
  `cable: ${Math.round(1e6 / usPerFrame)} frames a second, each decoded, recorded and asked about; fastest round trip that the kernel measured ${roundTripUs} µs, over loopback ${loopbackUs.toFixed(0)} µs`,
);
printFigure({
  name: 'cable',
  figure: usPerFrame,
  unit: 'µs that a frame takes through the cable, everything recorded',
  target: 500,
  peer: `a round trip over loopback: ${loopbackUs.toFixed(0)} µs`,
  control: Math.max(...runs.map((run) => run.usPerFrame)) / usPerFrame,
});
