import type { Trace } from '@lockstep/trace';

/** Whether the first `length` events have a frame in them. */
export function hasSentFrames(trace: Trace, length: number): boolean {
  for (let seq = 0; seq < length; seq++) if (isSendingKind(trace.kindAt(seq))) return true;
  return false;
}

export function isSendingKind(kind: string): boolean {
  return kind === 'tcp.segment-sent' || kind === 'frame.sent';
}
