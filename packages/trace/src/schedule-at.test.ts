import { describe, expect, test } from 'vitest';
import type { Fact, Header } from './index.ts';
import { createTrace, scheduleAt, threadNumber } from './index.ts';

const header: Header = {
  format: 'lockstep',
  version: 1,
  run: 'r',
  lab: 'l',
  mode: 'stepped',
  knobs: {},
  seed: 0,
  actors: [],
  reality: { parts: ['worker-threads'] },
  machine: { platform: 'linux', kernel: '6', node: '20', cores: 2 },
  startedAt: '2026-01-01T00:00:00Z',
};

function traceOf(...facts: Fact[]) {
  const trace = createTrace(header);
  for (const fact of facts) trace.append(fact);
  return trace;
}

const base = { at: 0, source: 'program' } as const;

describe('scheduleAt', () => {
  const trace = traceOf(
    { ...base, actor: 'main', kind: 'thread.started', name: 'main' },
    { ...base, actor: 't1', kind: 'value.read', name: 'total', value: 0 },
    { ...base, actor: 't2', kind: 'lock.requested', lock: 'lock' },
    { ...base, actor: 't2', kind: 'lock.acquired', lock: 'lock' },
    { ...base, actor: 't1', kind: 'thread.blocked', on: 'lock' },
    { ...base, actor: 'main', kind: 'value.read', name: 'total', value: 0 },
    { ...base, actor: 't1', kind: 'value.written', name: 'total', value: 1, before: 0 },
  );

  test('counts one entry for each operation of a thread and nothing else', () => {
    expect(scheduleAt(trace, trace.length)).toEqual([1, 2, 1]);
  });

  test('stops at the cursor', () => {
    expect(scheduleAt(trace, 0)).toEqual([]);
    expect(scheduleAt(trace, 2)).toEqual([1]);
    expect(scheduleAt(trace, 999)).toEqual([1, 2, 1]);
  });

  test('knows a thread by its actor id', () => {
    expect([threadNumber('t7'), threadNumber('t0'), threadNumber('total'), threadNumber('main')]).toEqual([
      7,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
