import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';

const inTurn = Array.from({ length: 60 }, (_, i) => (i % 3) + 1);
/** Hiker 1 alone, as far as it may go. */
const ALONE = Array.from({ length: 10 }, () => 1);

describe('on real threads', () => {
  test('nobody goes on before all have come, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('barrier', { mode: 'stepped', schedule: [...ALONE, ...inTurn] });
      const story = kinds(trace, 'barrier.arrived', 'barrier.passed').map(({ kind }) => kind);
      expect(story.slice(0, 3)).toEqual(['barrier.arrived', 'barrier.arrived', 'barrier.arrived']);
      expect(kinds(trace, 'barrier.passed')).toHaveLength(6);
      expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: 'nobody went ahead', expected: true }]);
    }
  });

  test('without the barrier one is ahead at once', async () => {
    const knobs = { hut: 'none' };
    const trace = await runLab('barrier', { mode: 'stepped', knobs, schedule: [...ALONE, ...inTurn] });
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ expected: false }]);
  });

  test('made for one too many, it lets all wait for ever, and no thread holds what another wants', async () => {
    const trace = await runLab('barrier', { mode: 'stepped', knobs: { hut: 'forever' }, schedule: inTurn });
    expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: 'deadlock' }]);
  });

  test('a time-out breaks it for everybody', async () => {
    const trace = await runLab('barrier', { mode: 'stepped', knobs: { hut: 'limited' }, schedule: inTurn });
    const failed = kinds(trace, 'operation.failed');
    expect(failed).toHaveLength(3);
    expect(new Set(failed.map((event) => event.error))).toEqual(new Set(['BrokenBarrierError']));
  });

  test('one who quits breaks it for those who wait', async () => {
    const trace = await runLab('barrier', { mode: 'stepped', knobs: { hut: 'aborted' }, schedule: [1, 1, ...inTurn] });
    expect(kinds(trace, 'barrier.broken')).toMatchObject([{ actor: 't3' }]);
    expect(
      kinds(trace, 'operation.failed')
        .map(({ actor }) => actor)
        .sort(),
    ).toEqual(['t1', 't2']);
  });
});

describe('the search', () => {
  test('proves that nobody can go ahead', async () => {
    const trace = await runLab('barrier', { mode: 'search' });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
  });

  test.each(['none', 'forever'])('finds what goes wrong with %s', async (hut) => {
    const trace = await runLab('barrier', { mode: 'search', knobs: { hut } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'bug' }]);
  });
});

test('the golden steps put both claims to the test', async () => {
  const { schedule } = lab.golden[0] ?? {};
  const trace = await runLab('barrier', { mode: 'stepped', schedule: schedule ?? [] });
  expect(lab.claims.map((claim) => claim.verdict(trace)?.judgement)).toEqual(['wrong', 'half-right']);
});
