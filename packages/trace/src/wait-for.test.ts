import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFold, createTrace, type Fact, stateAt, type Trace, waitForEdges, waitForGraph } from './index.ts';
import { facts, header, traceOf } from './testing/arbitrary-trace.ts';

type Loose = Record<string, unknown> & { readonly kind: string };

const fact = (actor: string, rest: Loose): Fact => ({ at: 0, actor, source: 'program', ...rest }) as unknown as Fact;
const started = (...actors: string[]) => actors.map((actor) => fact(actor, { kind: 'thread.started', name: actor }));
const acquires = (actor: string, lock: string) => fact(actor, { kind: 'lock.acquired', lock });
const releases = (actor: string, lock: string, depth?: number) =>
  fact(actor, { kind: 'lock.released', lock, ...(depth === undefined ? {} : { depth }) });
const asks = (actor: string, lock: string) => fact(actor, { kind: 'lock.requested', lock });
const blocks = (actor: string, on: string, rest: object = {}) => fact(actor, { kind: 'thread.blocked', on, ...rest });
const finishes = (actor: string) => fact(actor, { kind: 'thread.finished' });

/** Two threads take A and B crosswise; seq 8 closes the circle. */
const crosswise = [
  ...started('t1', 't2'),
  acquires('t1', 'A'),
  acquires('t2', 'B'),
  asks('t1', 'B'),
  blocks('t1', 'B', { holder: 't2' }),
  fact('t2', { kind: 'value.read', name: 'x', value: 0 }),
  asks('t2', 'A'),
  blocks('t2', 'A', { holder: 't1' }),
];

const graphOf = (list: readonly Fact[], cursor = list.length) => stateAt(waitForGraph, traceOf(list), cursor);
const withMain = (list: readonly Fact[]): Trace => {
  const trace = createTrace({ ...header, actors: [{ id: 'main', role: 'thread', colour: 0 }, ...header.actors] });
  for (const one of list) trace.append(one);
  return trace;
};

describe('the wait-for graph', () => {
  test('is the same by the fast fold and by the naive one, whatever happened', () => {
    fc.assert(
      fc.property(facts, fc.array(fc.nat(310), { maxLength: 8 }), (list, cursors) => {
        const trace = traceOf(list);
        const fold = createFold(waitForGraph, trace);
        for (const cursor of cursors) expect(fold.at(cursor)).toEqual(stateAt(waitForGraph, trace, cursor));
      }),
    );
  });

  test('never closes a circle but by its last wait, and each of its threads waits', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const { cycles, waits } = graphOf(list);
        for (const { threads, edges, since } of cycles) {
          expect(threads.every((thread) => waits.get(thread)?.isBlocked)).toBe(true);
          expect(edges.map((edge) => edge.since)).toContain(since);
        }
      }),
    );
  });

  test('grows with the events: what is asked for, what must be waited for, what is held', () => {
    const edges = (cursor: number) =>
      waitForEdges(graphOf(crosswise, cursor)).map(({ kind, thread, on }) => `${kind} ${thread} ${on}`);
    expect(edges(2)).toEqual([]);
    expect(edges(4)).toEqual(['hold t1 A', 'hold t2 B']);
    expect(edges(5)).toEqual(['hold t1 A', 'hold t2 B', 'wait t1 B']);
    expect(graphOf(crosswise, 5).waits.get('t1')?.isBlocked).toBe(false);
    expect(graphOf(crosswise, 6).waits.get('t1')?.isBlocked).toBe(true);
  });

  test('finds the circle at the event that closes it, and goes around it', () => {
    expect(graphOf(crosswise, 8).cycles).toEqual([]);
    const [cycle] = graphOf(crosswise).cycles;
    expect(cycle).toMatchObject({ threads: ['t1', 't2'], since: 8, isTimed: false });
    expect(cycle?.edges.map(({ kind, thread, on, since }) => [kind, thread, on, since])).toEqual([
      ['wait', 't1', 'B', 5],
      ['hold', 't2', 'B', 3],
      ['wait', 't2', 'A', 8],
      ['hold', 't1', 'A', 2],
    ]);
  });

  test('ticks the four conditions one after the other', () => {
    const names = (cursor: number) =>
      Object.entries(graphOf(crosswise, cursor).conditions).flatMap(([name, since]) =>
        since === undefined ? [] : [`${name} ${since}`],
      );
    expect(names(2)).toEqual([]);
    expect(names(3)).toEqual(['mutual-exclusion 2']);
    expect(names(6)).toEqual(['mutual-exclusion 2', 'hold-and-wait 5', 'no-preemption 5']);
    expect(names(9)).toEqual(['mutual-exclusion 2', 'hold-and-wait 5', 'no-preemption 5', 'circular-wait 8']);
  });

  test('does not call it hold and wait when who waits holds nothing', () => {
    const { conditions } = graphOf([...started('t1', 't2'), acquires('t1', 'A'), blocks('t2', 'A', { holder: 't1' })]);
    expect(conditions).toMatchObject({ 'mutual-exclusion': 2, 'hold-and-wait': undefined, 'no-preemption': 3 });
  });

  test('takes a condition back when it no longer holds', () => {
    const list = [...started('t1', 't2'), acquires('t1', 'A'), releases('t1', 'A'), acquires('t2', 'A')];
    expect(graphOf(list, 4).conditions['mutual-exclusion']).toBeUndefined();
    expect(graphOf(list).conditions['mutual-exclusion']).toBe(4);
  });

  test('sees a plain lock asked for again by its holder as a circle of one', () => {
    const list = [...started('t1'), acquires('t1', 'L'), blocks('t1', 'L', { holder: 't1' })];
    expect(graphOf(list).cycles).toMatchObject([{ threads: ['t1'], edges: [{ kind: 'wait' }, { kind: 'hold' }] }]);
  });

  test('keeps a reentrant lock until its last release', () => {
    const list = [...started('t1'), acquires('t1', 'L'), acquires('t1', 'L'), releases('t1', 'L', 1)];
    expect(graphOf(list).holds.get('L')).toMatchObject({ thread: 't1', since: 1 });
    expect(graphOf([...list, releases('t1', 'L', 0)]).holds.size).toBe(0);
  });

  test.each(['t1', 'join(t1)'])('sees a circle through a join, told as %s', (on) => {
    const trace = withMain([
      ...started('main', 't1'),
      acquires('main', 'L'),
      blocks('t1', 'L', { holder: 'main' }),
      blocks('main', on, { holder: 't1' }),
      fact('main', { kind: 'outcome.observed', run: 1, value: 'deadlock', expected: false }),
      fact('main', { kind: 'run.ended', reason: 'deadlock' }),
    ]);
    const { cycles, stuckSince } = stateAt(waitForGraph, trace, trace.length);
    expect(cycles).toMatchObject([{ threads: ['main', 't1'] }]);
    expect(cycles[0]?.edges).toHaveLength(3);
    expect(stuckSince).toBe(4);
  });

  test('says that a refused lock is no longer waited for', () => {
    const list = [...crosswise, fact('t2', { kind: 'lock.refused', lock: 'A', timeoutMs: 50 })];
    expect(graphOf(list)).toMatchObject({ cycles: [], stuckSince: undefined });
  });
});

