import { eventsOf, findOf } from '@lockstep/lab';
import { hostOf, listenerQueues, stateAt, type Trace } from '@lockstep/trace';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runLab } from '../_testing/run-lab.ts';
import { destinationOf, sourceOf } from './addresses.ts';
import {
  answersToNobody,
  clientsFate,
  clientsSyns,
  counted,
  forgedSyns,
  halfOpenBefore,
  noPlace,
  repeatedAnswer,
} from './flood.ts';
import lab from './lab.ts';

const run = (knobs: Readonly<Record<string, number | boolean>>) => runLab('syn-flood', { mode: 'free', knobs });
const answer = (trace: Trace, id: string) => lab.predictions.find((one) => one.id === id)?.answer(trace)?.choice;
const judgement = (trace: Trace, id: string) => lab.claims.find((one) => one.id === id)?.verdict(trace)?.judgement;
const sum = (trace: Trace, counter: string) =>
  eventsOf(trace, 'kernel.counted').findLast((event) => event.counter === `TcpExt.${counter}`)?.value ?? 0;
const mostWaiting = (trace: Trace) => Math.max(...eventsOf(trace, 'socket.accept-queue').map(({ waiting }) => waiting));

afterEach(() => vi.unstubAllEnvs());

describe('without cookies', async () => {
  const trace = await run({ cookies: false, syns: 8, backlog: 4 });

  test('forged SYNs leave n + 1 half-open connections, the rest fall', () => {
    expect(new Set(forgedSyns(trace).map(sourceOf)).size).toBe(8);
    expect(halfOpenBefore(trace, noPlace(trace)?.seq ?? 0)).toBe(5);
    expect(sum(trace, 'TCPReqQFullDrop')).toBe(8 - 5 + clientsSyns(trace).length);
    expect(sum(trace, 'SyncookiesSent')).toBe(0);
  });

  test('the good client gets no answer, asks again, and gives up', () => {
    expect(clientsSyns(trace).length).toBeGreaterThan(1);
    expect(findOf(trace, 'tcp.segment-sent', ({ to }) => to === 'client')).toBeUndefined();
    expect(clientsFate(trace)?.kind).toBe('gave-up');
    expect(answer(trace, 'good-client')).toBe('gave-up');
  });

  test('answers go to addresses at which nobody is, and go there again', () => {
    const forged = new Set(forgedSyns(trace).map(sourceOf));
    for (const segment of answersToNobody(trace)) expect(forged).toContain(destinationOf(segment));
    expect(repeatedAnswer(trace)).toBeDefined();
    expect(findOf(trace, 'tcp.segment-sent', (s) => s.from === 'attacker' && s.flags !== 'SYN')).toBeUndefined();
    expect(answer(trace, 'answers')).toBe('again');
  });

  test('the accept queue is empty all the while', () => {
    expect(mostWaiting(trace)).toBe(0);
    expect(judgement(trace, 'accept-queue')).toBe('wrong');
    expect(judgement(trace, 'block-address')).toBe('wrong');
    expect(judgement(trace, 'cookies-slow')).toBeUndefined();
  });

  test('each forged SYN is one caller of the listener, whatever address it names', () => {
    const seq = clientsFate(trace)?.event.seq ?? 0;
    const [listener] = [...stateAt(listenerQueues, trace, seq).listeners.values()];
    const callers = [...(listener?.callers.values() ?? [])];
    expect(callers.filter(({ host }) => host === 'attacker').map(({ place }) => place)).toEqual([
      ...Array.from({ length: 5 }, () => 'syn-queue'),
      ...Array.from({ length: 3 }, () => 'unanswered'),
    ]);
    expect(callers.filter(({ host }) => host !== 'attacker').map(({ host, place }) => [host, place])).toEqual([
      ['client', 'unanswered'],
    ]);
  });
});

test('with cookies the good client comes in without ever having had a place in the SYN queue', async () => {
  const trace = await run({ cookies: true, syns: 12, backlog: 4 });
  expect(clientsFate(trace)?.kind).toBe('in');
  expect(clientsSyns(trace)).toHaveLength(1);
  expect(sum(trace, 'SyncookiesSent')).toBe(12 - 5 + 1);
  expect(sum(trace, 'ListenDrops')).toBe(0);
  const address = trace.header.actors.find(({ id }) => id === 'client')?.address;
  const states = eventsOf(trace, 'socket.state')
    .filter(({ actor, remote }) => hostOf(actor) === 'server' && remote.startsWith(`${address}:`))
    .map(({ state }) => state);
  expect(states[0]).toBe('ESTABLISHED');
  expect(counted(trace, 'SyncookiesRecv')?.value).toBe(1);
  expect(judgement(trace, 'cookies-slow')).toBe('wrong');
  expect(answer(trace, 'good-client')).toBe('in');
});

test('fewer SYNs than places shut nobody out', async () => {
  const trace = await run({ cookies: false, syns: 4, backlog: 4 });
  expect(noPlace(trace)).toBeUndefined();
  expect(clientsFate(trace)?.kind).toBe('in');
  expect(judgement(trace, 'accept-queue')).toBeUndefined();
});

test('a longer queue without cookies meets the limit of tcp_max_syn_backlog, less the quarter for known peers', async () => {
  const trace = await run({ cookies: false, syns: 32, backlog: 16 });
  expect(halfOpenBefore(trace, noPlace(trace)?.seq ?? 0)).toBe(7);
  expect(sum(trace, 'TCPReqQFullDrop')).toBe(0);
  expect(clientsFate(trace)?.kind).toBe('gave-up');
});

test('nothing is flooded where the network is not the run’s own', async () => {
  vi.stubEnv('LOCKSTEP_LANES', 'C');
  await expect(run({})).rejects.toThrow('in a network of its own or not at all');
});
