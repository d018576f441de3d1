import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { probePython } from '../index.ts';
import { hasPython, runCPython } from '../testing/run-cpython.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockstep-python-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

/** Something that calls itself Python. */
function impostor(name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

test.skipIf(!hasPython)('CPython is found by starting it (needs python3)', async () => {
  const { python } = await probePython();
  expect(python?.version).toMatch(/^3\.\d+\.\d+$/);
  expect(typeof python?.gil).toBe('boolean');
  expect(probePython()).toBe(probePython());
});

test.each([
  ['missing', () => 'lockstep-no-such-python', /is not installed/],
  ['mute', () => impostor('mute', 'exit 0'), /is no Python that we know/],
  ['broken', () => impostor('broken', 'echo segmentation fault >&2; exit 139'), /failed: segmentation fault/],
  ['pypy', () => impostor('pypy', 'echo pypy 3.10.14 1 /opt/python'), /is pypy, not CPython/],
  ['old', () => impostor('old', 'echo cpython 3.7.16 1 /opt/python'), /is 3\.7\.16, older than 3\.8/],
  ['hanging', () => impostor('hanging', 'exec sleep 60'), /did not answer within 3000 ms/],
])('one that is %s is refused, and why is said', async (_, command, why) => {
  vi.stubEnv('LOCKSTEP_PYTHON', command());
  const probe = await probePython();
  expect(probe.python).toBeUndefined();
  expect(probe).toMatchObject({ why: expect.stringMatching(why) });
});

test('a build without the lock is told apart', async () => {
  vi.stubEnv('LOCKSTEP_PYTHON', impostor('free-threaded', 'echo cpython 3.14.0 0 /opt/python'));
  expect(await probePython()).toEqual({ python: { command: '/opt/python', version: '3.14.0', gil: false } });
});

test('a run that needs it is refused where there is none', async () => {
  vi.stubEnv('LOCKSTEP_PYTHON', 'lockstep-no-such-python');
  const run = runCPython(() => Promise.reject(new Error('this must not run')));
  await expect(run).rejects.toThrow('this needs CPython, and there is none: lockstep-no-such-python is not installed');
});
