import { eventsOf, returnsOf } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { conversationAt, endOf, firstFin, glued, held, lost, received, repeated } from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('tcp-vs-udp', { mode: 'free', knobs });
const verdict = (trace: Trace, id: string) => lab.claims.find((claim) => claim.id === id)?.verdict(trace)?.judgement;
const answer = (trace: Trace, id: string) => lab.predictions.find((one) => one.id === id)?.answer(trace)?.choice;
const of = (trace: Trace, transport: 'tcp' | 'udp') => conversationAt(trace, trace.length, transport);
const TOGETHER = 'onetwothreefour';

describe('on a cable that carries everything', async () => {
  const trace = await run();

  test('TCP needs three segments before its first byte, UDP nothing', () => {
    expect(of(trace, 'tcp').before).toBe(3);
    expect(of(trace, 'udp')).toMatchObject({ before: 0, frames: 4 });
    const flags = eventsOf(trace, 'tcp.segment-sent').map((segment) => segment.flags);
    expect(flags.slice(0, 3)).toEqual(['SYN', 'SYN,ACK', 'ACK']);
    expect(verdict(trace, 'udp-faster')).toBe('half-right');
  });

  test('TCP gives in fewer pieces what UDP gives one by one', () => {
    expect(of(trace, 'tcp').pieces.join('')).toBe(TOGETHER);
    expect(of(trace, 'tcp').pieces.length).toBeLessThan(4);
    expect(of(trace, 'udp').pieces).toEqual(['one', 'two', 'three', 'four']);
    expect(glued(trace)).toBeDefined();
    expect(answer(trace, 'pieces')).toBe('tcp-fewer');
    expect(verdict(trace, 'nodelay-keeps')).toBe('wrong');
  });

  test('both get everything, and UDP has lost nothing', () => {
    expect(answer(trace, 'whole')).toBe('both');
    expect(kinds(trace, 'frame.delivered').length).toBe(kinds(trace, 'frame.sent').length);
    expect(verdict(trace, 'udp-loses')).toBe('wrong');
  });

  test('TCP says when it is over, UDP does not', () => {
    expect(firstFin(trace)?.from).toBe('tcp-client');
    expect(endOf(trace, 'tcp')).toMatchObject({ result: "b''" });
    expect(endOf(trace, 'udp')?.error).toMatch(/^TimeoutError/);
    const closed = returnsOf(trace, 'close', 'udp-client')[0]?.cause ?? -1;
    expect(kinds(trace, 'frame.sent').filter(({ cause }) => cause === closed)).toEqual([]);
  });

  test('neither hears the other: each pair has a cable of its own', () => {
    expect(kinds(trace, 'switch.flooded', 'switch.learned')).toEqual([]);
    for (const { to } of kinds(trace, 'tcp.segment-delivered')) expect(to).toMatch(/^tcp/);
    for (const { to } of kinds(trace, 'frame.delivered')) expect(to).toMatch(/^udp/);
  });
});

test('when the cable loses the second of each, TCP sends it again and UDP misses it', async () => {
  const trace = await run({ cable: 'lose' });
  expect(lost(trace, 'tcp')).toBeDefined();
  expect(repeated(trace).length).toBeGreaterThan(0);
  expect(of(trace, 'tcp').pieces.join('')).toBe(TOGETHER);
  expect(of(trace, 'udp').pieces).toEqual(['one', 'three', 'four']);
  expect(answer(trace, 'whole')).toBe('tcp');
  expect(verdict(trace, 'udp-loses')).toBe('half-right');
});

test('when two of each change places, TCP puts them in order and UDP does not', async () => {
  const trace = await run({ cable: 'swap' });
  expect(held(trace, 'tcp')).toBeDefined();
  expect(held(trace, 'udp')).toBeDefined();
  expect(of(trace, 'tcp').pieces.join('')).toBe(TOGETHER);
  expect(of(trace, 'udp').pieces).toEqual(['one', 'three', 'two', 'four']);
  expect(answer(trace, 'whole')).toBe('tcp');
});

test('when one is lost and two change places, TCP still gives all in order', async () => {
  const trace = await run({ cable: 'both', messages: 6 });
  expect(of(trace, 'tcp').pieces.join('')).toBe(`${TOGETHER}fivesix`);
  expect(of(trace, 'udp').pieces).toEqual(['one', 'four', 'three', 'five', 'six']);
  expect(repeated(trace).length).toBeGreaterThan(0);
});

test('who reads at once misses nothing either', async () => {
  const trace = await run({ readAfterMs: 0 });
  expect(received(trace, 'udp').length).toBe(4);
  expect(of(trace, 'tcp').pieces.join('')).toBe(TOGETHER);
});
