import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import { closing } from './moments.ts';

async function search(knobs: Record<string, string | number>) {
  const trace = await runLab('philosophers', { mode: 'search', knobs });
  const end = kinds(trace, 'search.finished')[0];
  if (end?.kind !== 'search.finished') throw new Error('the search has no end');
  return end;
}

describe('on real threads', () => {
  test('five that each take the left fork starve, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('philosophers', { mode: 'stepped', schedule: [1, 2, 3, 4, 5] });
      expect(kinds(trace, 'outcome.observed')).toMatchObject([{ expected: false }]);
      expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
      expect(closing(trace)).toBeDefined();
    }
  });

  test.each(['order', 'waiter'])('the same steps with the fix %s feed everybody', async (fix) => {
    const schedule = Array.from({ length: 200 }, (_, i) => (i % 5) + 1);
    const trace = await runLab('philosophers', { mode: 'stepped', knobs: { fix }, schedule });
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: 'all ate', expected: true }]);
    expect(closing(trace)).toBeUndefined();
  });

  test('dinners that dawdle hang by themselves; with one chair fewer none does', async () => {
    const results = async (fix: string) => {
      const trace = await runLab('philosophers', { mode: 'batch', knobs: { fix, runs: 4, pauseMs: 10 } });
      return kinds(trace, 'outcome.observed').map((event) => event.value);
    };
    expect(await results('none')).toContain('deadlock');
    expect(await results('waiter')).toEqual(Array.from({ length: 4 }, () => '5 meals'));
  });
});

describe('the search', () => {
  test.each([3, 5, 7])('finds the deadlock of %i, and real threads prove it', async (seats) => {
    const found = await search({ philosophers: seats });
    expect(found.verdict).toBe('bug');
    const schedule = Array.from(found?.schedule ?? '', Number);
    const real = await runLab('philosophers', { mode: 'stepped', knobs: { philosophers: seats }, schedule });
    expect(kinds(real, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
  });

  test.each(['order', 'waiter'])('proves the fix %s for three', async (fix) => {
    expect(await search({ fix, philosophers: 3 })).toMatchObject({ verdict: 'proof' });
  });

  test('proves the order for five with 30 of its schedules', async () => {
    expect(await search({ fix: 'order', philosophers: 5 })).toMatchObject({
      verdict: 'proof',
      tried: 30,
      all: 49_719_072,
    });
  });

  test('draws all states for three, one of them the deadlock', async () => {
    const trace = await runLab('philosophers', { mode: 'search', knobs: { philosophers: 3 } });
    const ends = kinds(trace, 'state.found').filter((event) => event.end === 'deadlock');
    expect(ends).toHaveLength(1);
  });
});
