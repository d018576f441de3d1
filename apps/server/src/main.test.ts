import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, readlink } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTemporaryDirectory } from './testing/start-test-server.ts';
import { connect } from './testing/test-client.ts';

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
const started: ChildProcess[] = [];

beforeEach(async () => {
  directory = await createTemporaryDirectory();
});
afterEach(async () => {
  for (const child of started.splice(0))
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  await directory.release();
});

function start(...args: string[]) {
  return startWith({}, ...args);
}

function startWith(environment: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, LOCKSTEP_DATA: directory.path, LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  const [line] = await firstLines(stream, 1);
  return line as string;
}

async function firstLines(stream: NodeJS.ReadableStream, count: number): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: stream })) {
    lines.push(line);
    if (lines.length === count) return lines;
  }
  throw new Error(`it said only ${JSON.stringify(lines)}`);
}

/** The addresses on which this process listens, as the kernel tells; 10 is LISTEN (net/tcp_states.h). */
async function listeningAddresses(pid: number): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const links = await Promise.all(
    (await readdir(folder)).map((fd) => readlink(`${folder}/${fd}`).catch(() => 'closed meanwhile')),
  );
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/${pid}/net/${name}`, 'utf8')));
  return tables
    .flatMap((table) => table.trim().split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === '0A' && links.includes(`socket:[${inode}]`))
    .map(([, address]) => (address as string).split(':')[0] as string);
}

test('it says where it is, answers there, and a signal ends it in order', async () => {
  const child = start('--port', '0');
  const line = await firstLine(child.stdout);
  expect(line).toMatch(/^Lockstep is ready at http:\/\/127\.0\.0\.1:\d+\/$/);
  const response = await fetch(new URL('healthz', line.slice(line.indexOf('http'))));
  expect(await response.json()).toMatchObject({ ok: true, version: expect.stringMatching(/^\d+\./) });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});

test('a port that is taken is told with the way out', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const child = start('--port', String(port));
  expect(await firstLine(child.stderr)).toBe(
    `Port ${port} is taken by another program. Choose another: npm start -- --port ${port + 1}`,
  );
  expect(await once(child, 'exit')).toEqual([1, null]);
  other.close();
});

test('an option that does not exist is told with those that do', async () => {
  const child = start('--colour');
  expect(await firstLine(child.stderr)).toContain('--port <number>');
  expect(await once(child, 'exit')).toEqual([1, null]);
});

test('a Redis that cannot be used is told in words, without its password', async () => {
  const nobody = createServer().listen(0, '127.0.0.1');
  await once(nobody, 'listening');
  const { port } = nobody.address() as AddressInfo;
  nobody.close();
  await once(nobody, 'close');
  const child = startWith({ REDIS_URL: `redis://:secret@127.0.0.1:${port}` }, '--port', '0');
  expect(await firstLine(child.stderr)).toBe(
    `Redis at 127.0.0.1:${port} cannot be used: connect ECONNREFUSED 127.0.0.1:${port}. Check REDIS_URL, or start without it.`,
  );
  expect(await once(child, 'exit')).toEqual([1, null]);
});

test('what answers there but is no Redis is told too', async () => {
  const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const child = startWith({ REDIS_URL: `redis://127.0.0.1:${port}` }, '--port', '0');
  expect(await firstLine(child.stderr)).toMatch(/^Redis at 127\.0\.0\.1:\d+ cannot be used: .+ Check REDIS_URL/);
  expect(await once(child, 'exit')).toEqual([1, null]);
  other.close();
});

test('a second signal ends it at once, whatever is still going on', async () => {
  const child = start('--port', '0');
  const line = await firstLine(child.stdout);
  const url = new URL(line.slice(line.indexOf('http'))).origin;
  const client = await connect(url, { reconnection: false });
  // A run that goes on makes the server wait for its end.
  const { run } = await client.start('deadlock', { mode: 'stepped' });
  await client.watch(run);
  await client.firstEvent();
  child.kill('SIGTERM');
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([1, null]);
  client.close();
});

describe.skipIf(process.platform !== 'linux')('as the kernel sees it', () => {
  test('without --host nothing listens off loopback', async () => {
    const child = start('--port', '0');
    await firstLine(child.stdout);
    expect(await listeningAddresses(child.pid as number)).toEqual(['0100007F']);
  });

  test('with --host it listens for others, and prints the link that only the instructor has', async () => {
    const child = start('--port', '0', '--host', '0.0.0.0');
    const [ready, , link] = (await firstLines(child.stdout, 3)) as [string, string, string];
    expect(await listeningAddresses(child.pid as number)).toEqual(['00000000']);
    const { port, searchParams } = new URL(link.trim());
    expect(ready).toContain(`:${port}/`);
    const token = searchParams.get('token') ?? '';
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    const url = `http://127.0.0.1:${port}`;
    const [instructor, visitor] = [await connect(url, { auth: { token } }), await connect(url)];
    expect(await visitor.run({ lab: 'deadlock' })).toMatchObject({ ok: false, code: 'not-yours' });
    expect(await instructor.run({ lab: 'deadlock' })).toMatchObject({ ok: true });
    instructor.close();
    visitor.close();
  });
});
