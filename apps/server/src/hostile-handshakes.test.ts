// Every way in but one is closed, and after each attempt the next good client is served.
import { friendlyHandshake, hostileHandshakes, shakeHands } from '@lockstep/crowd';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';
import { connect } from './testing/test-client.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let server: LockstepServer;
let open: LockstepServer;
beforeAll(async () => {
  directory = await createTemporaryDirectory();
  server = await startTestServer(directory.path, { limits: { handshakeMs: 200 } });
  open = await startTestServer(directory.path, { host: '0.0.0.0' });
});
afterAll(async () => {
  await Promise.all([server.close(), open.close()]);
  await directory.release();
});

test.each(hostileHandshakes)('$name is refused', async (handshake) => {
  expect(await handshake.attempt(server.port)).toMatchObject({ outcome: 'refused' });
  expect(await shakeHands(server.port, friendlyHandshake(server.port))).toMatchObject({ outcome: 'in' });
});

test.each([
  ['no token', undefined],
  ['an empty token', { token: '' }],
  ['a wrong token', { token: '0'.repeat(32) }],
  ['a token that is no text', { token: { length: 32 } }],
  ['an inherited token', { __proto__: { token: 'x' } }],
  ['many tokens', { token: Array(32).fill('0') }],
])('with %s one may watch, and start nothing', async (_, auth) => {
  const url = `http://127.0.0.1:${open.port}`;
  const client = await connect(url, auth ? { auth } : {});
  expect(await client.run({ lab: 'counter' })).toMatchObject({ ok: false, code: 'not-yours' });
  client.close();
  const instructor = await connect(url, { auth: { token: open.token } });
  expect(await instructor.run({ lab: 'counter' })).toMatchObject({ ok: true });
  instructor.close();
});
