import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** Where there is none, tests that need it are skipped; say so in their names. */
export const hasRedis = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** As if its machine had lost its power. */
  kill(): Promise<void>;
  /** Again on the same port, with nothing in it. */
  restart(): Promise<void>;
}

/** A Redis of this test alone: any free port of loopback, nothing on disk. */
export async function startRedis(directory: string): Promise<TestRedis> {
  const port = await freePort();
  let child = await launch(directory, port);
  const redis = {
    url: `redis://127.0.0.1:${port}`,
    port,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    async restart() {
      await redis.kill();
      child = await launch(directory, port);
    },
  };
  return redis;
}

async function launch(directory: string, port: number): Promise<ChildProcess> {
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    directory,
  ];
  const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream }))
    if (line.includes('Ready to accept connections')) break;
  child.stdout?.resume();
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
