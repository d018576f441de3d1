import { describe, expect, it } from 'vitest';
import { printed, printedDuration, printedGrouped, printedSeconds } from './printed.ts';

describe('numbers in print', () => {
  it('carry a real minus, and a plus where asked', () => {
    expect([printed(-1), printed(1), printed(1, true), printed(0, true)]).toEqual(['−1', '1', '+1', '0']);
  });
  it('set the fourth decimal of a second apart', () => {
    expect([printedSeconds(0), printedSeconds(1_024_260), printedSeconds(999_960)]).toEqual([
      '0.000 0',
      '1.024 3',
      '1.000 0',
    ]);
  });
  it('say durations in the unit that suits them', () => {
    expect([40, 398_000, 1_020_000].map(printedDuration)).toEqual(['40 µs', '398 ms', '1.02 s']);
  });
  it('group thousands by thin spaces', () => {
    expect(printedGrouped(2_604_188_374)).toBe('2 604 188 374');
  });
});
