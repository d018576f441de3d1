// Runs of the race lab from a schedule, as gated threads record them: the same story for the same digits.
import { createTrace, type Fact, type Header, type Mode, type Trace } from '@lockstep/trace';

function headerOf(mode: Mode): Header {
  return {
    format: 'lockstep',
    version: 1,
    run: `sample-race-${mode}`,
    lab: 'race',
    mode,
    knobs: { rounds: 2, lock: false },
    seed: 1,
    actors: [
      { id: 'main', role: 'main', colour: 0 },
      { id: 't1', role: 'thread', colour: 1, program: 'adder' },
      { id: 't2', role: 'thread', colour: 2, program: 'subtracter' },
    ],
    reality: { parts: ['worker-threads'] },
    machine: { platform: 'linux', kernel: '6.1', node: 'v20', cores: 2 },
    startedAt: '2026-01-01T00:00:00.000Z',
  };
}

const LINES: Readonly<Record<string, readonly [number, number, number]>> = { t1: [13, 14, 15], t2: [26, 27, 28] };

/** Each digit lets that thread do its next operation: load, add or sub, store, over and over. */
export function raceTrace(schedule: string, mode: Mode = 'stepped'): Trace {
  const trace = createTrace(headerOf(mode));
  const tell = teller(trace);
  const seen: Record<string, { value: number; seq: number; phase: number }> = {};
  let total = 0;
  let totalSeq: number | undefined;
  start(tell);
  for (const digit of schedule) {
    const actor = `t${digit}`;
    const own = (seen[actor] ??= { value: 0, seq: 0, phase: 0 });
    const line = LINES[actor]?.[own.phase];
    const base = { actor, source: 'program', line };
    if (own.phase === 0) {
      own.value = total;
      own.seq = tell({ ...base, kind: 'value.read', name: 'total', value: total, cause: totalSeq });
    } else if (own.phase === 1) {
      own.value += actor === 't1' ? 1 : -1;
      own.seq = tell({ ...base, kind: 'value.computed', name: 'seen', value: own.value, cause: own.seq });
    } else {
      totalSeq = tell({
        ...base,
        kind: 'value.written',
        name: 'total',
        value: own.value,
        before: total,
        cause: own.seq,
      });
      total = own.value;
    }
    own.phase = (own.phase + 1) % 3;
  }
  finish(tell, total);
  return trace;
}

/** Two threads and a lock: the second asks while the first holds it. */
export function lockedTrace(): Trace {
  const trace = createTrace(headerOf('stepped'));
  const tell = teller(trace);
  const one = (fact: Record<string, unknown>) => tell({ actor: 't1', source: 'program', ...fact });
  const two = (fact: Record<string, unknown>) => tell({ actor: 't2', source: 'program', ...fact });
  start(tell);
  one({ kind: 'lock.acquired', lock: 'lock' });
  let s = one({ kind: 'value.read', name: 'total', value: 0 });
  const requested = two({ kind: 'lock.requested', lock: 'lock' });
  two({ kind: 'thread.blocked', on: 'lock', holder: 't1', cause: requested });
  s = one({ kind: 'value.computed', name: 'seen', value: 1, cause: s });
  const written = one({ kind: 'value.written', name: 'total', value: 1, before: 0, cause: s });
  const released = one({ kind: 'lock.released', lock: 'lock' });
  two({ kind: 'thread.unblocked', on: 'lock', cause: released });
  two({ kind: 'lock.acquired', lock: 'lock', cause: released });
  s = two({ kind: 'value.read', name: 'total', value: 1, cause: written });
  s = two({ kind: 'value.computed', name: 'seen', value: 0, cause: s });
  two({ kind: 'value.written', name: 'total', value: 0, before: 1, cause: s });
  two({ kind: 'lock.released', lock: 'lock' });
  finish(tell, 0);
  return trace;
}

/** A batch of free runs with these outcomes. */
export function batchTrace(outcomes: readonly (readonly [value: number, times: number])[], overlapPercent = 92): Trace {
  const trace = createTrace(headerOf('batch'));
  const tell = teller(trace);
  let run = 0;
  for (const [value, times] of outcomes)
    for (let n = 0; n < times; n++)
      tell({
        actor: 'main',
        source: 'program',
        kind: 'outcome.observed',
        run: ++run,
        value: String(value),
        expected: value === 0,
        overlapPercent,
        elapsedUs: 900,
      });
  tell({ actor: 'main', source: 'program', kind: 'run.ended', reason: 'finished' });
  return trace;
}

/** A search that meets the bug at its third schedule. */
export function searchTrace(verdict: 'bug' | 'proof' | 'bounded' = 'bug', end: object = {}): Trace {
  const trace = createTrace(headerOf('search'));
  const tell = teller(trace);
  const model = { actor: 'main', source: 'model' };
  tell({ ...model, kind: 'schedule.tried', number: 1, schedule: '111111222222', value: '0', expected: true });
  tell({ ...model, kind: 'schedule.tried', number: 2, schedule: '111112122222', value: '0', expected: true });
  const last = verdict === 'bug' ? { value: '-1', expected: false } : { value: '0', expected: true };
  tell({ ...model, kind: 'schedule.tried', number: 3, schedule: '111121222212', ...last });
  tell({
    ...model,
    kind: 'search.finished',
    verdict,
    tried: 3,
    pruned: 14,
    ...(verdict === 'bug' ? { schedule: '111121222212' } : {}),
    ...end,
  });
  return trace;
}

/** A search that finds nothing in many schedules, of which the first are recorded one by one. */
export function longSearchTrace({ recorded, tried }: { readonly recorded: number; readonly tried: number }): Trace {
  const trace = createTrace(headerOf('search'));
  const tell = teller(trace);
  const model = { actor: 'main', source: 'model' };
  for (let number = 1; number <= recorded; number++)
    tell({ ...model, kind: 'schedule.tried', number, schedule: '111121222212', value: '0', expected: true });
  tell({ ...model, kind: 'search.finished', verdict: 'proof', tried, pruned: 0 });
  return trace;
}

type Tell = (fact: Record<string, unknown>) => number;

function teller(trace: Trace): Tell {
  return (fact) => {
    const cause = fact['cause'] === undefined ? {} : { cause: fact['cause'] };
    const { cause: _, ...rest } = fact;
    return trace.append({ at: trace.length * 180, ...rest, ...cause } as unknown as Fact);
  };
}

function start(tell: Tell): void {
  for (const actor of ['t1', 't2']) tell({ actor, source: 'program', kind: 'thread.started', name: actor });
  tell({ actor: 'main', source: 'program', kind: 'thread.blocked', on: 'join(t1, t2)' });
}

function finish(tell: Tell, total: number): void {
  let cause = tell({ actor: 't1', source: 'program', kind: 'thread.finished' });
  cause = tell({ actor: 't2', source: 'program', kind: 'thread.finished' });
  tell({ actor: 'main', source: 'program', kind: 'thread.unblocked', on: 'join(t1, t2)', cause });
  tell({ actor: 'main', source: 'program', kind: 'text.printed', text: `total = ${total}` });
  tell({ actor: 'main', source: 'program', kind: 'run.ended', reason: 'finished' });
}
