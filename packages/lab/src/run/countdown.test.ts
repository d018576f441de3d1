import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Clock, createCountdown } from './countdown.ts';

const clock: Clock = {
  nowMs: () => performance.now(),
  startTimer(ms, onOver) {
    const timer = setTimeout(onOver, ms);
    return () => clearTimeout(timer);
  },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('time in a pause does not count', () => {
  const onOver = vi.fn<() => void>();
  const countdown = createCountdown(100, onOver, clock);
  countdown.resume();
  vi.advanceTimersByTime(60);
  countdown.pause();
  vi.advanceTimersByTime(1000);
  countdown.resume();
  vi.advanceTimersByTime(39);
  expect(onOver).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onOver).toHaveBeenCalledOnce();
});

test('a restart gives back all the time', () => {
  const onOver = vi.fn<() => void>();
  const countdown = createCountdown(100, onOver, clock);
  countdown.restart();
  vi.advanceTimersByTime(99);
  countdown.restart();
  vi.advanceTimersByTime(99);
  expect(onOver).not.toHaveBeenCalled();
});
