import { describe, expect, test } from 'vitest';
import { measureForms, runFreeCPython } from '../index.ts';
import { eventsOf } from '../testing/events-of.ts';
import { python, runCPython } from '../testing/run-cpython.ts';

const hasLock = python?.gil === true;
const minor = Number(python?.version.split('.')[1]);

describe.skipIf(!hasLock)('real CPython at full speed (needs python3 with its lock)', () => {
  test('one thread at a time has the lock, and it goes from one to the other', async () => {
    const trace = await runCPython((run) => runFreeCPython(run, { cpuThreads: 2, seconds: 0.5 }));
    let holder: string | undefined;
    for (const { kind, actor } of trace.slice(0)) {
      if (kind === 'gil.taken') {
        expect(holder).toBeUndefined();
        holder = actor;
      }
      if (kind === 'gil.dropped') {
        expect(holder).toBe(actor);
        holder = undefined;
      }
    }
    expect(new Set(eventsOf(trace, 'gil.taken').map(({ actor }) => actor))).toEqual(new Set(['t1', 't2']));
    expect(eventsOf(trace, 'thread.finished')).toHaveLength(2);
    const [measured] = eventsOf(trace, 'gil.measured');
    expect(measured?.switches).toBeGreaterThan(2);
    for (let seq = 1; seq < trace.length; seq++) expect(trace.atUs(seq)).toBeGreaterThanOrEqual(trace.atUs(seq - 1));
  });

  test('a thread that sleeps drops the lock by itself, and waits for it behind one that calculates', async () => {
    const trace = await runCPython((run) => runFreeCPython(run, { cpuThreads: 1, ioThreads: 1, seconds: 0.5 }));
    const reasons = (actor: string) =>
      new Set(
        eventsOf(trace, 'gil.dropped')
          .filter((event) => event.actor === actor)
          .map(({ reason }) => reason),
      );
    expect(reasons('t1')).toContain('request');
    expect(reasons('t1')).not.toContain('io');
    expect(reasons('t2')).toContain('io');
    const waits = eventsOf(trace, 'gil.taken')
      .filter(({ actor }) => actor === 't2')
      .map(({ waitedUs }) => waitedUs ?? 0);
    waits.sort((a, b) => a - b);
    expect(waits[Math.floor(waits.length / 2)]).toBeGreaterThan(1000);
  });

  test('a longer switch interval makes fewer switches', async () => {
    const switches = async (switchIntervalMs: number) => {
      const trace = await runCPython((run) => runFreeCPython(run, { cpuThreads: 2, seconds: 0.5, switchIntervalMs }));
      return eventsOf(trace, 'gil.measured')[0]?.switches ?? 0;
    };
    expect(await switches(50)).toBeLessThan(await switches(1));
  });
});

describe.skipIf(!hasLock)('which form of += loses updates here (needs python3 with its lock)', () => {
  const forms = [
    { functionName: 'plain', mark: 1 },
    { functionName: 'with_call', mark: 2 },
    { functionName: 'with_function', mark: 3 },
  ];

  test('is told for each form with its statement, its line and its loss', async () => {
    const trace = await runCPython((run) => measureForms(run, { forms, shared: 'total', seconds: 0.3 }));
    const measured = eventsOf(trace, 'measure.taken');
    expect(measured.map(({ what, line, unit }) => [what, line, unit])).toEqual([
      ['total += 1', 15, '%'],
      ['total = total + int(1)', 19, '%'],
      ['total += one()', 23, '%'],
    ]);
    const outcomes = eventsOf(trace, 'outcome.observed');
    expect(outcomes.map(({ run }) => run)).toEqual([1, 2, 3]);
    for (const [index, { value, expected }] of outcomes.entries()) {
      expect(value).toBe(`${measured[index]?.value} %`);
      expect(expected).toBe(measured[index]?.value === 0);
    }
  });

  test.skipIf(minor < 10)('a call in between loses some, the plain form none since 3.10', async () => {
    const trace = await runCPython((run) => measureForms(run, { forms, shared: 'total', seconds: 1 }));
    const [plain, withCall, withFunction] = eventsOf(trace, 'measure.taken').map(({ value }) => value);
    expect(plain).toBe(0);
    expect(withCall).toBeGreaterThan(0);
    expect(withFunction).toBeGreaterThan(0);
  });
});
