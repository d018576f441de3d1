import { readdirSync, readFileSync } from 'node:fs';
import type { EventOf, Kind, Trace } from '@lockstep/trace';
import { beforeAll, describe, expect, test } from 'vitest';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { together } from './measured.ts';
import { GROUPS, WAYS } from './ways.ts';

const WORKS = GROUPS.flatMap((group) => WAYS.map((way) => `${group}/${way}`));

function eventsOf<K extends Kind>(trace: Trace, kind: K): EventOf<K>[] {
  return trace.slice(0).filter((event): event is EventOf<K> => event.kind === kind);
}

describe('a real run', () => {
  let trace: Trace;
  beforeAll(async () => {
    trace = await runLab('cpu-vs-io', { mode: 'free', knobs: { upTo: 200, sleeps: 200 } });
  }, 60_000);

  test('does all jobs in every way, one way after the other', () => {
    expect(eventsOf(trace, 'work.started').map(({ work }) => work)).toEqual(WORKS);
    expect(eventsOf(trace, 'work.finished').map(({ work, of }) => `${work} ${of}`)).toEqual(
      WORKS.map((work) => `${work} ${work.startsWith('cpu') ? 10 : 200}`),
    );
    for (const work of WORKS) {
      const done = eventsOf(trace, 'work.progressed').flatMap((event) => (event.work === work ? [event.done] : []));
      expect(done).toEqual(done.toSorted((a, b) => a - b));
    }
  });

  test('comes to the same result in every way', () => {
    const primes = 10 * primesUpTo(200_000);
    expect(eventsOf(trace, 'outcome.observed').map(({ value, expected }) => [value, expected])).toEqual([
      ...WAYS.map(() => [String(primes), true]),
      ...WAYS.map(() => ['200', true]),
    ]);
  });

  test('under one lock never lets two threads compute at once, and without it does', () => {
    expect(together(trace, 'computing', 'cpu', 'locked')?.value).toBe(1);
    expect(together(trace, 'computing', 'cpu', 'unlocked')?.value).toBeGreaterThan(1);
  });

  test('lets threads sleep at once, also under one lock', () => {
    expect(together(trace, 'sleeping', 'io', 'locked')?.value).toBeGreaterThan(1);
  });

  test('answers every prediction and puts both claims to the test', () => {
    for (const prediction of lab.predictions) expect(prediction.answer(trace)).toBeDefined();
    for (const claim of lab.claims) expect(claim.verdict(trace)?.evidence).toHaveLength(4);
  });

  test('points each way at the line that asks for it', () => {
    const program = readFileSync(new URL('program.ts', import.meta.url), 'utf8').split('\n');
    const marks = eventsOf(trace, 'work.started').map(
      ({ line }) => /\/\/ (\[\d\])$/.exec(program[(line ?? 0) - 1] ?? '')?.[1],
    );
    expect(marks).toEqual(GROUPS.flatMap(() => ['[4]', '[5]', '[6]', '[7]']));
  });
});

test.each(['cpu/locked', 'cpu/processes'])('a stop in the middle of %s leaves no thread and no child', async (work) => {
  const before = threadCount();
  const trace = await runLab('cpu-vs-io', {
    mode: 'free',
    knobs: { jobs: 4, upTo: 50 },
    onEvent(soFar, stop) {
      const event = soFar.event(soFar.length - 1);
      if (event.kind === 'work.progressed' && event.work === work) stop();
    },
  });
  expect(trace.event(trace.length - 1)).toMatchObject({ kind: 'run.ended', reason: 'stopped' });
  // The kernel tells of an end a moment before /proc forgets the thread.
  await expect.poll(threadCount).toBeLessThanOrEqual(before);
  await expect.poll(children).toEqual([]);
});

const threadCount = () => readdirSync('/proc/self/task').length;

/** Command lines of the children of this process. */
function children(): string[] {
  return readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean);
}

/** The sieve of Eratosthenes: another way to the same number. */
function primesUpTo(limit: number): number {
  const isComposite = new Uint8Array(limit + 1);
  let primes = 0;
  for (let n = 2; n <= limit; n++) {
    if (isComposite[n]) continue;
    primes++;
    for (let multiple = n * n; multiple <= limit; multiple += n) isComposite[multiple] = 1;
  }
  return primes;
}
