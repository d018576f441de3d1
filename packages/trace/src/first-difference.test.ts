import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from './event.ts';
import { alignmentAt, cursorsAt, firstDifference } from './first-difference.ts';
import { facts, traceOf } from './testing/arbitrary-trace.ts';

const read = (value: number, at = 0): Fact => ({
  at,
  actor: 't1',
  source: 'program',
  kind: 'value.read',
  name: 'total',
  value,
});
const returned = (result: string): Fact => ({
  at: 0,
  actor: 'client',
  source: 'program',
  kind: 'call.returned',
  call: 'accept',
  result,
});

describe('firstDifference', () => {
  it('is where the payload differs, not the time', () => {
    const left = traceOf([read(0, 1), read(1, 2), read(2, 3)]);
    const right = traceOf([read(0, 9), read(1, 10), read(3, 11)]);
    expect(firstDifference(left, right)).toEqual({ left: 2, right: 2 });
  });

  it('is the end of the shorter run where the other goes on', () => {
    expect(firstDifference(traceOf([read(0)]), traceOf([read(0), read(1)]))).toEqual({ left: 1, right: 1 });
  });

  it('looks from two steps that stand side by side', () => {
    const left = traceOf([read(7), read(0), read(1)]);
    const right = traceOf([read(0), read(2)]);
    expect(firstDifference(left, right, { left: 1, right: 0 })).toEqual({ left: 2, right: 1 });
  });

  it('is none where a port was picked by chance, and one where the program picked it', () => {
    const one = traceOf([returned("('10.0.0.1', 41234)")]);
    expect(firstDifference(one, traceOf([returned("('10.0.0.1', 50022)")]))).toBeUndefined();
    expect(firstDifference(one, traceOf([returned("('10.0.0.1', 8080)")]))).toEqual({ left: 0, right: 0 });
  });

  it('a run and what became of its fork differ at the fork, and a run is as itself', () => {
    fc.assert(
      fc.property(facts, fc.nat(), (list, at) => {
        expect(firstDifference(traceOf(list), traceOf(list))).toBeUndefined();
        const fork = at % (list.length + 1);
        const forked = traceOf([...list.slice(0, fork), returned('another')]);
        expect(firstDifference(traceOf(list), forked)).toEqual({ left: fork, right: fork });
      }),
    );
  });
});

describe('an alignment', () => {
  const lengths = { left: 10, right: 4 };

  it('lets the shorter run wait, forwards and backwards', () => {
    const alignment = alignmentAt({ left: 3, right: 1 }, lengths);
    expect(alignment).toMatchObject({ first: -3, last: 7 });
    expect(cursorsAt(alignment, 7, lengths)).toEqual({ left: 10, right: 4 });
    expect(cursorsAt(alignment, 6, lengths)).toEqual({ left: 9, right: 4 });
    expect(cursorsAt(alignment, -3, lengths)).toEqual({ left: 0, right: 0 });
    expect(cursorsAt(alignment, 0, lengths)).toEqual({ left: 3, right: 1 });
  });

  it('begins with neither run begun, ends with both over, and goes by single steps between', () => {
    const cursor = fc.nat(50);
    fc.assert(
      fc.property(cursor, cursor, cursor, cursor, (left, right, more, most) => {
        const all = { left: left + more, right: right + most };
        const alignment = alignmentAt({ left, right }, all);
        expect(cursorsAt(alignment, alignment.first, all)).toEqual({ left: 0, right: 0 });
        expect(cursorsAt(alignment, alignment.last, all)).toEqual(all);
        for (let position = alignment.first; position < alignment.last; position++) {
          const [now, next] = [cursorsAt(alignment, position, all), cursorsAt(alignment, position + 1, all)];
          expect(Math.max(next.left - now.left, next.right - now.right)).toBe(1);
          expect(Math.min(next.left - now.left, next.right - now.right)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
