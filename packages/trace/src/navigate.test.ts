import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causeOf, effectOf, type Fact, nextOfActor, paceOf, previousOfActor } from './index.ts';
import { facts, traceOf } from './testing/arbitrary-trace.ts';

describe('navigation', () => {
  test('next and previous of an actor land on its events and undo each other', () => {
    fc.assert(
      fc.property(facts, fc.nat(300), (list, start) => {
        const trace = traceOf(list);
        const cursor = Math.min(start, trace.length);
        const next = nextOfActor(trace, cursor, 't1');
        if (next === cursor) return;
        expect(next).toBeGreaterThan(cursor);
        expect(trace.actorAt(next - 1)).toBe('t1');
        const further = nextOfActor(trace, next, 't1');
        if (further !== next) expect(previousOfActor(trace, further, 't1')).toBe(next);
      }),
    );
  });

  test('an effect’s cause is where it came from', () => {
    fc.assert(
      fc.property(facts, fc.nat(300), (list, start) => {
        const trace = traceOf(list);
        const cursor = Math.min(start, trace.length);
        const effect = effectOf(trace, cursor);
        if (effect !== undefined) expect(causeOf(trace, effect)).toBe(cursor);
      }),
    );
  });

  test('nothing has happened at cursor 0, so it has neither cause nor effect', () => {
    fc.assert(
      fc.property(facts, (list) => causeOf(traceOf(list), 0) === undefined && effectOf(traceOf(list), 0) === undefined),
    );
  });
});

describe('pace', () => {
  test('positions rise, in both spacings', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const trace = traceOf(inOrderOfTime(list));
        for (const spacing of ['logical', 'true'] as const) {
          const pace = paceOf(trace, spacing);
          for (let seq = 1; seq < trace.length; seq++)
            expect(pace.positionOf(seq)).toBeGreaterThan(pace.positionOf(seq - 1));
          if (trace.length > 0) expect(pace.length).toBeGreaterThan(pace.positionOf(trace.length - 1));
        }
      }),
    );
  });

  test('a second of silence among microseconds is a gap of two units', () => {
    const at = [0, 10, 20, 30, 1_000_030, 1_000_040];
    const trace = traceOf(at.map((time) => ({ at: time, actor: 't1', kind: 'thread.finished', source: 'program' })));
    const pace = paceOf(trace, 'true');
    expect(pace.gaps).toEqual([{ after: 3, lengthUs: 1_000_000 }]);
    expect(pace.positionOf(4) - pace.positionOf(3)).toBe(2);
  });
});

/** Without causes: sorting may put an effect before its cause. */
function inOrderOfTime(list: readonly Fact[]): Fact[] {
  return [...list]
    .sort((a, b) => a.at - b.at)
    .map((fact) => {
      const { cause, ...rest } = fact;
      return (cause === undefined ? fact : rest) as Fact;
    });
}
