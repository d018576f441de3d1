import { spawnSync } from 'node:child_process';
import { type EventOf, foldOf, type Kind, lostUpdates, type Trace, valueHistory } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { SIMULATED } from './works.ts';

const version = spawnSync('python3', ['--version']).stdout?.toString().replace('Python ', '').trim();
const minor = Number(version?.split('.')[1] ?? 0);

function eventsOf<K extends Kind>(trace: Trace, kind: K): readonly EventOf<K>[] {
  return trace.slice(0).filter((event): event is EventOf<K> => event.kind === kind);
}

function answerOf(id: string, trace: Trace): string | undefined {
  return lab.predictions.find((one) => one.id === id)?.answer(trace)?.choice;
}

function judgementOf(id: string, trace: Trace): string | undefined {
  return lab.claims.find((one) => one.id === id)?.verdict(trace)?.judgement;
}

/** Throws where a thread takes what another has, or drops what it has not. */
function checkHolders(trace: Trace): void {
  let holder: string | undefined;
  for (const event of trace.slice(0)) {
    if (event.kind !== 'gil.taken' && event.kind !== 'gil.dropped') continue;
    expect(holder, `step ${event.seq + 1}`).toBe(event.kind === 'gil.taken' ? undefined : event.actor);
    holder = event.kind === 'gil.taken' ? event.actor : undefined;
  }
}

describe('the simulated lock', () => {
  const simulated = { interpreter: 'simulated', durationMs: 200 } as const;

  test('goes round: asked for by one, dropped by the other, taken by another than the one who dropped it', async () => {
    const trace = await runLab('gil', { mode: 'free', knobs: { ...simulated, cpuThreads: 3, intervalMs: '1' } });
    checkHolders(trace);
    const drops = eventsOf(trace, 'gil.dropped').filter(({ reason }) => reason === 'request');
    expect(drops.length).toBeGreaterThan(1);
    for (const drop of drops) {
      expect(trace.event(drop.cause ?? -1)).toMatchObject({ kind: 'gil.drop-requested', holder: drop.actor });
      const next = eventsOf(trace, 'gil.taken').find(({ cause }) => cause === drop.seq);
      expect(next?.actor).not.toBe(drop.actor);
    }
    expect(trace.event(trace.length - 1)).toMatchObject({ kind: 'run.ended', reason: 'finished' });
  });

  test('is waited for by threads that come back from input, behind one that computes', async () => {
    const knobs = { ...simulated, cpuThreads: 1, ioThreads: 2, intervalMs: '20' };
    const trace = await runLab('gil', { mode: 'free', knobs });
    checkHolders(trace);
    expect(eventsOf(trace, 'gil.dropped').some(({ actor, reason }) => actor === 'io1' && reason === 'io')).toBe(true);
    expect(lab.moments.find(({ id }) => id === 'convoy')?.find(trace)).toBeDefined();
    expect(['one', 'more']).toContain(answerOf('input-wait', trace));
  });

  test('is never asked for by nobody: one thread alone keeps it', async () => {
    const trace = await runLab('gil', { mode: 'free', knobs: { ...simulated, cpuThreads: 1, ioThreads: 0 } });
    expect(eventsOf(trace, 'gil.drop-requested')).toEqual([]);
    expect(eventsOf(trace, 'gil.measured')).toMatchObject([{ switches: 0 }]);
  });

  test('a stop ends it', async () => {
    const onEvent = (trace: Trace, stop: () => void) => trace.length === 40 && stop();
    const trace = await runLab('gil', { mode: 'free', knobs: { ...simulated, durationMs: 2000 }, onEvent });
    expect(trace.event(trace.length - 1)).toMatchObject({ kind: 'run.ended', reason: 'stopped' });
  });
});

