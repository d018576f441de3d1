import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHUNK_ROWS,
  effectOf,
  type Fact,
  findEvent,
  kindNames,
  nextOfKind,
  nextWhere,
  previousOfKind,
  previousWhere,
  seqsWhere,
  type Trace,
  type TraceEvent,
} from './index.ts';
import { facts, traceOf } from './testing/arbitrary-trace.ts';

/** Events of two threads through more than two chunks; one of a rare kind near the end. */
function longTrace(): Trace {
  const rare = CHUNK_ROWS * 2 + 17;
  const list: Fact[] = [];
  for (let seq = 0; seq < rare + 5; seq++) {
    const base = { at: seq, actor: seq % 3 === 0 ? 't1' : 't2', source: 'program', line: 1 + (seq % 4) } as const;
    if (seq === rare) list.push({ ...base, kind: 'outcome.observed', run: 1, value: 'x', expected: true, cause: 3 });
    else list.push({ ...base, kind: 'value.read', name: 'total', value: seq });
  }
  return traceOf(list);
}

const isOdd: (event: TraceEvent) => boolean = (event) => event.kind === 'value.read' && event.value % 2 === 1;

describe('a search', () => {
  test('finds what looking at every event finds', () => {
    fc.assert(
      fc.property(facts, fc.nat(300), fc.constantFrom(...kindNames), (list, from, kind) => {
        const trace = traceOf(list);
        const all = trace.slice(0);
        const naive = (is: (event: TraceEvent) => boolean) => all.slice(from).find(is);
        expect(findEvent(trace, (event) => event.kind === kind, from)).toEqual(naive((event) => event.kind === kind));
        expect(findEvent(trace, (event) => 'lock' in event && event.actor === 't2', from)).toEqual(
          naive((event) => 'lock' in event && event.actor === 't2'),
        );
        expect(findEvent(trace, (event) => event.at > 1e8 && event.cause !== undefined, from)).toEqual(
          naive((event) => event.at > 1e8 && event.cause !== undefined),
        );
        expect(nextOfKind(trace, kind, from)).toBe(naive((event) => event.kind === kind)?.seq);
        expect(previousOfKind(trace, kind, from)).toBe(
          all.slice(0, from + 1).findLast((event) => event.kind === kind)?.seq,
        );
      }),
    );
  });

  test('asks once about all that is known of a shape, and again about what differs', () => {
    const trace = longTrace();
    let asked = 0;
    const found = findEvent(trace, (event) => {
      asked++;
      return event.kind === 'outcome.observed';
    });
    expect(found?.seq).toBe(CHUNK_ROWS * 2 + 17);
    expect(asked).toBeLessThanOrEqual(9);
    expect(findEvent(trace, isOdd, 2 * CHUNK_ROWS)?.seq).toBe(2 * CHUNK_ROWS + 1);
    expect(findEvent(trace, (event) => JSON.stringify(event).includes('"value":8000'))?.seq).toBe(8000);
    expect(findEvent(trace, (event) => ({ ...event }).at === 5000)?.seq).toBe(5000);
  });

  test('goes over the borders of chunks, both ways', () => {
    const trace = longTrace();
    const isT1 = ({ actor }: { readonly actor: string }) => actor === 't1';
    const seqs = [...seqsWhere(trace, isT1, CHUNK_ROWS - 2, CHUNK_ROWS * 2 + 1)];
    const naive = trace
      .slice(CHUNK_ROWS - 2, CHUNK_ROWS * 2 + 1)
      .filter(isT1)
      .map(({ seq }) => seq);
    expect(seqs).toEqual(naive);
    expect(nextWhere(trace, isT1, CHUNK_ROWS)).toBe(naive.find((seq) => seq >= CHUNK_ROWS));
    expect(previousWhere(trace, isT1, CHUNK_ROWS - 1)).toBe(naive.findLast((seq) => seq <= CHUNK_ROWS - 1));
    expect(previousOfKind(trace, 'outcome.observed', 100)).toBeUndefined();
    expect(nextOfKind(trace, 'lock.acquired')).toBeUndefined();
  });

  test('for the effect finds the first one, also when it came after the last look', () => {
    const trace = longTrace();
    expect(effectOf(trace, 4)).toBe(CHUNK_ROWS * 2 + 18);
    expect(effectOf(trace, 5)).toBeUndefined();
    const late = { at: 0, actor: 't1', source: 'program', kind: 'value.read', name: 'total', value: 0 } as const;
    const first = trace.append({ ...late, cause: 4 });
    trace.append({ ...late, cause: 4 });
    expect(effectOf(trace, 5)).toBe(first + 1);
  });
});
