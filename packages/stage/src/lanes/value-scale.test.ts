import { foldOf, lostUpdates, valueHistory } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { raceTrace } from '../testing/race-trace.ts';
import { shouldBe, valueScale } from './value-scale.ts';

function historyOf(schedule: string) {
  const trace = raceTrace(schedule);
  return foldOf(valueHistory, trace).at(trace.length).values.get('total') ?? [];
}

describe('what the value should be', () => {
  it('is what it is while no update is lost', () => {
    const history = historyOf('111222111');
    expect(shouldBe(history)).toBe(1);
    expect(history.at(-1)?.value).toBe(1);
  });

  it('adds up what every thread wanted, lost or not', () => {
    const trace = raceTrace('111222121212');
    const history = foldOf(valueHistory, trace).at(trace.length);
    expect(lostUpdates(history)).toHaveLength(1);
    expect(shouldBe(history.values.get('total') ?? [])).toBe(0);
    expect(history.values.get('total')?.at(-1)?.value).toBe(-1);
  });
});

describe('the scale of a value', () => {
  it('names every whole number while they are few', () => {
    const scale = valueScale(historyOf('111222121212'), 0, 0, 60);
    expect(scale.ticks.map((tick) => tick.label)).toEqual(['−1', '0', '+1']);
    expect([scale.y(1), scale.y(0), scale.y(-1)]).toEqual([0, 30, 60]);
  });

  it('names round numbers where there are many', () => {
    const up = historyOf('111'.repeat(40));
    expect(valueScale(up, 0, 0, 60).ticks.length).toBeLessThanOrEqual(6);
  });
});
