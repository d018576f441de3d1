import { describe, expect, it } from 'vitest';
import { fixtures } from '../fixtures/run-scenario.ts';
import { type SearchOptions, type SearchProgress, startSearch } from './search.ts';
import { SEARCH_LIMITS, type TriedSchedule } from './search-program.ts';
import type { StateSpace } from './state-space.ts';

const search = (options: Partial<SearchOptions>) =>
  startSearch({ directory: fixtures, program: 'lost-update.js', knobs: { threads: 2, rounds: 1 }, ...options });

/** Too many to be tried in a test. */
const endless = { knobs: { threads: 4, rounds: 4 } };

describe('startSearch', () => {
  it('finds a bug, and says how many preemptions it takes and how many schedules there are', async () => {
    const tried: TriedSchedule[] = [];
    let space: StateSpace | undefined;
    const { verdict } = search({
      onTried: (schedules) => tried.push(...schedules),
      onSpace: (told) => {
        space = told;
      },
    });
    expect(await verdict).toEqual({
      kind: 'bug',
      schedule: [1, 1, 2, 2, 2, 1],
      preemptions: 1,
      tried: 2,
      pruned: 0,
      all: 20n,
    });
    expect(tried.map(({ value }) => value)).toEqual(['2', '1']);
    expect(space?.states.filter(({ end }) => end === 'bad')).toHaveLength(1);
  });

  it('proves in each of the three orders that a lock loses nothing', async () => {
    const knobs = { threads: 2, rounds: 2, locked: true };
    const verdicts = await Promise.all(
      (['dpor', 'preemptions', 'all'] as const).map((by) => search({ knobs, by }).verdict),
    );
    expect(verdicts.map((verdict) => [verdict?.kind, verdict?.all])).toEqual([
      ['proof', 6n],
      ['proof', 6n],
      ['proof', 6n],
    ]);
    expect(verdicts[2]?.tried).toBe(6);
  });

  it('says which limit ended it without an answer', async () => {
    const knobs = { threads: 3, rounds: 3, locked: true };
    const bound = async (limits: object, by: SearchOptions['by'] = 'all') =>
      (await search({ knobs, by, limits: { ...SEARCH_LIMITS, ...limits } }).verdict) as object;
    expect(await bound({ maxSchedules: 5 })).toMatchObject({ kind: 'bounded', limit: 'schedules', tried: 5 });
    expect(await bound({ maxSteps: 5 })).toMatchObject({ kind: 'bounded', limit: 'steps' });
    expect(await bound({ maxPreemptions: 0 }, 'preemptions')).toMatchObject({ kind: 'bounded', limit: 'preemptions' });
    const slow = { knobs: { threads: 4, rounds: 4, locked: true }, by: 'all' as const };
    expect(await search({ ...slow, limits: { ...SEARCH_LIMITS, maxMs: 50 } }).verdict).toMatchObject({ limit: 'time' });
  });

  it('tells how it gets on, and can be cancelled', async () => {
    const progress = await new Promise<SearchProgress>((resolve) => {
      const { verdict, cancel } = search({
        knobs: { ...endless.knobs, locked: true },
        by: 'all',
        onProgress(told) {
          cancel();
          void verdict.then((found) => expect(found).toBeUndefined()).then(() => resolve(told));
        },
      });
    });
    expect(progress.tried).toBeGreaterThan(0);
    expect(progress.perSecond).toBeGreaterThan(0);
    expect(progress.depth).toBeGreaterThan(0);
  });

  it('rejects when the program throws', async () => {
    await expect(search({ program: 'broken.js' }).verdict).rejects.toThrow('this program is broken');
  });
});
