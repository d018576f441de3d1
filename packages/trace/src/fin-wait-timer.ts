import type { EventOf } from './event.ts';
import type { Trace } from './trace.ts';

/**
 * Whether what the kernel's table shows as the timer of TIME-WAIT is still another one. Linux uses the same field in
 * FIN-WAIT-2, once the program has closed its descriptor: so long it waits for the peer's FIN (tcp(7): tcp_fin_timeout).
 */
export function isFinWaitTimer(trace: Trace, { timer, socket, seq }: EventOf<'socket.timer'>): boolean {
  if (timer !== 'time-wait') return false;
  for (let before = seq - 1; before >= 0; before--) {
    if (trace.kindAt(before) !== 'socket.state') continue;
    const told = trace.event(before) as EventOf<'socket.state'>;
    if (told.socket === socket) return told.state === 'FIN-WAIT-2';
  }
  return false;
}
