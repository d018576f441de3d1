import type { StepChoice } from '@lockstep/lab';
import { foldOf, lostUpdates, type Trace, valueHistory } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { runSteppedCPython, type SteppedCPythonOptions } from '../index.ts';
import { eventsOf } from '../testing/events-of.ts';
import { type CPythonTestRun, hasPython, runCPython } from '../testing/run-cpython.ts';

const plain: SteppedCPythonOptions = { functions: ['plain', 'plain'], rounds: 1, shared: 'total', expected: 2 };
const both = (functionName: string) => ({ ...plain, functions: [functionName, functionName] });
/** More grants than any of these programs has instructions: each thread runs to its end. */
const MANY = 100;
const times = (count: number, thread: number): number[] => Array.from({ length: count }, () => thread);
const oneByOne = [...times(MANY, 1), ...times(MANY, 2)];

const run = (options: SteppedCPythonOptions, more: CPythonTestRun): Promise<Trace> =>
  runCPython((cpython) => runSteppedCPython(cpython, options), more);
const lost = (trace: Trace) => lostUpdates(foldOf(valueHistory, trace).at(trace.length));
const story = (trace: Trace) => trace.slice(0).map((event) => ({ ...event, at: 0 }));

/** Thread 1 up to the instruction that stores, all of thread 2, then the rest of thread 1. */
async function losingSchedule(options: SteppedCPythonOptions): Promise<number[]> {
  const steps = eventsOf(await run(options, { schedule: oneByOne }), 'opcode.executed');
  const store = steps.findIndex(({ opcode }) => opcode.startsWith('STORE_'));
  return [...times(store, 1), ...times(MANY, 2), ...times(MANY, 1)];
}

describe.skipIf(!hasPython)('real CPython, opcode by opcode (needs python3)', () => {
  test('loses an update of total += 1 under the schedule that loses it, 100 times of 100', {
    timeout: 120_000,
  }, async () => {
    const schedule = await losingSchedule(plain);
    for (let i = 0; i < 100; i++) {
      const trace = await run(plain, { schedule });
      expect(eventsOf(trace, 'outcome.observed')).toMatchObject([{ value: '1', expected: false, source: 'program' }]);
      expect(lost(trace)).toMatchObject([{ actor: 't1', value: 1, before: 1 }]);
    }
  });

  test.each(['plain', 'with_call', 'with_function'])('can lose an update in any form: %s', async (form) => {
    const options = both(form);
    const trace = await run(options, { schedule: await losingSchedule(options) });
    expect(lost(trace)).toHaveLength(1);
    const serial = await run(options, { schedule: oneByOne });
    expect(lost(serial)).toEqual([]);
    expect(eventsOf(serial, 'outcome.observed')).toMatchObject([{ value: '2', expected: true }]);
  });

  test('sees a value behind a property where it lies', async () => {
    const options = { ...both('with_property'), shared: 'account._balance' };
    const trace = await run(options, { schedule: oneByOne });
    const accesses = eventsOf(trace, 'value.written').map(({ before, value, line }) => [before, value, line]);
    expect(accesses).toEqual([
      [0, 1, 10],
      [1, 2, 10],
    ]);
  });

  test('tells one opcode a grant, on the line with the same mark', async () => {
    const trace = await run(plain, { schedule: oneByOne });
    const steps = eventsOf(trace, 'opcode.executed').filter(({ actor }) => actor === 't1');
    expect(steps.map(({ opcode }) => opcode).join(' ')).toMatch(
      /^LOAD_GLOBAL LOAD_\w+ (BINARY_OP|INPLACE_ADD) STORE_GLOBAL/,
    );
    expect(new Set(steps.map(({ line }) => line))).toEqual(new Set([15]));
    const grants = steps.length;
    const more = await run(plain, { schedule: [...times(grants, 1), 2, 2, 2, ...times(MANY, 2)] });
    expect(eventsOf(more, 'opcode.executed').map(({ actor }) => actor)).toEqual([
      ...times(grants, 1).map(() => 't1'),
      ...times(grants, 2).map(() => 't2'),
    ]);
  });

  test('replays a schedule to the same events', async () => {
    const schedule = await losingSchedule(plain);
    const [first, second] = await Promise.all([run(plain, { schedule }), run(plain, { schedule })]);
    expect(story(first)).toEqual(story(second));
  });

  test('a load knows the store that it sees, and a store the load that it is based on', async () => {
    const trace = await run(
      { ...plain, functions: ['plain', 'plain', 'plain'] },
      { schedule: [...oneByOne, ...times(MANY, 3)] },
    );
    const [reads, writes] = [eventsOf(trace, 'value.read'), eventsOf(trace, 'value.written')];
    expect(reads.map(({ cause }) => cause)).toEqual([undefined, writes[0]?.seq, writes[1]?.seq]);
    expect(writes.map(({ cause }) => cause)).toEqual(reads.map(({ seq }) => seq));
  });

  test('lets the learner choose when the schedule is at its end', async () => {
    const offers: (readonly StepChoice[])[] = [];
    const trace = await run(plain, {
      schedule: times(MANY, 2),
      onOffer: (choices) => offers.push(choices),
      nextStep: () => Promise.resolve(1),
    });
    expect(offers[0]).toEqual([{ thread: 1, actor: 't1', operation: 'LOAD_GLOBAL total', enabled: true }]);
    expect(offers.at(-1)).toEqual([]);
    expect(eventsOf(trace, 'outcome.observed')).toMatchObject([{ value: '2' }]);
  });

  test('is stopped in the middle and leaves nothing', async () => {
    const stop = new AbortController();
    let pid = 0;
    const trace = await runCPython(
      async (cpython) => {
        const start: typeof cpython.nursery.start = async (options) => {
          const child = await cpython.nursery.start(options);
          ({ pid } = child);
          return child;
        };
        await runSteppedCPython({ ...cpython, nursery: { start } }, plain);
      },
      {
        signal: stop.signal,
        nextStep: () => {
          stop.abort();
          return new Promise(() => undefined);
        },
      },
    );
    expect(eventsOf(trace, 'run.ended')).toMatchObject([{ reason: 'stopped' }]);
    expect(pid).toBeGreaterThan(0);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});
