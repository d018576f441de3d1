import type { KeepRules } from '@lockstep/lab';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BinnedRun, type KeptRun, nextToGo, selectForDeletion } from './keep-rules.ts';

const DAY = 24 * 60 * 60_000;
const NOW = 1000 * DAY;
const byteLength = fc.nat(3e6);
const past = fc.integer({ min: 0, max: NOW });

const runs = fc
  .array(fc.record({ byteLength, writtenAt: past, isSafe: fc.boolean() }), { maxLength: 30 })
  .map((all) => all.map((run, n): KeptRun => ({ ...run, run: `run-${n}` })));
const bin = fc
  .array(fc.record({ byteLength, deletedAt: past }), { maxLength: 10 })
  .map((all) => all.map((run, n): BinnedRun => ({ ...run, run: `bin-${n}` })));
const rules = fc.record(
  {
    days: fc.integer({ min: 1, max: 1000 }),
    runs: fc.integer({ min: 1, max: 30 }),
    megabytes: fc.integer({ min: 1, max: 40 }),
    binDays: fc.integer({ min: 1, max: 365 }),
  },
  { requiredKeys: ['runs', 'megabytes', 'binDays'] },
) as fc.Arbitrary<KeepRules>;

const total = (all: readonly { readonly byteLength: number }[]) => all.reduce((sum, one) => sum + one.byteLength, 0);

test('what is safe stays, what is left obeys each rule, and nothing goes without need', () => {
  fc.assert(
    fc.property(runs, bin, rules, (all, binned, rule) => {
      const gone = new Set(selectForDeletion(all, binned, rule, NOW).runs);
      const exposed = all.filter(({ isSafe }) => !isSafe);
      const left = exposed.filter(({ run }) => !gone.has(run));
      expect(all.filter(({ isSafe, run }) => isSafe && gone.has(run))).toEqual([]);
      const isObeyed = (some: readonly KeptRun[]) =>
        some.length <= rule.runs &&
        total(some) <= rule.megabytes * 1e6 &&
        some.every(({ writtenAt }) => NOW - writtenAt <= (rule.days ?? 1e6) * DAY);
      expect(isObeyed(left)).toBe(true);
      const lastGone = exposed
        .filter(({ run }) => gone.has(run))
        .toSorted((a, b) => a.writtenAt - b.writtenAt)
        .at(-1);
      if (!lastGone) return;
      expect(left.every(({ writtenAt }) => writtenAt >= lastGone.writtenAt)).toBe(true);
      expect(isObeyed([...left, lastGone])).toBe(false);
    }),
  );
});

test('the bin is emptied oldest first, when its time is over or where runs need the room', () => {
  fc.assert(
    fc.property(runs, bin, rules, (all, binned, rule) => {
      const surplus = selectForDeletion(all, binned, rule, NOW);
      const left = all.filter(({ isSafe, run }) => !isSafe && !surplus.runs.includes(run));
      const stays = binned.filter(({ run }) => !surplus.binned.includes(run));
      expect(stays.every(({ deletedAt }) => NOW - deletedAt <= rule.binDays * DAY)).toBe(true);
      if (stays.length > 0) expect(total(left) + total(stays)).toBeLessThanOrEqual(rule.megabytes * 1e6);
      const newestGone = Math.max(
        ...binned.filter(({ run }) => surplus.binned.includes(run)).map(({ deletedAt }) => deletedAt),
      );
      expect(stays.every(({ deletedAt }) => deletedAt >= newestGone)).toBe(true);
    }),
  );
});

test('what goes next is the run that goes when it is one too many', () => {
  fc.assert(
    fc.property(runs, rules, (all, rule) => {
      const gone = selectForDeletion(all, [], rule, NOW).runs;
      const left = all.filter(({ run }) => !gone.includes(run));
      const next = nextToGo(left, rule);
      const exposed = left.filter(({ isSafe }) => !isSafe);
      expect(next === undefined).toBe(exposed.length === 0);
      if (!next) return;
      const more = Array.from({ length: next.afterRuns + 1 }, (_, n) => ({
        run: `more-${n}`,
        byteLength: 0,
        writtenAt: NOW + 1,
        isSafe: false,
      }));
      expect(selectForDeletion([...left, ...more.slice(1)], [], rule, NOW).runs).toEqual([]);
      expect(selectForDeletion([...left, ...more], [], rule, NOW).runs).toEqual([next.run]);
      if (next.at !== undefined) expect(selectForDeletion(left, [], rule, next.at + 1).runs).toContain(next.run);
    }),
  );
});
