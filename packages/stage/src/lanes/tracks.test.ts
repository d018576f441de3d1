import { expect, it } from 'vitest';
import { carParkTrace, conditionTrace, longTrace } from '../testing/thread-traces.ts';
import { scoreOf } from './score.ts';
import { levelAt } from './tracks.ts';

it('keeps a condition and its lock apart, in the order in which they come', () => {
  const trace = conditionTrace();
  expect(scoreOf(trace, trace.length).tracks.map(({ key }) => key)).toEqual([
    'lock ready.lock',
    'value lines',
    'condition ready',
  ]);
});

it('knows the level before the first change, and at every cursor', () => {
  const trace = carParkTrace(3, 5);
  const [places] = scoreOf(trace, trace.length).tracks;
  expect(places && [0, 4, 5, 6, 7].map((cursor) => levelAt(places, cursor))).toEqual([5, 5, 4, 3, 2]);
});

it('reads only the events that are there by now', () => {
  const trace = longTrace(200);
  const { tracks, lanes } = scoreOf(trace, 20);
  expect(lanes.size).toBe(13);
  expect(Math.max(...tracks.flatMap(({ changes }) => changes.map(({ seq }) => seq)))).toBe(19);
});
