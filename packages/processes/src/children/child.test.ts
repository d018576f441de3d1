import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { RUN_LIMITS } from '@lockstep/lab';
import { describe, expect, test } from 'vitest';
import { compiled } from '../compiled.ts';
import { type Child, memoryOf, probePython, startChild, startNodeChild, withChildren } from '../index.ts';
import { hasPython } from '../testing/run-cpython.ts';

const limits = RUN_LIMITS;
const { signal } = new AbortController();
const sleeper = { command: 'sleep', args: ['60'] };

/** A zombie has nothing left but its number. */
function isAlive(pid: number): boolean {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0);
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

/** There is no event for the end of somebody else's child: look until it is so. */
async function untilGone(pids: readonly number[]): Promise<readonly number[]> {
  for (let look = 0; look < 200 && pids.some(isAlive); look++) await setTimeout(20);
  return pids.filter(isAlive);
}

describe.skipIf(process.platform === 'win32')('a child', () => {
  test('tells its lines, and how it ended', async () => {
    const lines: string[] = [];
    const child = await startChild({
      command: 'sh',
      args: ['-c', 'read word; echo "got $word"; echo oh >&2; exit 3'],
      onLine: (line) => lines.push(line),
    });
    child.send('hello');
    expect(await child.ended).toEqual({ code: 3, complaint: 'oh' });
    expect(lines).toEqual(['got hello']);
  });

  test('that has been killed takes with it what it started itself', async () => {
    let say = (_pid: number): void => undefined;
    const grandchild = new Promise<number>((resolve) => {
      say = resolve;
    });
    const child = await startChild({
      command: 'sh',
      args: ['-c', 'sleep 60 & echo $!; wait'],
      onLine: (line) => say(Number(line)),
    });
    const pids = [child.pid, await grandchild];
    child.kill();
    expect(await child.ended).toMatchObject({ signal: 'SIGKILL' });
    expect(await untilGone(pids)).toEqual([]);
  });

  test('cannot be started by a worker thread, with which it would die', async () => {
    const worker = new Worker(
      `import(${JSON.stringify(compiled('index.js'))}).then((m) => m.startChild({ command: 'true', args: [] }))`,
      { eval: true },
    );
    const [error] = (await once(worker, 'error')) as [Error];
    expect(error.message).toContain('start it from the main thread');
  });

  test.skipIf(process.platform !== 'linux')('is measured: memory that it shares is not counted twice', async () => {
    const memory = await memoryOf(process.pid);
    expect(memory?.rssKib).toBeGreaterThan(10_000);
    expect(memory?.pssKib).toBeLessThanOrEqual(memory?.rssKib as number);
    expect(await memoryOf(2 ** 30)).toBeUndefined();
  });

  test('of Node runs one function of one module', async () => {
    const messages: unknown[] = [];
    const file = compiled('fixtures/busy.js');
    const end = await withChildren({ signal, limits }, async (nursery) => {
      const onMessage = (message: unknown): void => void messages.push(message);
      return (await startNodeChild(nursery, { file, functionName: 'square', argument: [1, 2, 3], onMessage })).ended;
    });
    expect(end).toEqual({ code: 0, complaint: '' });
    expect(messages).toEqual([1, 4, 9]);
  });
});

describe('a run', () => {
  test('has only as many children at a time as it may', async () => {
    const two = { ...limits, maxChildren: 2 };
    await withChildren({ signal, limits: two }, async ({ start }) => {
      const [first] = await Promise.all([start(sleeper), start(sleeper)]);
      await expect(start(sleeper)).rejects.toThrow('2 children at a time');
      first.kill();
      await first.ended;
      await expect(start(sleeper)).resolves.toBeDefined();
    });
  });

  test.each(['returns', 'throws', 'is stopped', 'is stopped while one starts'])('that %s leaves none', async (how) => {
    const stop = new AbortController();
    const children: Child[] = [];
    const run = withChildren({ signal: stop.signal, limits }, async ({ start }) => {
      children.push(await start(sleeper));
      if (how === 'throws') throw new Error('a fault');
      if (how === 'is stopped while one starts') {
        const last = start(sleeper);
        stop.abort();
        children.push(await last);
      }
      if (how === 'is stopped') {
        stop.abort();
        await children[0]?.ended;
      }
    });
    if (how === 'returns') await run;
    else await expect(run).rejects.toThrow(how === 'throws' ? 'a fault' : 'the run was stopped');
    expect(children.length).toBeGreaterThan(0);
    expect(children.map(({ pid }) => pid).filter(isAlive)).toEqual([]);
  });
});

/** A PATH on which there is python3, if there is one at all, and nothing else: no setpriv. */
async function pathWithoutSetpriv(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'lockstep-path-'));
  const { python } = await probePython();
  if (python) symlinkSync(python.command, join(folder, 'python3'));
  return folder;
}

describe.skipIf(process.platform === 'win32')('after SIGKILL of their parent', () => {
  test.each([
    ['where the kernel sees to it', false],
    ['where only the end of their input tells them', true],
  ])('no children are left, busy or blocked, %s (two of three need python3)', async (_, isWithout) => {
    const folder = isWithout ? await pathWithoutSetpriv() : undefined;
    const parent = spawn(process.execPath, [compiled('fixtures/parent.main.js')], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...(folder !== undefined && { PATH: folder }) },
    });
    const pids: number[] = [];
    for await (const line of createInterface({ input: parent.stdout })) {
      pids.push(Number(line));
      if (new Set(pids).size === (hasPython ? 3 : 1)) break;
    }
    expect(pids.filter(isAlive)).toEqual(pids);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(await untilGone(pids)).toEqual([]);
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });
});
