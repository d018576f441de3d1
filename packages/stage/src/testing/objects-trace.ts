// An object that counting frees, and two that refer to each other, which the collector frees in another thread.
import type { Trace } from '@lockstep/trace';
import { MAIN, type Told, threadsOf, toldTrace } from './told-trace.ts';

const change = (object: string, by: string, before: number, count: number): Told => [
  't1',
  'reference.changed',
  { object, by, before, count },
];
const create = (object: string): Told => ['t1', 'object.created', { object, type: 'Node', count: 1 }];
const collected: readonly Told[] = [
  ['t2', 'collector.ran', { generation: 0, collected: 588 }],
  ['t2', 'object.freed', { object: 'left', by: 'collector' }],
  ['t2', 'object.freed', { object: 'right', by: 'collector' }],
];

/** @param isCollected false: the collector is switched off */
export function objectsTrace(isCollected = true): Trace {
  return toldTrace(
    [{ ...MAIN, role: 'main' }, ...threadsOf(2, 'counting')],
    [
      create('a'),
      change('a', 'b', 1, 2),
      change('a', 'shelf[0]', 2, 3),
      change('a', 'b', 3, 2),
      change('a', 'shelf[0]', 2, 1),
      change('a', 'a', 1, 0),
      ['t1', 'object.freed', { object: 'a', by: 'counting' }],
      create('left'),
      create('right'),
      change('right', 'left.other', 1, 2),
      change('left', 'right.other', 1, 2),
      change('left', 'left', 2, 1),
      change('right', 'right', 2, 1),
      ...(isCollected ? collected : []),
    ],
  );
}
