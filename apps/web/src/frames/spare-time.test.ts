import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { atRest, inSpareTime } from './spare-time.ts';

let waiting: IdleRequestCallback[] = [];

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('requestIdleCallback', (callback: IdleRequestCallback) => waiting.push(callback));
});
afterEach(() => vi.unstubAllGlobals());

/** A moment with so much time; a millisecond goes with each look at the clock. */
function moment(leftMs: number): void {
  const due = waiting;
  waiting = [];
  let left = leftMs;
  for (const callback of due) callback({ didTimeout: false, timeRemaining: () => left-- });
}

test('slices go on as long as there is time, and what looks at the whole waits for them and for rest', () => {
  const done: string[] = [];
  let slices = 30;
  inSpareTime(() => {
    done.push('slice');
    return --slices > 0;
  });
  atRest(() => done.push('whole'));
  moment(10);
  expect(done.length).toBeGreaterThan(0);
  expect(done).not.toContain('whole');
  for (let more = 0; more < 10; more++) moment(10);
  expect(slices).toBe(0);
  expect(done).not.toContain('whole');
  moment(50);
  expect(done.at(-1)).toBe('whole');
  expect(waiting).toHaveLength(0);
});

test('what is taken back is not done', () => {
  const done: string[] = [];
  const takeBack = atRest(() => done.push('gone'));
  atRest(() => done.push('stays'));
  takeBack();
  moment(50);
  moment(50);
  expect(done).toEqual(['stays']);
});
