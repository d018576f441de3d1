import type { Trace } from '@lockstep/trace';

/** Whether the trace has a frame in it. */
export function hasSentFrames({ columns }: Trace): boolean {
  return columns.shapes.all.some(({ kind }) => isSendingKind(kind));
}

export function isSendingKind(kind: string): boolean {
  return kind === 'tcp.segment-sent' || kind === 'frame.sent';
}
