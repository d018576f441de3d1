import { describe, expect, it } from 'vitest';
import { randomly, replay, roundRobin, type Strategy } from './strategy.ts';

/** Who goes when nobody ever ends. */
function picks(strategy: Strategy, count: number, ready = [0, 1, 2]) {
  const picked: (number | undefined)[] = [];
  for (let index = 0; index < count; index++)
    picked.push(strategy({ ready, last: picked.at(-1) }) as number | undefined);
  return picked;
}

describe('strategies', () => {
  it('replay follows the schedule, passes over those who cannot go, then hands over', () => {
    expect(
      picks(
        replay([0, 9, 1, 2], [1, 0, 2], () => 2),
        5,
        [0, 1],
      ),
    ).toEqual([1, 0, 2, 2, 2]);
  });

  it('round robin lets each do its quantum, and goes round', () => {
    expect(picks(roundRobin(2), 8)).toEqual([0, 0, 1, 1, 2, 2, 0, 0]);
  });

  it('chance repeats itself for the same seed only, and forgets nobody', () => {
    expect(picks(randomly(7), 20)).toEqual(picks(randomly(7), 20));
    expect(picks(randomly(7), 20)).not.toEqual(picks(randomly(8), 20));
    expect(new Set(picks(randomly(7), 50))).toEqual(new Set([0, 1, 2]));
  });
});
