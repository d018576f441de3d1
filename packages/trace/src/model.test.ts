import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHECKPOINT, createFold, createTrace, foldOf, type Model, stateAt } from './index.ts';
import { facts, header, traceOf } from './testing/arbitrary-trace.ts';

/** Depends on every event and on their order, and counts its own work. */
function history(work = { applied: 0 }): Model<string> {
  return {
    initial: (h) => h.run,
    apply: (state, event) => {
      work.applied++;
      return `${state.slice(-200)}|${event.seq}${event.kind}`;
    },
  };
}

describe('a fold', () => {
  test('gives the naive state at every cursor, whatever the way there', () => {
    fc.assert(
      fc.property(facts, fc.array(fc.integer({ min: -3, max: 310 }), { maxLength: 20 }), (list, cursors) => {
        const trace = traceOf(list);
        const model = history();
        const fold = createFold(model, trace);
        for (const cursor of cursors) expect(fold.at(cursor)).toBe(stateAt(model, trace, cursor));
      }),
    );
  });

  test('follows a trace that grows between two looks', () => {
    fc.assert(
      fc.property(facts, fc.nat(300), (list, split) => {
        const trace = createTrace(header);
        const model = history();
        const fold = createFold(model, trace);
        for (const fact of list.slice(0, split)) trace.append(fact);
        expect(fold.at(Number.POSITIVE_INFINITY === split ? 0 : split)).toBe(stateAt(model, trace, split));
        for (const fact of list.slice(split)) trace.append(fact);
        expect(fold.at(list.length)).toBe(stateAt(model, trace, list.length));
      }),
    );
  });

  test('applies at most one checkpoint’s distance for any seek, backwards too', () => {
    const trace = createTrace(header);
    for (let i = 0; i < CHECKPOINT * 20; i++)
      trace.append({ at: i, actor: 't1', kind: 'thread.finished', source: 'program' });
    const work = { applied: 0 };
    const fold = createFold(history(work), trace);
    fold.at(trace.length);
    for (const cursor of [CHECKPOINT * 19 + 5, 3, CHECKPOINT * 7 - 1, CHECKPOINT * 7 - 2, 0]) {
      work.applied = 0;
      fold.at(cursor);
      expect(work.applied).toBeLessThanOrEqual(CHECKPOINT);
    }
    work.applied = 0;
    for (let cursor = CHECKPOINT * 7; cursor > CHECKPOINT * 6; cursor--) fold.at(cursor);
    expect(work.applied).toBeLessThanOrEqual(CHECKPOINT);
  });

  test('never has more checkpoints than it may, and is right with every one that it let go', () => {
    const trace = createTrace(header);
    for (let i = 0; i < 5000; i++) trace.append({ at: i, actor: 't1', kind: 'thread.finished', source: 'program' });
    const work = { applied: 0 };
    const fold = createFold(history(work), trace, { spacing: 4, most: 10 });
    fold.at(trace.length);
    for (const cursor of [0, 1, 4999, 5000, 513, 511, 2047, 2048]) {
      work.applied = 0;
      expect(fold.at(cursor)).toBe(stateAt(history(), trace, cursor));
      // 4 events, doubled until ten of them span the trace.
      expect(work.applied).toBeLessThanOrEqual(512);
    }
  });

  test('folds ahead bit by bit, so that a later seek finds its checkpoints', () => {
    const trace = createTrace(header);
    for (let i = 0; i < CHECKPOINT * 10 + 5; i++)
      trace.append({ at: i, actor: 't1', kind: 'thread.finished', source: 'program' });
    const work = { applied: 0 };
    const fold = createFold(history(work), trace);
    expect(fold.reached).toBe(CHECKPOINT - 1);
    let turns = 1;
    while (fold.advance(CHECKPOINT * 3)) turns++;
    expect(turns).toBe(4);
    expect(fold.reached).toBe(trace.length);
    work.applied = 0;
    expect(fold.at(trace.length)).toBe(stateAt(history(), trace, trace.length));
    expect(work.applied).toBeLessThanOrEqual(5);
  });

  test('does not show a model the kinds that are none of its business', () => {
    const trace = traceOf([
      { at: 0, actor: 't1', kind: 'lock.acquired', source: 'program', lock: 'l' },
      { at: 1, actor: 't1', kind: 'thread.finished', source: 'program' },
      { at: 2, actor: 't2', kind: 'lock.acquired', source: 'program', lock: 'l' },
    ]);
    const work = { applied: 0 };
    const fold = createFold({ ...history(work), kinds: new Set(['lock.acquired'] as const) }, trace);
    expect(fold.at(3)).toBe('r1|0lock.acquired|2lock.acquired');
    expect(work.applied).toBe(2);
  });

  test('is one for a model and a trace', () => {
    const trace = createTrace(header);
    const model = history();
    expect(foldOf(model, trace)).toBe(foldOf(model, trace));
    expect(foldOf(history(), trace)).not.toBe(foldOf(model, trace));
  });
});
