import { describe, expect, test } from 'vitest';
import type { Fact, Header } from './index.ts';
import { createTrace, formatSchedule, parseSchedule, scheduleAt, threadActor, threadNumber } from './index.ts';

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

const by = (actor: string) => ({ at: 0, actor, source: 'program' }) as const;

function withMain(role: 'main' | 'thread', ...facts: Fact[]) {
  const trace = createTrace({ ...header, actors: [{ id: 'main', role, colour: 0 }] });
  for (const fact of facts) trace.append(fact);
  return trace;
}

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

  test('counts instructions, and nothing else, where CPython is stepped', () => {
    const stepped = createTrace({ ...header, reality: { parts: ['cpython'] } });
    stepped.append({ ...base, actor: 't1', kind: 'opcode.executed', opcode: 'LOAD_GLOBAL', argument: 'total' });
    stepped.append({ ...base, actor: 't1', kind: 'value.read', name: 'total', value: 0 });
    stepped.append({ ...base, actor: 't2', kind: 'opcode.executed', opcode: 'LOAD_CONST', argument: '1' });
    expect(scheduleAt(stepped, stepped.length)).toEqual([1, 2]);
  });

  test('counts main only where it is a thread of the program', () => {
    const printed: Fact = { ...by('main'), kind: 'text.printed', text: 'total = 0' };
    expect(scheduleAt(withMain('main', printed), 1)).toEqual([]);
    expect(scheduleAt(withMain('thread', printed), 1)).toEqual([0]);
  });

  test('counts beginning and end of a thread that another one started, for these are operations', () => {
    const spawned: Fact = { ...by('main'), kind: 'thread.spawned', thread: 't1', daemon: false };
    const started: Fact = { ...by('t1'), kind: 'thread.started', name: 't1', cause: 0 };
    const ended: Fact = { ...by('t1'), kind: 'thread.finished' };
    expect(scheduleAt(withMain('thread', spawned, started, ended), 3)).toEqual([0, 1, 1]);
    expect(scheduleAt(withMain('thread', { ...by('t2'), kind: 'thread.started', name: 't2' }, ended), 2)).toEqual([]);
  });
});

describe('a thread', () => {
  test('is known by its actor id', () => {
    expect([threadNumber('t7'), threadNumber('t0'), threadNumber('total'), threadNumber('main')]).toEqual([
      7,
      undefined,
      undefined,
      0,
    ]);
    expect([threadActor(0), threadActor(12)]).toEqual(['main', 't12']);
  });

  test('is one character in a schedule', () => {
    expect(formatSchedule([0, 1, 9, 10, 16])).toBe('019ag');
    expect(parseSchedule('0-19 aG')).toEqual([0, 1, 9, 10, 16]);
  });
});