describe('nobody can go on', () => {
  test('without a cycle, when the wake-up came before the wait', () => {
    const list = [
      ...started('t1', 't2'),
      fact('t2', { kind: 'condition.notified', condition: 'cond', woken: '', waiters: 0 }),
      finishes('t2'),
      acquires('t1', 'lock'),
      fact('t1', { kind: 'condition.waited', condition: 'cond', waiters: 1 }),
      releases('t1', 'lock'),
    ];
    expect(graphOf(list).stuckSince).toBeUndefined();
    const { stuckSince, cycles, holds } = graphOf([...list, blocks('t1', 'cond')]);
    expect({ stuckSince, cycles, held: holds.size }).toEqual({ stuckSince: 7, cycles: [], held: 0 });
  });

  test('is not said of a wait with a time-out, nor before all threads have begun', () => {
    expect(graphOf([...started('t1', 't2'), finishes('t2'), blocks('t1', 'cond', { timeoutMs: 9 })]).stuckSince).toBe(
      undefined,
    );
    expect(graphOf([...started('t1'), blocks('t1', 'cond')]).stuckSince).toBeUndefined();
  });

  test('is not said between a release and the news of who can go on by it', () => {
    const list = [
      ...started('t1', 't2'),
      acquires('t1', 'L'),
      blocks('t2', 'L', { holder: 't1' }),
      releases('t1', 'L'),
      finishes('t1'),
    ];
    expect(graphOf(list).stuckSince).toBeUndefined();
    expect(waitForEdges(graphOf(list)).map(({ kind, thread }) => `${kind} ${thread}`)).toEqual(['wait t2']);
    expect(graphOf([...list, fact('t2', { kind: 'thread.unblocked', on: 'L' })]).stuckSince).toBeUndefined();
  });

  test('is said once the next step has settled that a change helped nobody', () => {
    const list = [
      ...started('t1', 't2'),
      blocks('t2', 'queue'),
      fact('t1', { kind: 'queue.got', queue: 'queue', item: 'x', size: 0 }),
      finishes('t1'),
    ];
    expect(graphOf(list).stuckSince).toBeUndefined();
    const end = fact('main', { kind: 'outcome.observed', run: 1, value: 'deadlock', expected: false });
    expect(graphOf([...list, end]).stuckSince).toBe(5);
  });
});
