import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sampleTrace } from '../testing/sample-run.ts';
import { createShowing } from './show-growth.ts';

let waiting: FrameRequestCallback[] = [];

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => waiting.push(callback));
});
afterEach(() => vi.unstubAllGlobals());

function frame(): void {
  const due = waiting;
  waiting = [];
  for (const callback of due) callback(0);
}

test('however often a run grows, it is drawn at most once a frame, and in the end as it is', () => {
  const shown: number[] = [];
  const showing = createShowing({ grow: (trace) => void shown.push(trace.length) });
  for (const length of [1, 2, 3]) showing.grow(sampleTrace(length), { state: 'running' });
  expect(shown).toEqual([1]);
  frame();
  expect(shown).toEqual([1, 3]);
  frame();
  showing.grow(sampleTrace(4), { state: 'running' });
  expect(shown).toEqual([1, 3, 4]);
});

test('the end of a run does not wait for a frame', () => {
  const shown: string[] = [];
  const showing = createShowing({ grow: (_, { state }) => void shown.push(state) });
  showing.grow(sampleTrace(1), { state: 'running' });
  showing.grow(sampleTrace(2), { state: 'ended' });
  expect(shown).toEqual(['running', 'ended']);
  frame();
  expect(shown).toEqual(['running', 'ended']);
});

test('a run that was left is not shown any more', () => {
  const shown: number[] = [];
  const showing = createShowing({ grow: (trace) => void shown.push(trace.length) });
  for (const length of [1, 2]) showing.grow(sampleTrace(length), { state: 'running' });
  showing.forget();
  frame();
  expect(shown).toEqual([1]);
});
