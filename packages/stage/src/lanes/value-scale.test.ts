import { foldOf, lostUpdates, valueHistory } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { raceTrace } from '../testing/race-trace.ts';
import { scoreOf } from './score.ts';
import { pastAt } from './value-reader.ts';
import { valueScale } from './value-scale.ts';

function pastOf(schedule: string) {
  const trace = raceTrace(schedule);
  const story = scoreOf(trace, trace.length).values.get('total');
  return story && pastAt(story, trace.length).last;
}

describe('what the value should be', () => {
  it('is what it is while no update is lost', () => {
    expect(pastOf('111222111')).toMatchObject({ should: 1, value: 1 });
  });

  it('adds up what every thread wanted, lost or not', () => {
    const trace = raceTrace('111222121212');
    expect(lostUpdates(foldOf(valueHistory, trace).at(trace.length))).toHaveLength(1);
    expect(pastOf('111222121212')).toMatchObject({ should: 0, value: -1 });
  });
});

describe('the scale of a value', () => {
  it('names every whole number while they are few', () => {
    const scale = valueScale({ low: -1, high: 1 }, 0, 0, 60);
    expect(scale.ticks.map((tick) => tick.label)).toEqual(['−1', '0', '+1']);
    expect([scale.y(1), scale.y(0), scale.y(-1)]).toEqual([0, 30, 60]);
  });

  it('names round numbers where there are many', () => {
    expect(valueScale({ low: 0, high: 40 }, 0, 0, 60).ticks.length).toBeLessThanOrEqual(6);
  });
});
