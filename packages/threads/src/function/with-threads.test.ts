import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RUN_LIMITS } from '@lockstep/lab';
import { describe, expect, it } from 'vitest';
import { type ThreadNursery, withThreads } from './with-threads.ts';

const file = fileURLToPath(new URL('../../dist/fixtures/told.js', import.meta.url));
/** Threads of this process, on Linux. */
// The kernel wakes whoever joins a thread a moment before /proc forgets it (mm_release before release_task): ask until then.
const threadCount = () => readdirSync('/proc/self/task').length;

function run<R>(work: (nursery: ThreadNursery) => Promise<R>, signal = new AbortController().signal): Promise<R> {
  return withThreads({ signal, limits: { ...RUN_LIMITS, maxWorkers: 2 } }, work);
}

describe('withThreads', () => {
  it('runs a function in a thread of its own, shares memory with it and hears what it tells', async () => {
    const memory = new SharedArrayBuffer(4);
    const told: unknown[] = [];
    await run(async ({ start }) => {
      await start({ file, functionName: 'add', argument: { memory, by: 7 }, onMessage: (one) => told.push(one) }).ended;
    });
    expect(new Int32Array(memory)[0]).toBe(7);
    expect(told).toEqual([{ before: 0 }, { after: 7 }]);
  });

  it('hands on what the function throws', async () => {
    const broken = run(({ start }) => start({ file, functionName: 'fail', argument: 0, onMessage() {} }).ended);
    await expect(broken).rejects.toThrow('as it was told to');
  });

  it('starts no more threads than a run may have', async () => {
    const memory = new SharedArrayBuffer(4);
    const many = run(async ({ start }) => {
      for (let i = 0; i < 3; i++) start({ file, functionName: 'sleepForEver', argument: memory, onMessage() {} });
    });
    await expect(many).rejects.toThrow('a run may have 2 threads');
  });

  it('leaves no thread when it is stopped, wherever the thread is', async () => {
    const before = threadCount();
    const controller = new AbortController();
    const stopped = run(
      ({ start }) =>
        Promise.all([
          start({ file, functionName: 'sleepForEver', argument: new SharedArrayBuffer(4), onMessage: stop }).ended,
          start({ file, functionName: 'computeForEver', argument: 0, onMessage: stop }).ended,
        ]),
      controller.signal,
    );
    let begun = 0;
    function stop(): void {
      if (++begun === 2) controller.abort();
    }
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    await expect.poll(threadCount).toBeLessThanOrEqual(before);
  });
});
