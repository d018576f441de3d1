// A server in a process of its own that is killed in the middle of runs, again and again, over one data directory; and
// what its viewers had seen of each run until then.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { LibraryPage, LibraryRun } from '@lockstep/lab';
import { connect, type TestClient } from './test-client.ts';

const serve = fileURLToPath(new URL('../../dist/fixtures/serve.js', import.meta.url));

/** A run, and the lines that its viewer had received when the server was killed. */
export interface SeenRun {
  readonly run: string;
  readonly lines: readonly string[];
}

export interface CrashServer {
  /** Starts it, has it make runs, and kills it when this many events have been seen of one of them. */
  live(runs: number, untilSeen: number): Promise<readonly SeenRun[]>;
  /** What a new server says of all runs, when it has read them. */
  library(): Promise<readonly LibraryRun[]>;
  /** Lines of events that are complete in the file. */
  linesOf(run: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export function createCrashServer(data: string): CrashServer {
  let child: ChildProcess | undefined;

  async function start(): Promise<string> {
    child = spawn(process.execPath, [serve], {
      env: { ...process.env, LOCKSTEP_DATA: data },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line')) as [string];
    return line;
  }

  async function kill(): Promise<void> {
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    child = undefined;
  }

  return {
    async live(runs, untilSeen) {
      const url = await start();
      const watched = await Promise.all(Array.from({ length: runs }, () => watchNewRun(url)));
      await seen(watched[0]?.client as TestClient, untilSeen);
      await kill();
      for (const { client } of watched) client.close();
      return watched.map(({ run, client }) => ({ run, lines: [...client.lines] }));
    },
    async library() {
      const url = await start();
      const all = await readLibrary(url);
      await kill();
      return all;
    },
    async linesOf(run) {
      const text = await readFile(join(data, 'recordings', `${run}.jsonl`), 'utf8');
      return text.split('\n').slice(1, -1);
    },
    close: kill,
  };
}

async function watchNewRun(url: string) {
  const client = await connect(url, { reconnection: false });
  const { run } = await client.start('cadence', { knobs: { perSecond: 4000 } });
  await client.watch(run);
  await client.firstEvent();
  return { run, client };
}

async function seen(client: TestClient, events: number): Promise<void> {
  while (client.lines.length < events) await client.nextFrame();
}

async function readLibrary(url: string): Promise<readonly LibraryRun[]> {
  for (;;) {
    const all: LibraryRun[] = [];
    let unread = 0;
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: LibraryPage = await fetchPage(url, after);
      all.push(...page.runs);
      unread += page.unread;
      after = page.next;
    }
    if (unread === 0) return all;
  }
}

async function fetchPage(url: string, after: string): Promise<LibraryPage> {
  const query = after === '' ? '' : `?after=${encodeURIComponent(after)}`;
  return (await (await fetch(`${url}/api/library${query}`)).json()) as LibraryPage;
}
