import type { Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { additions, emptyPop, IN_VAIN, wokenByPut } from './moments.ts';

/** One entry, and both consumers have looked before either takes. */
const BOTH_LOOK_FIRST = [1, 1, 2, 3, 2, 3, 3, 1, 1];

/** Everybody in turn, as often as it takes. */
const inTurn = Array.from({ length: 600 }, (_, i) => (i % 3) + 1);

const outcomesOf = (trace: Trace) =>
  kinds(trace, 'outcome.observed').map((event) => event.kind === 'outcome.observed' && event.expected);

const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);
const answer = (id: string, trace: Trace) => lab.predictions.find((one) => one.id === id)?.answer(trace)?.choice;

describe('on real threads', () => {
  test('two that have seen the same entry cannot both pop it, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('shared-list', {
        mode: 'stepped',
        knobs: { by: 'bare' },
        schedule: BOTH_LOOK_FIRST,
      });
      expect(emptyPop(trace)).toMatchObject({ actor: 't3', before: 0, value: -1 });
      expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: 'popped from an empty list', expected: false }]);
    }
  });

  test('with a lock around look and pop the same order of threads only waits', async () => {
    const trace = await runLab('shared-list', { mode: 'stepped', schedule: [...BOTH_LOOK_FIRST, ...inTurn] });
    expect(emptyPop(trace)).toBeUndefined();
    expect(kinds(trace, 'thread.blocked').some((event) => event.actor !== 'main')).toBe(true);
    expect(outcomesOf(trace)).toEqual([true]);
  });

  test('ten consumers at a list look in vain, ten at a queue never', async () => {
    const list = await runLab('shared-list', { mode: 'free' });
    const line = await runLab('shared-list', { mode: 'free', knobs: { by: 'queue' } });
    expect(additions(list, IN_VAIN).length).toBeGreaterThan(0);
    expect(additions(line, IN_VAIN)).toEqual([]);
    expect(kinds(line, 'queue.got')).toHaveLength(10);
    expect(answer('how-many-in-vain', line)).toBe('none');
    for (const trace of [list, line]) expect(outcomesOf(trace)).toEqual([true]);
  });

  test('an entry is taken by one consumer only, through list or queue', async () => {
    const list = additions(await runLab('shared-list', { mode: 'free', knobs: { share: 3, makeMs: 1 } }), 'entries');
    expect(list.filter(({ value, before }) => value < before)).toHaveLength(30);
    expect(list.every(({ value }) => value >= 0 && value <= 10)).toBe(true);
    const line = await runLab('shared-list', { mode: 'free', knobs: { by: 'queue', share: 3, makeMs: 0 } });
    const got = kinds(line, 'queue.got').map((event) => (event.kind === 'queue.got' ? Number(event.item) : 0));
    expect(got).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  test('a window between look and pop goes wrong in free runs too; the lock with the same window never does', async () => {
    const knobs = { runs: 5, windowUs: 200 };
    expect(outcomesOf(await runLab('shared-list', { mode: 'batch', knobs }))).not.toContain(false);
    expect(outcomesOf(await runLab('shared-list', { mode: 'batch', knobs: { ...knobs, by: 'bare' } }))).toContain(
      false,
    );
  });

  test('a full list makes the producer look in vain', async () => {
    const trace = await runLab('shared-list', {
      mode: 'stepped',
      knobs: { capacity: 1 },
      schedule: [1, 1, 1, 1, 1, 1, 1, 1, ...inTurn],
    });
    expect(additions(trace, IN_VAIN)[0]).toMatchObject({ actor: 't1' });
    expect(outcomesOf(trace)).toEqual([true]);
  });
});

describe('the search', () => {
  test('finds two that see the same entry, and real threads prove it', async () => {
    const search = await runLab('shared-list', { mode: 'search', knobs: { by: 'bare' } });
    const found = kinds(search, 'search.finished')[0];
    expect(found).toMatchObject({ verdict: 'bug' });
    if (found?.kind !== 'search.finished') return;
    const schedule = Array.from(found.schedule ?? '', Number);
    const real = await runLab('shared-list', { mode: 'stepped', knobs: { by: 'bare' }, schedule });
    expect(outcomesOf(real)).toEqual([false]);
  });

  test.each([
    ['lock', 2],
    ['lock', 3],
    ['queue', 3],
  ])('proves that nobody pops from an empty list (%s, %i consumers)', async (by, consumers) => {
    const trace = await runLab('shared-list', { mode: 'search', knobs: { by, consumers } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
    expect(answer('every-order', trace)).toBe('proof');
  });
});

test('each claim is put to the test by the run that can show it, and by no other', async () => {
  const bare = await runLab('shared-list', { mode: 'stepped', knobs: { by: 'bare' }, schedule: BOTH_LOOK_FIRST });
  expect(verdicts(bare)).toEqual(['half-right', undefined, undefined]);
  expect(answer('two-see-one', bare)).toBe('error');
  const polls = await runLab('shared-list', { mode: 'stepped', schedule: [2, 2, 2, 2, ...inTurn] });
  expect(verdicts(polls)).toEqual([undefined, 'wrong', undefined]);
  const line = await runLab('shared-list', { mode: 'stepped', knobs: { by: 'queue' }, schedule: [1, 2, 1, 3] });
  expect(verdicts(line)).toEqual([undefined, undefined, 'half-right']);
  expect(wokenByPut(line)).toMatchObject({ on: 'line' });
});

test('a step says in words what the number means', async () => {
  const trace = await runLab('shared-list', { mode: 'stepped', knobs: { by: 'bare' }, schedule: BOTH_LOOK_FIRST });
  const said = (language: 'en' | 'zh') =>
    kinds(trace, 'value.read', 'value.added').flatMap((event) => lab.sentence?.(event, trace, language) ?? []);
  expect(said('en').slice(0, 6)).toEqual([
    'Producer looks: no entries.',
    'Producer appends: 1 entry now.',
    'Consumer 2 looks: 1 entry.',
    'Consumer 3 looks: 1 entry.',
    'Consumer 2 pops one: no entries left.',
    'Consumer 3 pops from an empty list: there Python raises IndexError.',
  ]);
  expect(said('zh')[5]).toBe('消费者 3 从空列表里取：Python 会抛出 IndexError。');
});
