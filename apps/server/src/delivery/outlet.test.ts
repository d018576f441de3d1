import { type EventEmitter, once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { Server, type Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOutlet } from './outlet.ts';

let http: HttpServer;
let sockets: Server;
beforeEach(async () => {
  http = createServer();
  sockets = new Server(http, { transports: ['websocket'] });
  await once(http.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => sockets.close());

/** Both ends of a connection, with what is needed to see how much of it waits in our memory. */
async function connectPair() {
  const { port } = http.address() as AddressInfo;
  const accepted = new Promise<Socket>((resolve) => sockets.once('connection', resolve));
  const client = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
  const socket = await accepted;
  const { socket: serverSide } = socket.conn.transport as unknown as { socket: { bufferedAmount: number } };
  await new Promise<void>((resolve) => (client.connected ? resolve() : client.once('connect', resolve)));
  const { ws: clientSide } = client.io.engine.transport as unknown as {
    ws: { pause(): void; resume(): void; terminate(): void };
  };
  return { client, socket, serverSide, clientSide };
}

const patient = { slowMs: 60_000, onTooSlow: () => undefined };
const frame = { run: 'run', from: 0, lines: 'x'.repeat(100_000), status: { state: 'running' } } as const;

test('to a client that does not read, no second frame waits in memory', async () => {
  const { client, socket, serverSide, clientSide } = await connectPair();
  const outlet = createOutlet(socket, patient);
  let received = 0;
  const all = new Promise<void>((resolve) => {
    client.on('frame', () => {
      if (++received === 200) resolve();
    });
  });
  clientSide.pause();
  let most = 0;
  for (let sent = 0; sent < 200; sent++) {
    // 20 MB are more than the operating system takes for a client that does not read: from then on we wait.
    const ready = outlet.ready();
    await setImmediate();
    if (serverSide.bufferedAmount > 0) clientSide.resume();
    expect(await ready).toBe(true);
    outlet.send(frame);
    most = Math.max(most, serverSide.bufferedAmount);
  }
  await all;
  expect(most).toBeLessThan(2 * frame.lines.length);
  client.close();
});

test('a client that goes away is no longer waited for', async () => {
  const { client, socket, clientSide } = await connectPair();
  const outlet = createOutlet(socket, patient);
  let sent = 0;
  async function sendAll(): Promise<string> {
    for (; await outlet.ready(); sent++) outlet.send(frame);
    return 'gone';
  }
  clientSide.pause();
  const sending = sendAll();
  for (let idle = 0, before = 0; idle < 100; before = sent) {
    await setImmediate();
    idle = sent === before ? idle + 1 : 0;
  }
  clientSide.terminate();
  expect(await sending).toBe('gone');
  client.close();
});

test('a client that accepts nothing for long is told of once, and given up', async () => {
  const { client, socket, clientSide } = await connectPair();
  let told = 0;
  const gone = new Promise<void>((resolve) => {
    const outlet = createOutlet(socket, {
      slowMs: 50,
      onTooSlow() {
        told++;
        socket.disconnect(true);
        socket.request.socket.destroy();
      },
    });
    clientSide.pause();
    void (async () => {
      while (await outlet.ready()) outlet.send(frame);
      resolve();
    })();
  });
  await gone;
  expect(told).toBe(1);
  client.close();
});

test('the same frame reaches all who are sent it, as it is', async () => {
  const pairs = [await connectPair(), await connectPair()];
  const said = { ...frame, lines: '{"text":"“课堂” \\u0000 🙂"}\n'.repeat(100) };
  const received = pairs.map(({ client }) => once(client as unknown as EventEmitter, 'frame'));
  for (const { socket } of pairs) createOutlet(socket, patient).send(said);
  expect(await Promise.all(received)).toEqual([[said], [said]]);
  for (const { client } of pairs) client.close();
});

test('of several who wait for a connection one sends, and the others wait on', async () => {
  const { client, socket, serverSide, clientSide } = await connectPair();
  const outlet = createOutlet(socket, patient);
  const all = new Promise<void>((resolve) => {
    client.on('frame', ({ from }) => from === 399 && resolve());
  });
  let most = 0;
  clientSide.pause();
  const sending = Promise.all(
    Array.from({ length: 400 }, async (_, from) => {
      await outlet.ready();
      outlet.send({ ...frame, from });
      most = Math.max(most, serverSide.bufferedAmount);
    }),
  );
  while (serverSide.bufferedAmount === 0) await setImmediate();
  clientSide.resume();
  await sending;
  await all;
  expect(most).toBeLessThan(2 * frame.lines.length);
  client.close();
});