describe.skipIf(version === undefined)('the real CPython (needs python3)', () => {
  test('does the same work after the simulated lock, on the same lanes, and is measured as it is', async () => {
    const trace = await runLab('gil', { mode: 'free', knobs: { durationMs: 300 } });
    checkHolders(trace);
    expect(eventsOf(trace, 'work.started').map(({ work }) => work)).toEqual([SIMULATED, `CPython ${version}`]);
    const [, python] = eventsOf(trace, 'work.started');
    const takers = eventsOf(trace, 'gil.taken').filter(({ seq }) => seq > (python?.seq ?? 0));
    expect(new Set(takers.map(({ actor }) => actor))).toEqual(new Set(['t1', 't2', 'io1']));
    expect(eventsOf(trace, 'gil.measured')).toHaveLength(2);
    expect(judgementOf('after-n-bytecodes', trace)).toBe('wrong');
    expect(trace.header.reality.parts).toEqual(expect.arrayContaining(['simulated-gil', `cpython-${version}`]));
  });

  /** How many instructions the statement has up to its store, and after. */
  async function instructionsOf(form: string): Promise<{ readonly upToStore: number; readonly rest: number }> {
    const inTurn = [...Array.from({ length: 30 }, () => 1), ...Array.from({ length: 30 }, () => 2)];
    const trace = await runLab('gil', { mode: 'stepped', knobs: { form }, schedule: inTurn });
    expect(eventsOf(trace, 'outcome.observed')).toMatchObject([{ value: '2', expected: true }]);
    expect(lostUpdates(foldOf(valueHistory, trace).at(trace.length))).toEqual([]);
    const opcodes = eventsOf(trace, 'opcode.executed').filter(({ actor }) => actor === 't1');
    const upToStore = opcodes.findIndex(({ opcode }) => opcode === 'STORE_GLOBAL');
    return { upToStore, rest: opcodes.length - upToStore };
  }

  test.each([
    { form: 'plain', times: 100 },
    { form: 'converting', times: 3 },
  ])(
    'loses an update of $form between load and store, $times times of $times',
    async ({ form, times }) => {
      const { upToStore, rest } = await instructionsOf(form);
      const whole = Array.from({ length: upToStore + rest }, () => 2);
      const schedule = [
        ...Array.from({ length: upToStore }, () => 1),
        ...whole,
        ...Array.from({ length: rest }, () => 1),
      ];
      for (let run = 0; run < times; run++) {
        const trace = await runLab('gil', { mode: 'stepped', knobs: { form }, schedule });
        expect(eventsOf(trace, 'outcome.observed')).toMatchObject([{ value: '1', expected: false, source: 'program' }]);
        expect(lostUpdates(foldOf(valueHistory, trace).at(trace.length))).toMatchObject([{ actor: 't1', value: 1 }]);
        if (run > 0) continue;
        expect(answerOf('stepped-total', trace)).toBe('lost');
        expect(judgementOf('gil-makes-it-safe', trace)).toBe('wrong');
      }
    },
    180_000,
  );

  test('loses nothing under a lock of its own, and says which other form does', { timeout: 60_000 }, async () => {
    const trace = await runLab('gil', { mode: 'batch', knobs: { secondsEach: 0.6 } });
    const lost = Object.fromEntries(eventsOf(trace, 'measure.taken').map(({ what, value }) => [what, value]));
    expect(Object.keys(lost)).toEqual([
      'total += 1',
      'total += int(1)',
      'total += one()',
      'with lock: total += int(1)',
    ]);
    expect(lost['with lock: total += int(1)']).toBe(0);
    expect(lost['total += one()']).toBeGreaterThan(0);
    if (minor >= 10) expect(lost['total += 1']).toBe(0);
    expect(['both', 'call']).toContain(answerOf('which-form', trace));
    expect(judgementOf('gil-makes-it-safe', trace)).toBe(minor >= 10 ? 'half-right' : 'wrong');
  });
});

test('only what cannot be simulated needs a Python', () => {
  const needs = (mode: 'free' | 'stepped' | 'batch', interpreter: string) =>
    lab.needs?.({ mode, knobs: { interpreter } });
  expect(needs('free', 'both')).toBeUndefined();
  expect(needs('free', 'simulated')).toBeUndefined();
  expect(needs('free', 'cpython')).toBe('python');
  expect(needs('stepped', 'both')).toBe('python');
  expect(needs('batch', 'both')).toBe('python');
});
