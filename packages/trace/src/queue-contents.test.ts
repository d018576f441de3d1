import { describe, expect, test } from 'vitest';
import { type Fact, queueContents, stateAt } from './index.ts';
import { traceOf } from './testing/arbitrary-trace.ts';

const base = { at: 0, source: 'program', queue: 'q' } as const;
const put = (actor: string, item: string): Fact => ({ ...base, actor, kind: 'queue.put', item, size: 0 });
const got = (actor: string, item: string): Fact => ({ ...base, actor, kind: 'queue.got', item, size: 0 });

function queueAfter(...facts: Fact[]) {
  const trace = traceOf(facts);
  return stateAt(queueContents, trace, trace.length).get('q');
}

describe('queue contents', () => {
  test('know who put each item and who got it', () => {
    const queue = queueAfter(put('t1', 'a'), put('t2', 'b'), got('t3', 'a'));
    expect(queue).toMatchObject({ put: 2, got: 1, inside: [{ text: 'b', putBy: 't2', putAt: 1 }] });
    expect(queue?.lastGot.get('t3')).toEqual({ text: 'a', putBy: 't1', putAt: 0, gotBy: 't3', gotAt: 2 });
  });

  test('take out the item whose put caused the get, and without a cause the older of two alike', () => {
    const facts = [put('t1', 'a'), put('t2', 'b'), put('t2', 'a')];
    const places = (cause?: number) =>
      queueAfter(...facts, { ...got('t3', 'a'), ...(cause === undefined ? {} : { cause }) })?.inside.map(
        ({ putAt }) => putAt,
      );
    expect(places()).toEqual([1, 2]);
    expect(places(2)).toEqual([0, 1]);
  });

  test('believe no get of what was never put', () => {
    expect(queueAfter(put('t1', 'a'), got('t3', 'b'))).toMatchObject({ put: 1, got: 0, inside: [{ text: 'a' }] });
  });

  test('count an unfinished task for each put and believe task_done about the rest', () => {
    const done: Fact = { ...base, actor: 't3', kind: 'queue.task-done', unfinished: 1 };
    expect(queueAfter(put('t1', 'a'), put('t1', 'b'), got('t3', 'a'))?.unfinished).toBe(2);
    expect(queueAfter(put('t1', 'a'), put('t1', 'b'), got('t3', 'a'), done)?.unfinished).toBe(1);
  });

  test('remember that join() returned', () => {
    expect(queueAfter({ ...base, actor: 'main', kind: 'queue.joined' })?.joinedAt).toBe(0);
  });
});
