import { contentsOf, eventsOf, findOf, returnsOf } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { datagramsSent, firstFailure, fragments, lostThoughSent, nothingLeft, taken, tooLong } from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('udp', { mode: 'free', knobs });

const verdict = (trace: Trace, id: string) => lab.claims.find((claim) => claim.id === id)?.verdict(trace)?.judgement;
const answer = (trace: Trace, id: string) => lab.predictions.find((one) => one.id === id)?.answer(trace)?.choice;
const printed = (trace: Trace) => kinds(trace, 'text.printed').map(({ text }) => text);
const payloads = (trace: Trace) => taken(trace).map(({ result }) => /^\(b'(.*)', \(/.exec(result)?.[1]);

describe('three sends', async () => {
  const trace = await run();

  test('are three datagrams, the empty one too, and three receives', () => {
    expect(datagramsSent(trace).map(({ length }) => length)).toEqual([5, 0, 20]);
    expect(payloads(trace)).toEqual(['hello', '', 'ABCDEFGH']);
    expect(answer(trace, 'one-call')).toBe('one');
    expect(verdict(trace, 'empty-means-closed')).toBe('half-right');
  });

  test('lose for good what the last receive had no room for', () => {
    expect(printed(trace)).toEqual(['BlockingIOError']);
    expect(answer(trace, 'rest')).toBe('gone');
    const waiting = eventsOf(trace, 'socket.buffers').filter(({ socket }) => socket === 'server:udp:9000');
    expect(waiting.at(-1)?.receiveBytes).toBe(0);
    expect(waiting.at(-1)?.seq).toBeLessThan(nothingLeft(trace)?.seq ?? 0);
  });

  test('need nothing before them: the first frame is the first datagram', () => {
    expect(kinds(trace, 'tcp.segment-sent', 'frame.sent').map(({ from }) => from)).toEqual([
      'client',
      'client',
      'client',
    ]);
    expect(trace.header.reality).toMatchObject({ lane: 'A' });
  });
});

test('MSG_TRUNC tells how long each was, and still takes no more', async () => {
  const trace = await run({ asksLength: true });
  expect(printed(trace)).toEqual(['length 5', 'length 0', 'length 20', 'BlockingIOError']);
  expect(taken(trace).map(({ bytes }) => bytes)).toEqual([5, 0, 8]);
});

test('a buffer that is large enough takes all, and no rest is asked about', async () => {
  const trace = await run({ bufferBytes: 256, message: '数据报' });
  expect(taken(trace).map(({ bytes }) => bytes)).toEqual([5, 0, 9]);
  expect(answer(trace, 'rest')).toBeUndefined();
});

describe.each([
  [false, 'TimeoutError'],
  [true, 'ConnectionRefusedError'],
])('a client that is there first, connected: %s', async (connects, error) => {
  const trace = await run({ story: 'first', connects });

  test('sends to nobody without an error, and its kernel is told by ICMP', () => {
    const [first] = kinds(trace, 'frame.sent');
    expect(first).toMatchObject({ from: 'client' });
    expect(findOf(trace, 'kernel.counted', ({ counter }) => counter === 'Udp.NoPorts')).toMatchObject({ value: 1 });
    expect(findOf(trace, 'frame.sent', (event) => contentsOf(event)?.kind === 'port-unreachable')?.from).toBe('server');
    expect(lostThoughSent(trace)?.send).toMatchObject({ bytes: 9, call: connects ? 'send' : 'sendto' });
    expect(verdict(trace, 'sent-means-arrived')).toBe('wrong');
  });

  test(`learns of it by ${error}, and is answered once the server is there`, () => {
    expect(firstFailure(trace)?.error).toMatch(new RegExp(`^${error}`));
    expect(payloads(trace)).toEqual([expect.stringMatching(/^anyone\? [2-9]$/)]);
    expect(returnsOf(trace, 'recvfrom', 'client').at(-1)?.result).toMatch(/^\(b'here I am'/);
  });

  test('sends no frame by connect()', () => {
    const sent = kinds(trace, 'frame.sent').filter(({ from }) => from === 'client');
    for (const { cause } of sent)
      expect(trace.event(cause as number)).toMatchObject({ call: expect.stringMatching(/^send/) });
  });
});

test('a full buffer loses what comes late, and the kernel’s two counters agree', async () => {
  const trace = await run({ story: 'overflow', datagrams: 12 });
  const lost = kinds(trace, 'socket.dropped').at(-1)?.count ?? 0;
  expect(lost).toBeGreaterThan(0);
  expect(kinds(trace, 'kernel.counted').at(-1)).toMatchObject({ counter: 'Udp.RcvbufErrors', value: lost });
  expect(taken(trace).length).toBe(12 - lost);
  expect(payloads(trace)).toEqual(Array.from({ length: 12 - lost }, (_, index) => String(index + 1)));
  expect(returnsOf(trace, 'sendto').every(({ error }) => error === undefined)).toBe(true);
  expect(verdict(trace, 'sent-means-arrived')).toBe('wrong');
});

test('a larger buffer loses nothing', async () => {
  const trace = await run({ story: 'overflow', datagrams: 12, rcvbuf: 16_384 });
  expect(kinds(trace, 'socket.dropped')).toEqual([]);
  expect(taken(trace).length).toBe(12);
  expect(verdict(trace, 'sent-means-arrived')).toBeUndefined();
});

test.each([
  ['512', 0, undefined],
  ['1472', 0, undefined],
  ['1473', 2, 'wrong'],
  ['65507', 45, 'wrong'],
])('%s bytes travel in their number of frames and arrive as one', async (size, pieces, judgement) => {
  const trace = await run({ story: 'size', size });
  expect(fragments(trace).length).toBe(pieces);
  expect(taken(trace)).toMatchObject([{ bytes: Number(size) }]);
  expect(printed(trace)).toEqual([`${size} bytes at once`]);
  expect(findOf(trace, 'kernel.counted', ({ counter }) => counter === 'Ip.ReasmOKs') !== undefined).toBe(pieces > 0);
  expect(verdict(trace, 'at-most-1472')).toBe(judgement);
});

test('65,508 bytes are refused by the own kernel, and no frame leaves', async () => {
  const trace = await run({ story: 'size', size: '65508' });
  expect(tooLong(trace)?.error).toBe('OSError: [Errno 90] Message too long');
  expect(printed(trace)).toEqual(['[Errno 90] Message too long', 'TimeoutError']);
  expect(kinds(trace, 'frame.sent')).toEqual([]);
});
