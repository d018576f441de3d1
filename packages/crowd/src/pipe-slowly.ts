import type { Socket } from 'node:net';
import { between, type Random } from './random.ts';

/** Bytes that may be on their way before the sender is held up. */
const WINDOW_BYTES = 64 * 1024;

export interface SlowPipeOptions {
  readonly from: Socket;
  readonly to: Socket;
  readonly random: Random;
  readonly latencyMs: number;
  readonly jitterMs: number;
  /** Undefined: as fast as it goes. */
  readonly bytesPerSecond: number | undefined;
  /** Called with the bytes that came in so far; false: these and all later ones are lost. */
  mayForward(bytes: number): boolean;
}

/** Forwards what comes from one socket to another, in order, late, at a rate, and holds the sender up meanwhile. */
export function pipeSlowly({
  from,
  to,
  random,
  latencyMs,
  jitterMs,
  bytesPerSecond,
  ...options
}: SlowPipeOptions): void {
  const queue: { readonly piece: Buffer; readonly dueAtMs: number }[] = [];
  let received = 0;
  let underWay = 0;
  let freeAtMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let isEnded = false;

  function forward(piece: Buffer): void {
    const transferMs = bytesPerSecond === undefined ? 0 : (1000 * piece.length) / bytesPerSecond;
    const arrivesAtMs = performance.now() + between(random, latencyMs, latencyMs + jitterMs);
    freeAtMs = Math.max(freeAtMs, arrivesAtMs) + transferMs;
    queue.push({ piece, dueAtMs: freeAtMs });
    underWay += piece.length;
    if (underWay > WINDOW_BYTES) from.pause();
    if (timer === undefined) deliver();
  }

  function deliver(): void {
    timer = undefined;
    for (let next = queue[0]; next && next.dueAtMs <= performance.now(); next = queue[0]) {
      queue.shift();
      write(next.piece);
    }
    const [next] = queue;
    if (!next && isEnded) to.end();
    if (next && !to.destroyed) timer = setTimeout(deliver, next.dueAtMs - performance.now()).unref();
  }

  function write(piece: Buffer): void {
    if (to.destroyed) return;
    to.write(piece, () => {
      underWay -= piece.length;
      if (underWay <= WINDOW_BYTES) from.resume();
    });
  }

  // Who ends is not heard of either on a line that is dead.
  from.on('end', () => {
    if (!options.mayForward(received)) return;
    isEnded = true;
    if (timer === undefined) deliver();
  });
  from.on('data', (piece: Buffer) => {
    received += piece.length;
    if (options.mayForward(received)) forward(piece);
  });
}
