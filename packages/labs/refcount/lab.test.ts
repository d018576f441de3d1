import { probePython } from '@lockstep/processes';
import type { EventOf, Kind, KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';

const { python } = await probePython();
const run = (knobs: KnobValues = {}): Promise<Trace> => runLab('refcount', { mode: 'free', knobs });

function eventsOf<K extends Kind>(trace: Trace, kind: K): readonly EventOf<K>[] {
  return trace.slice(0).filter((event): event is EventOf<K> => event.kind === kind);
}
const ends = (trace: Trace) =>
  eventsOf(trace, 'object.freed').map(({ object, by, actor }) => `${object} ${by} ${actor}`);
const answers = (trace: Trace) => lab.predictions.map((prediction) => prediction.answer(trace)?.choice);
const moment = (trace: Trace, id: string) => lab.moments.find((one) => one.id === id)?.find(trace);

describe.skipIf(!python)('in real CPython (needs python3)', () => {
  test('counting frees in line, and the collector frees the cycle in the thread that allocates, 20 times of 20', {
    timeout: 60_000,
  }, async () => {
    for (let i = 0; i < 20; i++) {
      const trace = await run();
      expect(ends(trace)).toEqual(['a counting t1', 'left collector t2', 'right collector t2']);
      expect(eventsOf(trace, 'outcome.observed')).toMatchObject([{ value: '0', expected: true, source: 'program' }]);
    }
  });

  test('the count of an object is at each step the number of those who refer to it', async () => {
    const trace = await run();
    const holders = new Map<string, Set<string>>();
    for (const event of trace.slice(0)) {
      if (event.kind === 'object.created') holders.set(event.object, new Set([event.object]));
      if (event.kind !== 'reference.changed') continue;
      const mine = holders.get(event.object) as Set<string>;
      expect(mine.size).toBe(event.before);
      expect(mine.has(event.by)).toBe(event.count < event.before);
      if (event.count > event.before) mine.add(event.by);
      else mine.delete(event.by);
      expect(mine.size).toBe(event.count);
    }
    expect([...holders.keys()]).toEqual(['a', 'left', 'right']);
  });

  test('the statement that removes the last reference is the one that frees', async () => {
    const trace = await run();
    const [end] = eventsOf(trace, 'object.freed');
    const last = trace.event(end?.cause as number);
    expect(last).toMatchObject({ kind: 'reference.changed', object: 'a', by: 'a', count: 0, actor: 't1' });
    expect(last.line).toBe(end?.line);
    expect(answers(trace)).toEqual(['3', 'stay', 't2']);
  });

  test('without the collector the cycle stays, and counting frees as before', async () => {
    const trace = await run({ collector: false });
    expect(ends(trace)).toEqual(['a counting t1']);
    expect(eventsOf(trace, 'collector.ran')).toEqual([]);
    expect(eventsOf(trace, 'outcome.observed')).toMatchObject([{ value: '2', expected: false }]);
    expect(answers(trace)[2]).toBe('nobody');
    expect(moment(trace, 'leaked')).toBeDefined();
  });

  test('a weak reference makes no cycle: counting frees everything', async () => {
    const trace = await run({ weak: true, collector: false });
    expect(ends(trace)).toEqual(['a counting t1', 'left counting t1', 'right counting t1']);
    expect(answers(trace)).toEqual(['3', 'freed', 't1']);
    expect(moment(trace, 'orphaned')).toBeUndefined();
    expect(moment(trace, 'unlinked')).toBeDefined();
  });

  test('what has survived a collection is not looked at by the next one of the young', async () => {
    const trace = await run({ old: true });
    const collections = eventsOf(trace, 'collector.ran');
    expect(collections[0]).toMatchObject({ actor: 't1', generation: 0, collected: 0 });
    const overlooked = moment(trace, 'overlooked') as number;
    expect(trace.event(overlooked)).toMatchObject({ kind: 'collector.ran', actor: 't2' });
    expect(eventsOf(trace, 'object.freed').some(({ cause }) => cause === overlooked)).toBe(false);
  });

  test('the claim is refuted by a run in which both happen, and only by such', async () => {
    const verdict = (trace: Trace) => lab.claims[0]?.verdict(trace);
    const trace = await run();
    expect(verdict(trace)).toMatchObject({ judgement: 'wrong' });
    expect(verdict(trace)?.evidence.map((seq) => trace.kindAt(seq))).toEqual([
      'reference.changed',
      'object.freed',
      'collector.ran',
    ]);
    expect(verdict(await run({ collector: false }))).toBeUndefined();
  });
});
