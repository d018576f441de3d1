import { eventsOf, findOf, returnsOf } from '@lockstep/lab';
import { type EventOf, hostOf, listenerQueues, stateAt, type Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { runLab } from '../_testing/run-lab.ts';
import { attemptsOf, firstAccepted, halfOpenBefore, lettingIn, longestQueue, overflow, shutOut } from './attempts.ts';
import lab from './lab.ts';

const run = (knobs: Readonly<Record<string, number | string>>) => runLab('backlog', { mode: 'free', knobs });
const answer = (trace: Trace, id: string) => lab.predictions.find((one) => one.id === id)?.answer(trace)?.choice;
const verdict = (trace: Trace, id: string) => lab.claims.find((one) => one.id === id)?.verdict(trace);

/** The last SYN that left before the server's kernel counted this drop. */
function droppedSyn(trace: Trace, { seq }: EventOf<'kernel.counted'>): number | undefined {
  return eventsOf(trace, 'tcp.segment-sent').findLast((s) => s.flags === 'SYN' && s.seq < seq)?.sourcePort;
}

describe('a server that listens and does not accept', async () => {
  const trace = await run({ backlog: 2, clients: 5 });
  const accepted = firstAccepted(trace)?.seq ?? Number.NaN;
  const attempts = attemptsOf(trace);

  test('gets n + 1 clients connected before it accepts one', () => {
    expect(attempts).toHaveLength(5);
    expect(attempts.filter(({ connected }) => (connected?.seq ?? Infinity) < accepted)).toHaveLength(3);
    expect(longestQueue(trace)).toMatchObject({ waiting: 3, limit: 3 });
    expect(answer(trace, 'how-many')).toBe('one-more');
  });

  test('answers nobody else: their SYNs arrive, are counted and dropped, and no reset is sent', () => {
    const outside = attempts.slice(3).map(({ port }) => port);
    const drops = eventsOf(trace, 'kernel.counted').filter(({ counter }) => counter === 'TcpExt.ListenOverflows');
    expect(drops.length).toBeGreaterThanOrEqual(2);
    for (const drop of drops) expect(outside).toContain(droppedSyn(trace, drop));
    expect(findOf(trace, 'tcp.segment-sent', ({ flags }) => flags.includes('RST'))).toBeUndefined();
    const printed = eventsOf(trace, 'text.printed').map(({ text }) => text);
    expect(printed).toEqual(['client 4: no answer', 'client 5: no answer']);
  });

  test('lets them in when they ask again after accept() has made room', () => {
    for (const attempt of attempts.slice(3)) {
      expect(attempt.syns.length).toBeGreaterThan(1);
      expect(lettingIn(attempt)?.seq).toBeGreaterThan(accepted);
      expect(attempt.connected?.seq).toBeGreaterThan(accepted);
    }
    expect(answer(trace, 'next')).toBe('again');
    expect(verdict(trace, 'refused')?.judgement).toBe('wrong');
    expect(verdict(trace, 'in-at-once')?.judgement).toBe('wrong');
  });

  test('has nobody half-open when its accept queue overflows', () => {
    expect(halfOpenBefore(trace, overflow(trace)?.seq ?? 0)).toBe(0);
    expect(verdict(trace, 'syn-queue')?.judgement).toBe('half-right');
  });

  test('accepts everybody in the end, each once', () => {
    const results = returnsOf(trace, 'accept', 'server').map(({ result }) => Number(/(\d+)\)\)$/.exec(result)?.[1]));
    expect(new Set(results)).toEqual(new Set(attempts.map(({ port }) => port)));
  });

  test('is drawn with the callers in their places', () => {
    const at = shutOut(trace)?.noticed.seq ?? 0;
    const [listener] = [...stateAt(listenerQueues, trace, at).listeners.values()];
    const places = [...(listener?.callers.values() ?? [])].map(({ place }) => place);
    expect(places).toEqual(['accept-queue', 'accept-queue', 'accept-queue', 'unanswered']);
  });
});

test('with room for all, nobody waits outside and no claim is tested', async () => {
  const trace = await run({ backlog: 5, clients: 3, acceptAfterMs: 0 });
  expect(attemptsOf(trace).every(({ syns }) => syns.length === 1)).toBe(true);
  expect(overflow(trace)).toBeUndefined();
  expect(lab.claims.map((claim) => claim.verdict(trace))).toEqual([undefined, undefined, undefined]);
  expect(answer(trace, 'how-many')).toBeUndefined();
});

test('a lost last ACK keeps a client in the SYN queue that holds itself connected', async () => {
  const trace = await run({ backlog: 1, clients: 3, rules: 'drop client ACK 2' });
  const second = attemptsOf(trace)[1];
  const done = findOf(
    trace,
    'socket.state',
    ({ actor, remote, state }) =>
      hostOf(actor) === 'server' && remote.endsWith(`:${second?.port}`) && state === 'ESTABLISHED',
  );
  expect(second?.connected?.seq).toBeLessThan(done?.seq ?? 0);
  const answers = eventsOf(trace, 'tcp.segment-sent').filter(
    (s) => s.flags === 'SYN,ACK' && s.destinationPort === second?.port,
  );
  expect(answers.length).toBeGreaterThan(1);
  expect(overflow(trace)?.seq).toBeGreaterThan(answers[1]?.seq ?? Infinity);
  expect(verdict(trace, 'syn-queue')?.because.en).toContain('2 finished connections, 1 half-open');
});
