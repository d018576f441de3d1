import type { OrderVerdict } from '@lockstep/lab';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import { packagedLabFolders } from './labs/lab-library.ts';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let server: LockstepServer;

beforeEach(async () => {
  directory = await createTemporaryDirectory();
  server = await startTestServer(directory.path, { labs: packagedLabFolders(), limits: { ordersPerMinute: 6 } });
});
afterEach(async () => {
  await server.close();
  await directory.release();
});

const question = {
  mode: 'stepped',
  knobs: { rounds: 1 },
  schedule: [1, 1, 1, 2, 2, 2],
  earlier: { thread: 1, nth: 2 },
  later: { thread: 2, nth: 0 },
};

async function ask(lab: string, asked: unknown): Promise<{ status: number; answer: OrderVerdict & { code?: string } }> {
  const response = await fetch(`${server.url}/api/labs/${lab}/swap`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
  });
  return { status: response.status, answer: (await response.json()) as OrderVerdict & { code?: string } };
}

test('a race answers with a schedule in which the two have changed places', async () => {
  expect(await ask('race', question)).toEqual({
    status: 200,
    answer: { order: 'free', schedule: [1, 1, 2, 1, 2, 2], kept: 2 },
  });
});

test('under a lock the other order needs another choice before the lock was taken', async () => {
  const locked = {
    ...question,
    knobs: { rounds: 1, lock: true },
    schedule: [1, 1, 1, 1, 1, 2, 2, 2, 2, 2],
    earlier: { thread: 1, nth: 3 },
    later: { thread: 2, nth: 1 },
  };
  expect((await ask('race', locked)).answer).toMatchObject({ order: 'free', kept: 0 });
});

test('one thread does one thing after the other', async () => {
  const { answer } = await ask('race', { ...question, later: { thread: 1, nth: 1 } });
  expect(answer).toEqual({ order: 'forced', states: 0 });
});

test('a lab that has no such program says that it cannot tell', async () => {
  const { answer } = await ask('handshake', { ...question, knobs: {} });
  expect(answer).toEqual({ order: 'unknown', why: 'not-asked' });
});

test.each([
  ['nowhere', question, 404, 'unknown-lab'],
  ['race', { ...question, knobs: { speed: 3 } }, 400, 'bad-knob'],
  ['race', { ...question, schedule: [99] }, 400, 'bad-request'],
  ['race', { ...question, more: 1 }, 400, 'bad-request'],
  ['race', 'nonsense', 400, 'bad-request'],
])('what cannot be asked is refused in words: %s %#', async (lab, asked, status, code) => {
  expect(await ask(lab, asked)).toMatchObject({ status, answer: { code } });
});

test('who asks too often is told so', async () => {
  for (let count = 0; count < 6; count++) await ask('nowhere', question);
  expect(await ask('race', question)).toMatchObject({ status: 429, answer: { code: 'too-fast' } });
});
