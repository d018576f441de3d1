import { createSocket } from 'node:dgram';
import { closeSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { freePort } from '../runs/free-port.ts';
import { openLoopbackCapture } from '../sandbox/place.ts';
import { lanesHere } from '../testing/lanes-here.ts';
import { receiveFrame, takeDropCount } from './packet-socket.ts';

const lanes = await lanesHere();
const DATAGRAM = Buffer.alloc(1000);

/** Sends so many datagrams to a port where nobody is, and returns when the kernel has taken them all. */
async function flood(port: number, count: number): Promise<void> {
  const socket = createSocket('udp4');
  await Promise.all(
    Array.from(
      { length: count },
      () => new Promise<void>((resolve) => socket.send(DATAGRAM, port, '127.0.0.1', () => resolve())),
    ),
  );
  await new Promise<void>((resolve) => socket.close(() => resolve()));
}

describe.runIf(lanes.includes('B'))('a packet socket', () => {
  it('counts the frames that the kernel had no room for, once', async () => {
    const port = await freePort();
    const fd = openLoopbackCapture(port);
    await flood(port, 20_000);
    expect(takeDropCount(fd)).toBeGreaterThan(0);
    expect(takeDropCount(fd)).toBe(0);
    closeSync(fd);
  });

  it('sees the frames of its port with a stamp of the kernel, and counts no drop when it reads in time', async () => {
    const port = await freePort();
    const fd = openLoopbackCapture(port);
    const before = BigInt(Date.now()) * 1_000_000n;
    await flood(port, 3);
    const frames = Array.from({ length: 3 }, () => receiveFrame(fd));
    expect(frames.map((frame) => frame?.bytes.length)).toEqual([1042, 1042, 1042]);
    for (const frame of frames) expect(frame?.stampNs).toBeGreaterThan(before);
    expect(receiveFrame(fd)).toBeUndefined();
    expect(takeDropCount(fd)).toBe(0);
    closeSync(fd);
  });
});
