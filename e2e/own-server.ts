// A server of the test's own, for a test that kills it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OwnServer {
  readonly url: string;
  /** SIGKILL: it can say nothing and save nothing any more. */
  kill(): Promise<void>;
  /** The same address, the same data. Settles when it answers. */
  start(): Promise<void>;
  /** Ends it, and its data are gone. */
  remove(): Promise<void>;
}

export async function createOwnServer(): Promise<OwnServer> {
  const data = await mkdtemp(join(tmpdir(), 'lockstep-e2e-'));
  const port = await freePort();
  const main = join(import.meta.dirname, '../apps/server/dist/main.js');
  let child: ChildProcess | undefined;

  async function kill(): Promise<void> {
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    child = undefined;
  }

  return {
    url: `http://127.0.0.1:${port}`,
    kill,
    async start() {
      child = spawn(process.execPath, [main, '--port', String(port)], {
        env: { ...process.env, LOCKSTEP_DATA: data, LOG_LEVEL: 'warn' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      // What it prints first is that it is ready.
      await once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data');
    },
    async remove() {
      await kill();
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Free a moment ago, and of those that nobody asks for by number. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}
