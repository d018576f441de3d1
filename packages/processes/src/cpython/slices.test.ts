import { createTrace, type Fact, type Header } from '@lockstep/trace';
import { expect, test } from 'vitest';
import { type SliceMark, tellSlices } from './slices.ts';

const ms = (value: number): number => value * 1e6;
const header = { actors: [] } as unknown as Header;

function told(marks: readonly SliceMark[]) {
  const trace = createTrace(header);
  const record = (fact: Fact): number => trace.append(fact);
  const measurement = tellSlices({ marks, sleepMs: 1, atUs: (timeNs) => timeNs / 1000, record });
  return {
    measurement,
    trace,
    story: trace.slice(0).map(({ at, actor, kind, source }) => `${at / 1000} ${actor} ${kind} ${source}`),
  };
}

test('who notices that it runs has taken the lock, and the one before has dropped it', () => {
  const { story, measurement, trace } = told([
    [ms(0), 1, 'start'],
    [ms(5), 2, 'start'],
    [ms(10), 1, 'run'],
    [ms(12), 1, 'end'],
    [ms(13), 2, 'run'],
    [ms(14), 2, 'end'],
  ]);
  expect(story).toEqual([
    '0 t1 thread.started program',
    '0 t1 gil.taken program',
    '5 t2 thread.started program',
    '5 t1 gil.dropped derived',
    '5 t1 gil.requested derived',
    '5 t2 gil.taken program',
    '10 t2 gil.dropped derived',
    '10 t2 gil.requested derived',
    '10 t1 gil.taken program',
    '12 t1 gil.dropped program',
    '12 t1 thread.finished program',
    '13 t2 gil.taken program',
    '14 t2 gil.dropped program',
    '14 t2 thread.finished program',
  ]);
  expect(trace.event(5)).toMatchObject({ cause: 3 });
  expect(measurement).toEqual({ switches: 3, perSecond: 3 / 0.014, medianSliceUs: 5000 });
});

test('a thread that wakes up from a sleep of 1 ms has waited for the lock since then', () => {
  const { story, trace } = told([
    [ms(0), 2, 'start'],
    [ms(1), 2, 'sleep'],
    [ms(1.5), 1, 'run'],
    [ms(7), 2, 'wake'],
  ]);
  expect(story.slice(2)).toEqual([
    '1 t2 gil.dropped program',
    '1.5 t1 gil.taken program',
    '2 t2 thread.slept derived',
    '2 t2 gil.requested derived',
    '7 t1 gil.dropped derived',
    '7 t1 gil.requested derived',
    '7 t2 gil.taken program',
  ]);
  expect(trace.event(8)).toMatchObject({ waitedUs: 5000 });
});

test('one who sleeps and gets the lock back, while nobody else wanted it, has not switched', () => {
  const { measurement } = told([
    [ms(0), 1, 'start'],
    [ms(1), 1, 'sleep'],
    [ms(2), 1, 'wake'],
    [ms(3), 1, 'end'],
  ]);
  expect(measurement.switches).toBe(0);
});

test('one who stays alone with the lock has not switched', () => {
  const marks: SliceMark[] = [
    [ms(0), 1, 'start'],
    [ms(1), 1, 'run'],
    [ms(2), 1, 'end'],
  ];
  expect(told(marks).measurement).toEqual({ switches: 0, perSecond: 0, medianSliceUs: 2000 });
  expect(told([]).measurement).toEqual({ switches: 0, perSecond: 0, medianSliceUs: 0 });
});
