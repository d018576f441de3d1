import { readdirSync, readFileSync } from 'node:fs';
import { probePython } from '@lockstep/processes';
import type { EventOf, Kind, Trace } from '@lockstep/trace';
import { beforeAll, describe, expect, test } from 'vitest';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { measured } from './measured.ts';

const { python } = await probePython();

function eventsOf<K extends Kind>(trace: Trace, kind: K): EventOf<K>[] {
  return trace.slice(0).filter((event): event is EventOf<K> => event.kind === kind);
}

describe('a real run', () => {
  let trace: Trace;
  beforeAll(async () => {
    trace = await runLab('threads', { mode: 'free' });
  }, 60_000);

  test('starts all threads and all processes, and each of them ends', () => {
    for (const kind of ['thread.spawned', 'thread.started', 'thread.finished', 'thread.joined'] as const)
      expect(eventsOf(trace, kind), kind).toHaveLength(3);
    expect(new Set(eventsOf(trace, 'process.started').map(({ actor }) => actor))).toEqual(
      new Set(['p1', 'p2', 'p3', ...(python ? ['python'] : [])]),
    );
    expect(eventsOf(trace, 'process.exited')).toHaveLength(python ? 4 : 3);
  });

  test('finds threads inside this very process, and processes outside of it and of each other', () => {
    const said = (letter: string) =>
      eventsOf(trace, 'text.printed').flatMap(({ actor, text }) =>
        actor.startsWith(letter) && actor !== 'python' ? [Number(text.split(' ')[1])] : [],
      );
    expect(said('t')).toEqual([process.pid, process.pid, process.pid]);
    expect(new Set(said('p')).size).toBe(3);
    expect(said('p')).not.toContain(process.pid);
    const started = eventsOf(trace, 'process.started').flatMap(({ actor, pid }) => (actor === 'python' ? [] : [pid]));
    expect(said('p')).toEqual(started);
  });

  test('shows that a thread changes the variable of main and a process does not', () => {
    expect(measured(trace, 'age/threads')?.value).toBe(16);
    expect(measured(trace, 'age/processes')?.value).toBe(18);
  });

  test.skipIf(!python)('shows the same in the Python that is installed (needs python3)', () => {
    expect(measured(trace, 'age/python-threads')?.value).toBe(16);
    expect(measured(trace, 'age/python-processes')?.value).toBe(18);
    expect(measured(trace, 'pids/python-threads')?.value).toBe(1);
    expect(measured(trace, 'pids/python-processes')?.value).toBe(3);
    expect(measured(trace, 'call/python')?.value).toBeGreaterThan(0);
  });

  test.skipIf(process.platform !== 'linux')('asks the kernel for the memory of each process', () => {
    expect(measured(trace, 'memory/processes')).toMatchObject({ source: 'kernel', unit: 'kB' });
    expect(measured(trace, 'memory/processes')?.value).toBeGreaterThan(1000);
  });

  test('answers every prediction', () => {
    for (const prediction of lab.predictions) expect(prediction.answer(trace)).toBeDefined();
    expect(lab.predictions.find(({ id }) => id === 'age')?.answer(trace)?.choice).toBe('16-18');
  });
});

const threadCount = () => readdirSync('/proc/self/task').length;
const children = () => readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim();

test.each(['t2', 'p2'])('a stop while %s begins leaves no thread and no child', async (actor) => {
  const before = threadCount();
  const trace = await runLab('threads', {
    mode: 'free',
    onEvent(soFar, stop) {
      const event = soFar.event(soFar.length - 1);
      if (event.actor === actor && event.kind === 'text.printed') stop();
    },
  });
  expect(trace.event(trace.length - 1)).toMatchObject({ kind: 'run.ended', reason: 'stopped' });
  // The kernel tells of an end a moment before /proc forgets the thread.
  await expect.poll(threadCount).toBeLessThanOrEqual(before);
  await expect.poll(children).toBe('');
});
