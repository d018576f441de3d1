import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createColumns, createRecorder, createTrace, type Fact, findEvent } from './index.ts';
import { facts, header, traceOf } from './testing/arbitrary-trace.ts';

describe('a trace', () => {
  test('gives back every event as it was appended, with its number', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const trace = traceOf(list);
        expect(trace.length).toBe(list.length);
        for (const [seq, fact] of list.entries()) expect(trace.event(seq)).toEqual({ ...fact, seq });
      }),
    );
  });

  test('answers single columns without building the event', () => {
    fc.assert(
      fc.property(facts, (list) => {
        const trace = traceOf(list);
        for (const [seq, fact] of list.entries()) {
          expect(trace.kindAt(seq)).toBe(fact.kind);
          expect(trace.actorAt(seq)).toBe(fact.actor);
          expect(trace.atUs(seq)).toBe(fact.at);
          expect(trace.causeAt(seq)).toBe(fact.cause);
        }
      }),
    );
  });

  test('refuses a place outside of it', () => {
    const trace = createTrace(header);
    expect(() => trace.event(0)).toThrow(RangeError);
    expect(() => trace.event(-1)).toThrow(RangeError);
    expect(() => trace.event(0.5)).toThrow(RangeError);
  });

  test('finds the first event from a place on', () => {
    const trace = traceOf([
      { at: 0, actor: 't1', kind: 'value.read', source: 'program', name: 'total', value: 0 },
      { at: 1, actor: 't2', kind: 'value.read', source: 'program', name: 'total', value: 0 },
    ]);
    expect(findEvent(trace, (event) => event.kind === 'value.read', 1)?.actor).toBe('t2');
    expect(findEvent(trace, (event) => event.kind === 'lock.acquired')).toBeUndefined();
  });

  test('keeps actors apart from other texts, of which there may be many', () => {
    const columns = createColumns();
    const printed = { at: 0, kind: 'text.printed', source: 'program' } as const;
    for (let i = 0; i < 70_000; i++) columns.append({ ...printed, actor: 'client', text: String(i) });
    columns.append({ ...printed, actor: 'cable', text: '' });
    expect(columns.actorAt(70_000)).toBe('cable');
    expect(columns.get(69_999)).toMatchObject({ actor: 'client', text: '69999' });
  });

  test('takes at most 24 bytes for an event of the kinds that come in masses, all counted', () => {
    const columns = createColumns();
    const count = 1 << 17;
    const base = { actor: 't1', source: 'program', line: 3 } as const;
    for (let i = 0; i < count; i += 4) {
      columns.append({ ...base, at: i, kind: 'value.read', cause: 0, name: 'total', value: i });
      columns.append({ ...base, at: i, kind: 'value.written', cause: 0, name: 'total', value: i, before: i });
      columns.append({ ...base, at: i, kind: 'lock.acquired', cause: 0, lock: 'lock' });
      columns.append({ ...base, at: i, kind: 'thread.blocked', cause: 0, on: 'lock', holder: 't2' });
    }
    expect(columns.byteLength / count).toBeLessThanOrEqual(24);
  });

  test('keeps times that are no whole microseconds, lines and actors without number', () => {
    const columns = createColumns();
    const list = Array.from(
      { length: 70_000 },
      (_, i): Fact => ({
        at: i % 1000 === 999 ? i + 0.25 : i,
        actor: `t${i % 9000}`,
        kind: 'thread.finished',
        source: 'program',
        line: 1 + i * 20_000,
      }),
    );
    for (const fact of list) columns.append(fact);
    for (const [seq, fact] of list.entries()) expect(columns.get(seq)).toEqual({ ...fact, seq });
  });
});

describe('a recorder', () => {
  test('stops at its limit, counts what came later, and still takes the end', () => {
    const trace = createTrace(header);
    const seen: number[] = [];
    const recorder = createRecorder(trace, 2, (seq) => seen.push(seq));
    const printed = { at: 0, actor: 'main', kind: 'text.printed', source: 'program', text: 'x' } as const;
    expect([recorder.record(printed), recorder.record(printed), recorder.record(printed)]).toEqual([0, 1, -1]);
    expect(recorder.dropped).toBe(1);
    expect(recorder.record({ at: 1, actor: 'main', kind: 'run.ended', source: 'derived', reason: 'limit' })).toBe(2);
    expect(seen).toEqual([0, 1, 2]);
  });
});
