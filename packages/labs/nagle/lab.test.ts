import { eventsOf } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { atOnce, dataSegments, heldBack, isAcknowledged, rounds, writes } from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('nagle', { mode: 'free', knobs });
const verdict = (trace: Trace, id: string) => lab.claims.find((claim) => claim.id === id)?.verdict(trace)?.judgement;
const answer = (trace: Trace, id: string) => lab.predictions.find((one) => one.id === id)?.answer(trace)?.choice;
const lengths = (trace: Trace) => dataSegments(trace).map(({ length }) => length);

describe('two small writes, then a read', async () => {
  const trace = await run({ rounds: 5 });

  test('the second part leaves only when the ACK of the first has come', () => {
    for (const [index, first] of dataSegments(trace).entries()) {
      const second = dataSegments(trace)[index + 1];
      if (second) expect(isAcknowledged(trace, first, second.seq)).toBe(true);
    }
    expect(atOnce(trace)).toBeUndefined();
  });

  test('its write had returned before that ACK was sent, by a kernel that nobody had asked', () => {
    const held = heldBack(trace).find(({ write, ack }) => write.returned.seq < ack.seq);
    expect(held?.ack).toMatchObject({ flags: 'ACK', length: 0 });
    expect(held?.arrival.seq).toBeLessThan(held?.segment.seq ?? -1);
    expect(answer(trace, 'when-leaves')).toBe('ack');
    expect(answer(trace, 'who-waits')).toBe('both');
    expect(verdict(trace, 'sent-at-once')).toBe('wrong');
    expect(verdict(trace, 'nagle-40-ms')).toBe('wrong');
  });

  test('each message is two segments, and is answered once', () => {
    expect(lengths(trace)).toEqual(Array.from({ length: 10 }, () => 20));
    expect(rounds(trace).map(({ segments }) => segments)).toEqual([2, 2, 2, 2, 2]);
  });
});

test('with TCP_NODELAY the second part leaves within its own call, unacknowledged or not', async () => {
  const trace = await run({ noDelay: true });
  expect(heldBack(trace)).toEqual([]);
  const segments = dataSegments(trace);
  expect(segments.length).toBe(4);
  for (const [index, { entered, returned }] of writes(trace).entries()) {
    expect(segments[index]?.cause).toBe(entered.seq);
    expect(segments[index]?.seq).toBeLessThan(returned.seq);
  }
});

test('one write is one segment, and nothing waits', async () => {
  const trace = await run({ joins: true });
  expect(lengths(trace)).toEqual([40, 40]);
  expect(heldBack(trace)).toEqual([]);
  expect(verdict(trace, 'nodelay-remedy')).toBe('wrong');
  expect(answer(trace, 'when-leaves')).toBe('same');
});

test('of many parts all but the first go together', async () => {
  const trace = await run({ writes: 5, rounds: 1, delayMs: 200 });
  expect(writes(trace).length).toBe(5);
  expect(lengths(trace)).toEqual([20, 80]);
  expect(answer(trace, 'how-many')).toBe('fewer');
}, 20_000);

test('on a long cable what TCP_NODELAY sends does not wait for any ACK', async () => {
  const trace = await run({ writes: 3, rounds: 1, delayMs: 200, noDelay: true });
  expect(lengths(trace)).toEqual([20, 20, 20]);
  expect(atOnce(trace)?.frame).toBe(dataSegments(trace)[1]?.frame);
  expect(verdict(trace, 'nodelay-remedy')).toBe('half-right');
}, 20_000);

test('with quick ACKs each part that arrives is acknowledged by itself', async () => {
  const trace = await run({ quickAck: true });
  const acknowledged = new Set(
    eventsOf(trace, 'tcp.segment-sent')
      .filter(({ from, flags, length }) => from === 'server' && flags === 'ACK' && length === 0)
      .map(({ acknowledgment }) => acknowledgment),
  );
  for (const { sequence, length } of dataSegments(trace)) expect(acknowledged).toContain((sequence + length) >>> 0);
});
