import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockstepServer } from '../create-server.ts';
import type { ServerLimits } from '../server-limits.ts';
import { createTemporaryDirectory, startTestServer } from '../testing/start-test-server.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let server: LockstepServer;
let sockets: Socket[];
beforeEach(async () => {
  directory = await createTemporaryDirectory();
  sockets = [];
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await server.close();
  await directory.release();
});

const start = async (limits: Partial<ServerLimits>) => {
  server = await startTestServer(directory.path, { limits });
};

/** A connection that sends this and no more. */
async function open(text = '', localAddress?: string): Promise<Socket> {
  const socket = connect({ port: server.port, host: '127.0.0.1', ...(localAddress && { localAddress }) });
  socket.on('error', () => undefined);
  sockets.push(socket);
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

const closed = (socket: Socket) => socket.resume() && once(socket, 'close');
const isServed = async () => (await fetch(`${server.url}/healthz`)).status === 200;

test.each([
  ['says nothing', ''],
  ['begins a request', 'GET /healthz HTTP/1.1\r\nHost: '],
  ['begins the upgrade to a websocket', 'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nUpgrade: webs'],
])('a socket that %s and stops is closed', async (_, text) => {
  await start({ requestMs: 200 });
  await closed(await open(text));
  expect(await isServed()).toBe(true);
});

test('of one address so many sockets may be silent, and others of it are served all the same', async () => {
  await start({ maxSilentSockets: 3 });
  for (let n = 0; n < 3; n++) await open();
  await closed(await open('', '127.0.0.1'));
  const other = await open('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n', '127.0.0.9');
  const [answer] = (await once(other, 'data')) as [Buffer];
  expect(answer.toString()).toContain('200 OK');
  sockets[0]?.destroy();
  while (!(await isServed().catch(() => false)));
});

test('a socket that has asked something is not silent', async () => {
  await start({ maxSilentSockets: 1 });
  for (let n = 0; n < 5; n++) {
    const socket = await open('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
  }
  expect(sockets.every(({ destroyed }) => !destroyed)).toBe(true);
});

test('with all sockets taken a new one is closed, and one that goes makes room', async () => {
  await start({ maxSockets: 2 });
  const [first] = [await open(), await open()];
  await closed(await open());
  await expect(isServed()).rejects.toThrow('fetch failed');
  first.destroy();
  while (!(await isServed().catch(() => false)));
});

test('an upgrade elsewhere is refused at once', async () => {
  await start({});
  const socket = await open(
    `GET /elsewhere HTTP/1.1\r\nHost: localhost:${server.port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  );
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(answer.toString()).toContain('404');
  await closed(socket);
});
