import type { ClassView } from '@lockstep/lab';
import { beforeEach, expect, test, vi } from 'vitest';
import { sampleView } from '../testing/sample-class.ts';
import { createPublisher, type Publisher } from './publisher.ts';

const at = (cursor: number): ClassView => ({ ...sampleView, cursor });
let sent: number[];
let isTaken: boolean;
let publisher: Publisher;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  isTaken = true;
  publisher = createPublisher(async ({ cursor }) => {
    sent.push(cursor);
    return isTaken;
  });
  return () => {
    publisher.dispose();
    vi.useRealTimers();
  };
});

test('of many steps in a second ten are told, and the last is one of them', () => {
  for (let step = 1; step <= 100; step++) {
    publisher.show(at(step), false);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(200);
  expect(sent.length).toBeGreaterThan(8);
  expect(sent.length).toBeLessThanOrEqual(11);
  expect(sent.at(-1)).toBe(100);
});

test('the first is told at once, and so is coming to rest', () => {
  publisher.show(at(1), false);
  publisher.show(at(2), false);
  expect(sent).toEqual([1]);
  publisher.show(at(3), true);
  expect(sent).toEqual([1, 3]);
});

test('what the class sees already is not told', () => {
  publisher.took(at(5));
  publisher.show(at(5), true);
  expect(sent).toEqual([]);
  publisher.show(at(6), true);
  expect(sent).toEqual([6]);
});

test('at the live end only its being left is told', () => {
  publisher.show({ ...at(1), pinned: true }, true);
  publisher.show({ ...at(9), pinned: true }, true);
  publisher.show(at(9), true);
  expect(sent).toEqual([1, 9]);
});

test('what was not taken is told again, or what is newer by then', async () => {
  isTaken = false;
  publisher.show(at(1), false);
  await vi.advanceTimersByTimeAsync(50);
  isTaken = true;
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([1, 1]);
  isTaken = false;
  publisher.show(at(2), false);
  publisher.show(at(3), false);
  isTaken = true;
  await vi.advanceTimersByTimeAsync(1000);
  expect(sent).toEqual([1, 1, 2, 3]);
});
