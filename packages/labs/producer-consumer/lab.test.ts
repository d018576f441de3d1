import { parseSchedule, type Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { buns, earlyJoin, earlyPill, stuckSince } from './readings.ts';
import { JOINED_EARLY, POISONED_EARLY } from './schedules.ts';

/** Everybody in turn, as often as it takes. */
const inTurn = (threads: number) => Array.from({ length: 40 * threads }, (_, i) => i % threads);

const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);

describe('on real threads', () => {
  test('consumers poisoned too early leave a producer before a full queue, without a circle; 100 times of 100', {
    timeout: 120_000,
  }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('producer-consumer', { mode: 'stepped', schedule: POISONED_EARLY });
      expect(earlyPill(trace)).toMatchObject({ pill: { actor: 't3' }, bun: { actor: 't2', item: 'B1' } });
      expect(buns(trace)).toEqual({ put: 5, eaten: 3 });
      expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: 'deadlock', expected: false }]);
      expect(kinds(trace, 'thread.blocked').at(-1)).toMatchObject({ actor: 't2', on: 'buns' });
    }
  });

  test('join() returns before the second producer has begun, and main reports too little; 100 times of 100', {
    timeout: 120_000,
  }, async () => {
    for (let i = 0; i < 100; i++) {
      const knobs = { ending: 'join-at-once' };
      const trace = await runLab('producer-consumer', { mode: 'stepped', knobs, schedule: JOINED_EARLY });
      const { join, bun } = earlyJoin(trace) ?? {};
      const start = kinds(trace, 'thread.started').find(({ actor }) => actor === 't2');
      expect(bun).toMatchObject({ actor: 't2', item: 'B1' });
      expect(start?.seq).toBeGreaterThan(join?.seq ?? Number.POSITIVE_INFINITY);
      expect(kinds(trace, 'queue.task-done').at(-1)).toMatchObject({ unfinished: 0 });
      expect(kinds(trace, 'thread.killed')).toHaveLength(2);
      expect(kinds(trace, 'outcome.observed')).toMatchObject([
        { value: '3 of 6 eaten, main reports 3', expected: false },
      ]);
    }
  });

  test('when nobody says that it is over, the consumers wait for ever', async () => {
    const knobs = { ending: 'nothing' };
    const trace = await runLab('producer-consumer', { mode: 'stepped', knobs, schedule: inTurn(5) });
    expect(buns(trace)).toEqual({ put: 6, eaten: 6 });
    expect(stuckSince(trace)).toBeDefined();
    expect(kinds(trace, 'thread.finished').map(({ actor }) => actor)).toEqual(['t1', 't2', 'main']);
  });

  test.each([
    ['main-pills', '20 of 20 eaten'],
    ['join', '20 of 20 eaten, main reports 20'],
  ])('at full speed all is eaten where the producers are joined first (%s)', async (ending, value) => {
    const trace = await runLab('producer-consumer', { mode: 'free', knobs: { ending, bakeMs: 0, eatMs: 0 } });
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value, expected: true }]);
    expect(kinds(trace, 'thread.killed')).toHaveLength(ending === 'join' ? 2 : 0);
  });
});

describe('the search', () => {
  test.each([
    ['nothing', 2],
    ['own-pills', 2],
    ['own-pill', 1],
    ['own-pill', 3],
    ['join-at-once', 2],
  ])('finds what goes wrong with %s and %i consumers, and real threads prove it', async (ending, consumers) => {
    const search = await runLab('producer-consumer', { mode: 'search', knobs: { ending, consumers } });
    const found = kinds(search, 'search.finished')[0];
    expect(found).toMatchObject({ verdict: 'bug' });
    const schedule = parseSchedule(found?.schedule ?? '');
    const knobs = { ending, consumers, few: 1 };
    const real = await runLab('producer-consumer', { mode: 'stepped', knobs, schedule });
    expect(kinds(real, 'outcome.observed')).toMatchObject([{ expected: false }]);
  });

  test.each(['main-pills', 'join', 'own-pill'])('proves that %s is right for two and two', async (ending) => {
    const trace = await runLab('producer-consumer', { mode: 'search', knobs: { ending } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
  });
});

describe('the claims', () => {
  test('about pills and about order are put to the test by a pill that comes too early', async () => {
    const trace = await runLab('producer-consumer', { mode: 'stepped', schedule: POISONED_EARLY });
    expect(verdicts(trace)).toEqual(['wrong', undefined, 'half-right']);
  });

  test('about join() by one that returns too early', async () => {
    const knobs = { ending: 'join-at-once' };
    const trace = await runLab('producer-consumer', { mode: 'stepped', knobs, schedule: JOINED_EARLY });
    expect(verdicts(trace).slice(0, 2)).toEqual([undefined, 'wrong']);
  });

  test('about pills is right where main puts them last, half right where a coincidence saves the day', async () => {
    const right = { ending: 'main-pills', bakeMs: 0, eatMs: 0 };
    expect(verdicts(await runLab('producer-consumer', { mode: 'free', knobs: right }))[0]).toBe('right');
    const early = [...POISONED_EARLY.slice(0, -2), ...inTurn(5)];
    const lucky = await runLab('producer-consumer', {
      mode: 'stepped',
      knobs: { ending: 'own-pill' },
      schedule: early,
    });
    expect(verdicts(lucky)[0]).toBe('half-right');
  });
});
