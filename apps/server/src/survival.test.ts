// Nothing survives the server, however brutally it ends: it is killed in the middle of every lab in every mode, and then
// no process, network namespace, listening port or temporary file of ours may be left. A server is killed in the middle
// of as many runs as it lets run at once, all of one mode: such runs take about the same time.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { MODES } from '@lockstep/trace';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findLabs, packagedLabFolders } from './labs/lab-library.ts';
import { SERVER_LIMITS } from './server-limits.ts';
import { createTemporaryDirectory } from './testing/start-test-server.ts';
import { connect } from './testing/test-client.ts';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const found = await findLabs(packagedLabFolders(), pino({ level: 'silent' }));
const groups = MODES.flatMap((mode) => {
  const labs = [...found.values()].flatMap(({ lab }) => (lab.modes.includes(mode) ? [lab.id] : []));
  // Threads at their gates wait for their learner: such runs do not count as running.
  const atOnce = mode === 'stepped' ? SERVER_LIMITS.maxBegun : SERVER_LIMITS.maxRunning;
  return chunksOf(atOnce, labs).map((some) => [`${mode} runs of ${some.join(', ')}`, mode, some] as const);
});

function chunksOf<T>(size: number, all: readonly T[]): readonly (readonly T[])[] {
  return all.length === 0 ? [] : [all.slice(0, size), ...chunksOf(size, all.slice(size))];
}

/** Every process that comes from the server inherits this, wherever it moves to. */
const mark = `LOCKSTEP_SURVIVAL_TEST=${process.pid}`;
let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let server: ChildProcess;
let url: string;

beforeEach(async () => {
  directory = await createTemporaryDirectory();
  const [name, value] = mark.split('=') as [string, string];
  const env = {
    ...process.env,
    [name]: value,
    TMPDIR: directory.path,
    LOCKSTEP_DATA: join(directory.path, 'data'),
    LOG_LEVEL: 'fatal',
  };
  server = spawn(process.execPath, [main, '--port', '0'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = (await once(createInterface({ input: server.stdout as NodeJS.ReadableStream }), 'line')) as [string];
  url = new URL(line.slice(line.indexOf('http'))).origin;
});
afterEach(async () => {
  server.kill('SIGKILL');
  await directory.release();
});

interface Left {
  readonly pid: string;
  readonly network: string;
  readonly command: string;
}

/** Living processes that carry the mark; a zombie has neither memory nor a namespace. */
async function left(): Promise<Left[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    pids.map(async (pid): Promise<Left | undefined> => {
      try {
        const environment = await readFile(`/proc/${pid}/environ`, 'utf8');
        if (!environment.split('\0').includes(mark)) return undefined;
        const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
        return { pid, network: await readlink(`/proc/${pid}/ns/net`), command };
      } catch {
        return undefined;
      }
    }),
  );
  return all.filter((one) => one !== undefined);
}

describe.skipIf(process.platform !== 'linux')('after SIGKILL', () => {
  test.each(groups)('in the middle of %s, nothing is left', { timeout: 60_000 }, async (_, mode, labs) => {
    const clients = await Promise.all(
      labs.map(async (lab) => {
        const client = await connect(url, { reconnection: false });
        const { run } = await client.start(lab, { mode });
        await client.watch(run);
        await client.firstEvent();
        return client;
      }),
    );
    const before = await left();
    expect(before.length).toBeGreaterThan(0);
    server.kill('SIGKILL');
    await once(server, 'exit');
    // There is no event for "all descendants of a killed process are gone": look until it is so.
    for (let look = 0; look < 200 && (await left()).length > 0; look++) await setTimeout(50);
    expect(await left()).toEqual([]);
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect((await readdir(directory.path)).filter((name) => name !== 'data')).toEqual([]);
    for (const client of clients) client.close();
  });
});
