import { setTimeout } from 'node:timers/promises';
import { createOutlet } from '../delivery/outlet.ts';
import type { Sockets } from './sockets.ts';

const PATIENCE_MS = 500;

/** Tells everybody who is connected to this server that it closes; settles when they have it, or do not read. */
export async function sayFarewell(sockets: Sockets): Promise<void> {
  const connected = [...sockets.sockets.sockets.values()];
  for (const socket of connected) socket.emit('farewell', { code: 'server-closing' });
  const timeout = new AbortController();
  await Promise.race([
    Promise.all(
      connected.map((socket) => createOutlet(socket, { slowMs: PATIENCE_MS, onTooSlow: () => undefined }).ready()),
    ),
    setTimeout(PATIENCE_MS, undefined, { signal: timeout.signal }).catch(() => undefined),
  ]);
  timeout.abort();
}
