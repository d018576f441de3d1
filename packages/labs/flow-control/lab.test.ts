import { eventsOf, findOf } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { awake, fullest, given, isWhole, opened, probes, refused, resumed, shut, taken, waiting } from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('flow-control', { mode: 'free', knobs });
const verdict = (trace: Trace, id: string) => lab.claims.find((claim) => claim.id === id)?.verdict(trace)?.judgement;
const answer = (trace: Trace, id: string) => lab.predictions.find((one) => one.id === id)?.answer(trace)?.choice;
const sum = (calls: readonly { readonly bytes?: number }[]) => calls.reduce((all, { bytes = 0 }) => all + bytes, 0);

describe('a reader that sleeps', async () => {
  const trace = await run();

  test('lets both buffers fill until the window is 0', () => {
    expect(shut(trace)?.window).toBe(0);
    expect(shut(trace)?.seq).toBeLessThan(awake(trace)?.seq ?? -1);
    expect(fullest(trace, 'server')?.receiveBytes).toBeGreaterThanOrEqual(4000);
    expect(fullest(trace, 'client')?.sendBytes).toBeGreaterThanOrEqual(4000);
  });

  test('makes send() wait: it returns after the first recv(), and no sooner', () => {
    const wait = waiting(trace);
    expect(wait?.entered.call).toBe('send');
    expect(wait?.entered.seq).toBeLessThan(awake(trace)?.seq ?? -1);
    expect(wait?.returned?.seq).toBeGreaterThan(
      findOf(trace, 'call.entered', ({ call }) => call === 'recv')?.seq ?? Infinity,
    );
    expect(answer(trace, 'no-room')).toBe('waits');
    expect(verdict(trace, 'send-fails')).toBe('wrong');
  });

  test('is asked now and then whether there is room', () => {
    expect(probes(trace).length).toBeGreaterThan(0);
    expect(eventsOf(trace, 'socket.timer').map(({ timer }) => timer)).toContain('zero-window-probe');
    expect(answer(trace, 'while-shut')).toBe('probe');
  });

  test('opens the window by reading, and the bytes move again', () => {
    expect(opened(trace)?.seq).toBeGreaterThan(awake(trace)?.seq ?? Infinity);
    expect(resumed(trace)?.seq).toBeGreaterThan(opened(trace)?.seq ?? Infinity);
  });

  test('loses nothing', () => {
    expect(sum(taken(trace))).toBe(4 * 4000);
    expect(sum(given(trace))).toBe(4 * 4000);
    expect(isWhole(trace)).toBe(true);
    expect(verdict(trace, 'slow-loses')).toBe('wrong');
  });

  test('has read nothing when the first send() returns', () => {
    expect(answer(trace, 'returned')).toBe('none');
    expect(verdict(trace, 'send-delivers')).toBe('wrong');
  });
});

test('who will not wait is told so, tries again when there is room, and loses nothing', async () => {
  const trace = await run({ waits: 'never' });
  expect(refused(trace)?.error).toMatch(/^BlockingIOError/);
  expect(waiting(trace)?.entered.call).toBe('select');
  expect(taken(trace).some(({ bytes = 0 }) => bytes < 4000)).toBe(true);
  expect(isWhole(trace)).toBe(true);
  expect(answer(trace, 'no-room')).toBe('raises');
  expect(verdict(trace, 'send-fails')).toBe('half-right');
});

test('where the buffers are large enough nobody waits, and the window is never 0', async () => {
  const trace = await run({ sendBuffer: 65_536, receiveBuffer: 65_536 });
  expect(shut(trace)).toBeUndefined();
  expect(waiting(trace)).toBeUndefined();
  expect(answer(trace, 'no-room')).toBe('not-here');
  expect(answer(trace, 'while-shut')).toBe('not-here');
  expect(isWhole(trace)).toBe(true);
});
