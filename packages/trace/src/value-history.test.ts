import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Access, accessAt, createFold, type Fact, lostUpdates, stateAt, valueHistory } from './index.ts';
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

  test('is what the definition says, at every cursor and on every way', () => {
    const access = fc
      .tuple(fc.constantFrom('t1', 't2', 't3'), fc.constantFrom('read', 'write', 'add'), fc.constantFrom('total', 'x'))
      .map(([actor, act, name]): Fact => {
        const fact = act === 'read' ? read(actor, 5) : write(actor, 5, 6);
        return { ...fact, name, ...(act === 'add' ? { kind: 'value.added' } : {}) } as Fact;
      });
    fc.assert(
      fc.property(fc.array(access, { maxLength: 120, size: 'max' }), fc.array(fc.nat(120)), (list, cursors) => {
        const trace = traceOf(list);
        const fold = createFold(valueHistory, trace, { spacing: 8, most: 4 });
        for (const cursor of cursors) {
          const history = fold.at(cursor);
          const expected = naive(list.slice(0, cursor));
          for (const name of ['total', 'x'])
            expect(history.values.get(name) ?? []).toEqual(
              expected.filter((one) => (list[one.seq] as { readonly name?: string }).name === name),
            );
          expect(lostUpdates(history)).toEqual(expected.filter(({ overwrites }) => overwrites.length > 0));
          for (const one of expected) expect(accessAt(history, one.seq)).toEqual(one);
          expect(accessAt(history, cursor)).toBeUndefined();
        }
      }),
    );
  });

  test('of another end does not change the one that was told first', () => {
    const before = stateAt(valueHistory, traceOf([read('t1', 0), read('t2', 0), write('t1', 0, 1)]), 2);
    const told = (fact: Fact) => valueHistory.apply(before, { ...fact, seq: 2 } as never);
    const [one, other] = [told(write('t1', 0, 1)), told(write('t2', 0, 7))];
    expect([one, other].map(({ values }) => values.get('total')?.at(-1)?.value)).toEqual([1, 7]);
    expect(before.values.get('total')).toHaveLength(2);
    expect(
      valueHistory
        .apply(other, { ...write('t1', 7, 1), seq: 3 } as never)
        .values.get('total')
        ?.at(-1),
    ).toEqual(expect.objectContaining({ basis: 0, overwrites: [2] }));
  });
});

/** By the book: every access with what it overwrites unseen. */
function naive(list: readonly Fact[]): readonly Access[] {
  const done: Access[] = [];
  const nameOf = ({ seq }: Access) => (list[seq] as { readonly name?: string }).name;
  for (const [seq, fact] of list.entries()) {
    const { actor, name, value, kind } = fact as Extract<Fact, { kind: 'value.written' }>;
    const act = (kind as string) === 'value.read' ? 'read' : kind === 'value.written' ? 'written' : 'added';
    const before = act === 'read' ? value : (fact as { before: number }).before;
    const own = done.filter((one) => nameOf(one) === name);
    const basis = act === 'written' ? own.findLast((one) => one.actor === actor && one.act === 'read') : undefined;
    const overwrites = basis
      ? own.filter((one) => one.seq > basis.seq && one.actor !== actor && one.act !== 'read').map((one) => one.seq)
      : [];
    done.push({ seq, actor, act, value, before, ...(basis ? { basis: basis.seq } : {}), overwrites });
  }
  return done;
}
