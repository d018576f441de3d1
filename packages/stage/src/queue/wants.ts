// A thread that waits says only for which queue. What it wants of it is what it did with it next; where the recording
// ends before, what it cannot have now.
import type { ThreadStanding, Trace } from '@lockstep/trace';

export type Want = 'put' | 'get' | 'join';

export function wantOf(
  trace: Trace,
  length: number,
  queue: string,
  { actor, since }: ThreadStanding,
  now: { readonly isEmpty: boolean; readonly isFull: boolean; readonly side: 'producers' | 'consumers' | 'others' },
): Want {
  for (let seq = since + 1; seq < length; seq++) {
    if (trace.actorAt(seq) !== actor) continue;
    const event = trace.event(seq);
    if (event.kind === 'queue.put' && event.queue === queue) return 'put';
    if (event.kind === 'queue.got' && event.queue === queue) return 'get';
    if (event.kind === 'queue.joined' && event.queue === queue) return 'join';
    if (event.kind === 'operation.failed') return event.error.startsWith('queue.Full') ? 'put' : 'get';
  }
  if (now.side === 'producers' && now.isFull) return 'put';
  return now.side === 'consumers' && now.isEmpty ? 'get' : 'join';
}
