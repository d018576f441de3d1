// What one gets by the book: socket.io as it comes, and one message per event. `--recovery` turns on its
// connectionStateRecovery. It says its port, and emits what it is told to.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const http = createServer();
const sockets = new Server(http, process.argv.includes('--recovery') ? { connectionStateRecovery: {} } : {});
const event = (seq: number) => ({
  at: 123_456 + seq,
  actor: 'main',
  kind: 'text.printed',
  source: 'program',
  text: `this is number ${seq} of them`,
});

/** Emits events `from` … `to`, at a rate or all at once, and says when it is done. */
function emit({ from, to, perSecond }: { from: number; to: number; perSecond?: number }): void {
  const startedAtMs = performance.now();
  let seq = from;
  const emitDue = () => {
    const due = perSecond === undefined ? to : from + ((performance.now() - startedAtMs) * perSecond) / 1000;
    for (; seq < Math.min(to, due); seq++) sockets.emit('event', event(seq), seq);
    if (seq < to) setTimeout(emitDue, 2);
    else process.send?.('emitted');
  };
  emitDue();
}

process.on('message', (message) => {
  if (typeof message === 'object') emit(message as Parameters<typeof emit>[0]);
});
await once(http.listen(0, '127.0.0.1'), 'listening');
console.log(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
