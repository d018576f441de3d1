import { describe, expect, test } from 'vitest';
import { type Fact, lostUpdates, stateAt, valueHistory } from './index.ts';
import { traceOf } from './testing/arbitrary-trace.ts';

const read = (actor: string, value: number): Fact => ({
  at: 0,
  actor,
  kind: 'value.read',
  source: 'program',
  name: 'total',
  value,
});
const write = (actor: string, before: number, value: number): Fact => ({
  at: 0,
  actor,
  kind: 'value.written',
  source: 'program',
  name: 'total',
  before,
  value,
});

function lostIn(...facts: Fact[]) {
  const trace = traceOf(facts);
  return lostUpdates(stateAt(valueHistory, trace, trace.length));
}

describe('value history', () => {
  test('finds no loss where each thread stores before the other loads', () => {
    expect(lostIn(read('t1', 0), write('t1', 0, 1), read('t2', 1), write('t2', 1, 0))).toEqual([]);
  });

  test('marks the store that overwrites a store it never saw', () => {
    const [lost] = lostIn(read('t1', 0), read('t2', 0), write('t1', 0, 1), write('t2', 1, -1));
    expect(lost).toMatchObject({ seq: 3, actor: 't2', basis: 1, overwrites: [2] });
  });

  test('marks every loss, and names all overwritten stores', () => {
    const lost = lostIn(
      read('t2', 0),
      read('t1', 0),
      write('t1', 0, 1),
      read('t1', 1),
      write('t1', 1, 2),
      write('t2', 2, -1),
    );
    expect(lost.map(({ seq, overwrites }) => [seq, overwrites])).toEqual([[5, [2, 4]]]);
  });

  test('takes an indivisible add for a store, and never for a loss', () => {
    const add: Fact = {
      at: 0,
      actor: 't1',
      kind: 'value.added',
      source: 'program',
      name: 'total',
      before: 0,
      value: 1,
    };
    expect(lostIn(read('t2', 0), add, write('t2', 1, -1)).map(({ overwrites }) => overwrites)).toEqual([[1]]);
    expect(lostIn(add, add)).toEqual([]);
  });
});
