import { probePython } from '@lockstep/processes';
import { parseSchedule, type Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { lookUsed, measured, orderShown, refusal, takenBetween } from './readings.ts';
import { BOTH_LOOK, FULL_THEN_EMPTY } from './schedules.ts';

const { python } = await probePython();

const printed = (trace: Trace) => kinds(trace, 'text.printed').map(({ text }) => text);

const got = (trace: Trace) => kinds(trace, 'queue.got').map(({ item }) => item);

const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);

describe('on real threads', () => {
  test('a full queue refuses, refuses in time and lets wait; an empty one does the same; 100 times of 100', {
    timeout: 120_000,
  }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('queue-api', { mode: 'stepped', schedule: FULL_THEN_EMPTY });
      expect(refusal(trace, 'queue.Full', 'at once')).toMatchObject({ operation: 'put 7 → q' });
      expect(refusal(trace, 'queue.Full', 'in time')).toMatchObject({ operation: 'put 8 → q' });
      expect(refusal(trace, 'queue.Empty', 'at once')).toBeDefined();
      expect(refusal(trace, 'queue.Empty', 'in time')).toBeDefined();
      expect(printed(trace)).toEqual(['queue.Full', 'queue.Full', 'queue.Empty', 'queue.Empty']);
      expect(got(trace)).toEqual(['5', '2', '6', '1', '4', '3', '9']);
    }
  });

  test.each([
    ['fifo', 'oldest', ['5', '2', '6', '1', '4', '3', '9']],
    ['lifo', 'newest', ['3', '9', '4', '1', '6', '2', '5']],
    ['priority', 'smallest', ['1', '2', '3', '4', '5', '6', '9']],
  ])('a %s queue gives the %s first', async (kind, order, items) => {
    const trace = await runLab('queue-api', { mode: 'stepped', knobs: { kind }, schedule: FULL_THEN_EMPTY });
    expect(orderShown(trace)).toMatchObject({ order });
    expect(got(trace)).toEqual(items);
    expect(verdicts(trace)[2]).toBe(kind === 'priority' ? 'wrong' : undefined);
  });

  test('without a limit no put waits or is refused', async () => {
    const schedule = [...Array.from({ length: 9 }, () => 1), ...Array.from({ length: 12 }, () => 2)];
    const trace = await runLab('queue-api', { mode: 'stepped', knobs: { maxsize: 0 }, schedule });
    expect(kinds(trace, 'operation.failed')).toEqual([]);
    expect(kinds(trace, 'queue.put').at(-1)).toMatchObject({ item: '9', size: 9 });
  });

  test('who asks first and then takes waits for ever, 100 times of 100', { timeout: 120_000 }, async () => {
    for (let i = 0; i < 100; i++) {
      const trace = await runLab('queue-api', { mode: 'stepped', knobs: { story: 'check' }, schedule: BOTH_LOOK });
      const used = lookUsed(trace);
      expect(used).toMatchObject({ came: 'wait', look: { actor: 't2', answer: 'False' } });
      expect(used && takenBetween(trace, used)).toMatchObject({ actor: 't1' });
      expect(kinds(trace, 'run.ended')).toMatchObject([{ reason: 'deadlock' }]);
      expect(verdicts(trace)[1]).toBe('wrong');
    }
  });

  test('or dies of queue.Empty, if it does not wait', async () => {
    const knobs = { story: 'check', way: 'check-nowait' };
    const trace = await runLab('queue-api', { mode: 'stepped', knobs, schedule: BOTH_LOOK });
    expect(lookUsed(trace)).toMatchObject({ came: 'error' });
    expect(kinds(trace, 'outcome.observed')).toMatchObject([{ value: '1 of 2 came home', expected: false }]);
  });
});

describe('the search', () => {
  test.each(['check-get', 'check-nowait'])(
    'finds who does not come home with %s, and real threads prove it',
    async (way) => {
      const search = await runLab('queue-api', { mode: 'search', knobs: { way } });
      const found = kinds(search, 'search.finished')[0];
      expect(found).toMatchObject({ verdict: 'bug' });
      const schedule = parseSchedule(found?.schedule ?? '');
      const real = await runLab('queue-api', { mode: 'stepped', knobs: { story: 'check', way }, schedule });
      expect(kinds(real, 'outcome.observed')).toMatchObject([{ expected: false }]);
    },
  );

  test.each([1, 3])('proves that taking at once is right, with %i in stock', async (items) => {
    const trace = await runLab('queue-api', { mode: 'search', knobs: { way: 'try', items } });
    expect(kinds(trace, 'search.finished')).toMatchObject([{ verdict: 'proof' }]);
  });
});

test('taking at once comes home in every free run', async () => {
  const trace = await runLab('queue-api', { mode: 'batch', knobs: { way: 'try', runs: 50 } });
  expect(kinds(trace, 'outcome.observed').every(({ expected }) => expected)).toBe(true);
});

test.skipIf(!python)('real CPython puts more than 32767 items without waiting (needs python3)', async () => {
  const trace = await runLab('queue-api', { mode: 'free' });
  expect(measured(trace, 'taken/queue.Queue')?.value).toBe(40_000);
  expect(measured(trace, 'limit/queue.Queue')?.value).toBe(0);
  expect(measured(trace, 'limit/multiprocessing.Queue')?.value).toBeGreaterThanOrEqual(32_767);
  expect(verdicts(trace)[0]).toMatch(/wrong|half-right/);
  expect(kinds(trace, 'process.exited')).toMatchObject([{ code: 0 }]);
});
