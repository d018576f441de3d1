import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DrawFate } from './fate.ts';
import { createFaultProxy, type FaultProxy } from './fault-proxy.ts';

/** Answers whatever comes with as many bytes as it says. */
let upstream: Server;
let proxy: FaultProxy | undefined;
beforeEach(async () => {
  upstream = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => socket.write(Buffer.alloc(Number(data.toString()), 'x')));
  });
  await once(upstream.listen(0, '127.0.0.1'), 'listening');
});
afterEach(async () => {
  await proxy?.close();
  upstream.close();
});

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function open(fate: DrawFate, seed = 1): Promise<Socket> {
  proxy ??= await createFaultProxy({ upstreamPort: portOf(upstream), seed, fate });
  const socket = connect(proxy.port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}
afterEach(() => {
  proxy = undefined;
});

/** Asks for so many bytes; settles with how many came when all are there or the connection is gone. */
function askFor(socket: Socket, bytes: number): Promise<number> {
  return new Promise((resolve) => {
    let received = 0;
    socket.on('data', (data: Buffer) => {
      received += data.length;
      if (received >= bytes) resolve(received);
    });
    socket.once('close', () => resolve(received));
    socket.write(String(bytes));
  });
}

test('an unspoilt connection forwards all, however much', async () => {
  expect(await askFor(await open(() => ({})), 5_000_000)).toBe(5_000_000);
});

test('late and slowly, still all of it comes, and in order', async () => {
  const counting = createServer((socket) => {
    for (let n = 0; n < 50_000; n++) socket.write(`${n}\n`);
    socket.end();
  });
  await once(counting.listen(0, '127.0.0.1'), 'listening');
  proxy = await createFaultProxy({
    upstreamPort: portOf(counting),
    seed: 1,
    fate: () => ({ latencyMs: 1, jitterMs: 5, bytesPerSecond: 2_000_000 }),
  });
  const socket = await open(() => ({}));
  let text = '';
  for await (const data of socket) text += String(data);
  expect(text === Array.from({ length: 50_000 }, (_, n) => `${n}\n`).join('')).toBe(true);
  counting.close();
});

test('a connection is cut after its bytes, and the next has its own fate', async () => {
  const fate: DrawFate = (_, connection) => (connection === 0 ? { cutAfterBytes: 1000 } : {});
  expect(await askFor(await open(fate), 100_000)).toBeLessThan(100_000);
  expect(proxy?.counts).toMatchObject({ connections: 1, cut: 1 });
  expect(await askFor(await open(fate), 100_000)).toBe(100_000);
});

test('a stalled connection forwards nothing and says nothing, until it is healed', async () => {
  const fate: DrawFate = () => ({ stallAfterBytes: 0 });
  const socket = await open(fate);
  const received = askFor(socket, 10);
  while (proxy?.counts.stalled === 0) await new Promise(setImmediate);
  expect(socket.readyState).toBe('open');
  proxy?.heal();
  expect(await received).toBe(0);
  expect(await askFor(await open(fate), 10)).toBe(10);
});

test('the server behind may be another one', async () => {
  await open(() => ({}));
  const other = createServer((socket) => socket.end('other'));
  await once(other.listen(0, '127.0.0.1'), 'listening');
  proxy?.retarget(portOf(other));
  const [answer] = (await once(await open(() => ({})), 'data')) as [Buffer];
  expect(answer.toString()).toBe('other');
  other.close();
});

test('the same seed draws the same fates', async () => {
  const drawn: number[][] = [];
  for (let time = 0; time < 2; time++) {
    const fates: number[] = [];
    for (let n = 0; n < 3; n++)
      (
        await open((random) => {
          fates.push(random());
          return {};
        }, 7)
      ).destroy();
    drawn.push(fates);
    await proxy?.close();
    proxy = undefined;
  }
  expect(drawn[0]).toEqual(drawn[1]);
});
