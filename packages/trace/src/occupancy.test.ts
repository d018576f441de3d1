import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFold, type Fact, occupancies, queueContents, stateAt, threadPools, threadStandings } from './index.ts';
import { facts, traceOf } from './testing/arbitrary-trace.ts';

const by = (actor: string) => ({ at: 0, actor, source: 'program' }) as const;
const took = (actor: string, value: number): Fact => ({
  ...by(actor),
  kind: 'semaphore.acquired',
  semaphore: 's',
  value,
});
const gave = (actor: string, value: number): Fact => ({
  ...by(actor),
  kind: 'semaphore.released',
  semaphore: 's',
  value,
});
const came = (actor: string, waiting: number): Fact => ({
  ...by(actor),
  kind: 'barrier.arrived',
  barrier: 'b',
  waiting,
  parties: 2,
});
const passed = (actor: string): Fact => ({ ...by(actor), kind: 'barrier.passed', barrier: 'b', index: 0 });
const failed = (actor: string): Fact => ({
  ...by(actor),
  kind: 'operation.failed',
  operation: 'pass b',
  error: 'BrokenBarrierError',
});

function after(name: string, ...list: Fact[]) {
  const trace = traceOf(list);
  return stateAt(occupancies, trace, trace.length).get(name);
}

describe('a semaphore', () => {
  test('has as many places as there were units at first, and who leaves frees its own', () => {
    expect(after('s', took('t1', 1), took('t2', 0), gave('t1', 1))).toMatchObject({
      initial: 2,
      value: 1,
      places: [undefined, { actor: 't2', since: 1 }],
    });
  });

  test('gives the place that was left to the next', () => {
    expect(after('s', took('t1', 1), took('t2', 0), gave('t1', 1), took('main', 0))).toMatchObject({
      places: [{ actor: 'main', since: 3 }, { actor: 't2' }],
    });
  });

  test('grows when somebody gives back what nobody took', () => {
    expect(after('s', took('t1', 1), gave('t2', 2), gave('t2', 3))).toMatchObject({
      initial: 2,
      value: 3,
      places: [{ actor: 't1' }],
    });
  });
});

describe('a lock', () => {
  const lock = (kind: 'lock.acquired' | 'lock.released', depth?: number): Fact => ({
    ...by('t1'),
    kind,
    lock: 'l',
    ...(depth === undefined ? {} : { depth }),
  });

  test('has its holder since the first acquire, however deep', () => {
    const held = after('l', lock('lock.acquired', 1), lock('lock.acquired', 2), lock('lock.released', 1));
    expect(held).toEqual({ kind: 'lock', name: 'l', holder: { actor: 't1', since: 0 }, depth: 1 });
  });

  test('is free after the last release', () => {
    expect(after('l', lock('lock.acquired'), lock('lock.released'))).toEqual({ kind: 'lock', name: 'l' });
  });
});

describe('a barrier', () => {
  test('is open from the first who leaves to the last', () => {
    expect(after('b', came('t1', 1), came('t2', 2))).toMatchObject({ state: 'full', rounds: 1 });
    expect(after('b', came('t1', 1), came('t2', 2), passed('t2'))).toMatchObject({
      state: 'open',
      inside: [{ actor: 't1' }],
      passed: [{ actor: 't2' }],
    });
    expect(after('b', came('t1', 1), came('t2', 2), passed('t2'), passed('t1'))).toMatchObject({
      state: 'filling',
      inside: [],
    });
  });

  test('is broken by the first whose time runs out, and stays so', () => {
    expect(after('b', came('t1', 1), failed('t1'), failed('t2'))).toMatchObject({
      state: 'broken',
      brokenBy: { actor: 't1', since: 1 },
      inside: [],
    });
  });

  test('is whole again once those inside have got their error', () => {
    const reset: Fact = { ...by('main'), kind: 'barrier.reset', barrier: 'b' };
    expect(after('b', came('t1', 1), reset)).toMatchObject({ state: 'resetting' });
    expect(after('b', came('t1', 1), reset, failed('t1'))).toMatchObject({ state: 'filling', inside: [] });
    expect(after('b', came('t1', 1), reset, failed('t1'))).not.toHaveProperty('brokenBy');
  });
});

describe('an event', () => {
  const event = (actor: string, kind: 'event.set' | 'event.cleared'): Fact => ({ ...by(actor), kind, event: 'e' });
  const waited = (actor: string, isSet: boolean): Fact => ({ ...by(actor), kind: 'event.waited', event: 'e', isSet });

  test('tells who passed from who gave up, and forgets both when it is cleared', () => {
    const list = [waited('t2', false), event('main', 'event.set'), waited('t1', true)];
    expect(after('e', waited('t2', false))).toMatchObject({ isSet: false, gaveUp: [{ actor: 't2' }] });
    expect(after('e', ...list)).toMatchObject({ isSet: true, since: { actor: 'main' }, passed: [{ actor: 't1' }] });
    expect(after('e', ...list, event('main', 'event.cleared'))).toMatchObject({ isSet: false, passed: [] });
  });
});

describe('a condition', () => {
  const waited = (actor: string): Fact => ({ ...by(actor), kind: 'condition.waited', condition: 'c', waiters: 1 });
  const notified = (woken: string): Fact => ({
    ...by('main'),
    kind: 'condition.notified',
    condition: 'c',
    woken,
    waiters: 0,
  });
  const lock = (actor: string, kind: 'lock.acquired' | 'lock.released'): Fact => ({ ...by(actor), kind, lock: 'l' });

  test('keeps a notify that nobody heard', () => {
    expect(after('c', notified(''))).toMatchObject({ unheard: [{ actor: 'main', since: 0 }] });
  });

  test('learns its lock, and keeps who was notified at its door until that one has it', () => {
    const list = [waited('t1'), lock('t1', 'lock.released'), waited('t2'), notified('t1')];
    expect(after('c', ...list)).toMatchObject({ lock: 'l', line: [{ actor: 't2' }], called: [{ actor: 't1' }] });
    expect(after('c', ...list, lock('t1', 'lock.acquired'))).toMatchObject({ called: [] });
  });
});

test('any events at all fold the same fast and naively', () => {
  const models = [occupancies, threadPools, threadStandings, queueContents];
  fc.assert(
    fc.property(facts, fc.nat(300), (list, cursor) => {
      const trace = traceOf(list);
      for (const model of models) {
        const fold = createFold<unknown>(model, trace);
        fold.at(trace.length);
        expect(fold.at(cursor)).toEqual(stateAt<unknown>(model, trace, cursor));
      }
    }),
    { numRuns: 30 },
  );
});
