import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import { afterState, bothEstablished, crossedSyns, finForTheDead, firstIn, journeyOf } from './journeys.ts';
import lab from './lab.ts';

const run = (story: string, knobs: KnobValues = {}) =>
  runLab('tcp-states', { mode: 'free', knobs: { story, ...knobs } });

const ways = (trace: Trace) =>
  (['client', 'server'] as const).map((host) => journeyOf(trace, host).map(({ state }) => state));

const answers = (trace: Trace) => lab.predictions.map((prediction) => prediction.answer(trace)?.choice);

const verdict = (trace: Trace, id: string) => lab.claims.find((claim) => claim.id === id)?.verdict(trace)?.judgement;

const ACTIVE = ['FIN-WAIT-1', 'FIN-WAIT-2', 'TIME-WAIT'];
const PASSIVE = ['CLOSE-WAIT', 'LAST-ACK', 'CLOSED'];

describe('an orderly run', () => {
  test.each([
    ['client', ACTIVE, PASSIVE, 'FIN-WAIT-1'],
    ['server', PASSIVE, ACTIVE, 'CLOSE-WAIT'],
  ])(
    'leads whoever closes first (%s) down the left, the other down the right',
    async (closesFirst, left, right, way) => {
      const trace = await run('orderly', { closesFirst });
      expect(ways(trace)).toEqual([
        ['SYN-SENT', 'ESTABLISHED', ...left],
        ['SYN-RECEIVED', 'ESTABLISHED', ...right],
      ]);
      expect(answers(trace)).toEqual([way, 'call']);
      expect(verdict(trace, 'all-states')).toBe('wrong');
    },
  );
});

test('two SYNs that cross make one connection, by way of SYN-RECEIVED at both ends', async () => {
  const trace = await run('both-open');
  const [client, server] = ways(trace);
  for (const way of [client, server]) expect(way?.slice(0, 3)).toEqual(['SYN-SENT', 'SYN-RECEIVED', 'ESTABLISHED']);
  expect(
    crossedSyns(trace)
      ?.map(({ from }) => from)
      .toSorted(),
  ).toEqual(['client', 'server']);
  expect(kinds(trace, 'socket.state').filter(({ state }) => state === 'LISTEN')).toEqual([]);
  expect(kinds(trace, 'socket.buffers').filter(({ sendBytes }) => sendBytes > 0)).toEqual([]);
  expect(verdict(trace, 'needs-listener')).toBe('wrong');
});

test('two FINs that cross lead both ends through CLOSING', async () => {
  const trace = await run('both-close');
  for (const way of ways(trace)) expect(way.slice(-3)).toEqual(['FIN-WAIT-1', 'CLOSING', 'TIME-WAIT']);
  expect(answers(trace)).toEqual(['FIN-WAIT-1', 'not-here']);
});

test('where nobody listens the client comes back from SYN-SENT', async () => {
  const trace = await run('refused');
  expect(ways(trace)).toEqual([['SYN-SENT', 'CLOSED'], []]);
  expect(kinds(trace, 'text.printed').map(({ text }) => text)).toEqual(['ConnectionRefusedError']);
  expect(answers(trace)).toEqual(['never', 'not-here']);
});

test('who sleeps keeps its own end in CLOSE-WAIT and the other in FIN-WAIT-2', async () => {
  const trace = await run('half');
  const [entered, left] = [firstIn(trace, 'CLOSE-WAIT'), afterState(trace, 'CLOSE-WAIT')];
  const wakes = kinds(trace, 'call.returned').find(
    ({ actor, call, seq }) => actor === 'server' && call === 'sleep' && seq > (entered?.seq ?? 0),
  );
  expect(left?.seq).toBeGreaterThan(wakes?.seq ?? Number.POSITIVE_INFINITY);
  expect(firstIn(trace, 'FIN-WAIT-2')?.seq).toBeLessThan(wakes?.seq ?? 0);
  expect(verdict(trace, 'close-wait-times-out')).toBe('wrong');
});

test.each(['client', 'server'])('the kernel says goodbye for a process that is killed (%s)', async (closesFirst) => {
  const trace = await run('killed', { closesFirst });
  expect(finForTheDead(trace)?.died).toMatchObject({ actor: closesFirst, signal: 'SIGKILL' });
  expect(bothEstablished(trace)?.seq).toBeLessThan(finForTheDead(trace)?.fin.seq ?? 0);
  expect(verdict(trace, 'killed-says-nothing')).toBe('half-right');
});
