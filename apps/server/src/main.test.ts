import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTemporaryDirectory } from './testing/start-test-server.ts';

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
  const child = spawn(process.execPath, [main, ...args], {
    env: { ...process.env, LOCKSTEP_DATA: directory.path, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  return child;
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error('it said nothing');
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
