import type { Trace } from '@lockstep/trace';

export interface Flows {
  /** The `seq` of the event of another actor that made this one happen. */
  readonly from: (seq: number) => number | undefined;
  /** Whether an arrow leaves from this event or comes to it. */
  readonly touch: (seq: number) => boolean;
}

/** The arrows from actor to actor: known causes, and frames from where they were sent to where they came. */
export function flowsOf(trace: Trace): Flows {
  const from = new Int32Array(trace.length).fill(-1);
  const leaves = new Uint8Array(trace.length);
  const sent = new Map<number, number>();
  for (let seq = 0; seq < trace.length; seq++) {
    const origin = trace.causeAt(seq) ?? frameOrigin(trace, seq, sent);
    if (origin === undefined || trace.actorAt(origin) === trace.actorAt(seq)) continue;
    from[seq] = origin;
    leaves[origin] = 1;
  }
  return {
    from: (seq) => (from[seq] === -1 ? undefined : from[seq]),
    touch: (seq) => from[seq] !== -1 || leaves[seq] === 1,
  };
}

function frameOrigin(trace: Trace, seq: number, sent: Map<number, number>): number | undefined {
  const kind = trace.kindAt(seq);
  if (!kind.startsWith('tcp.segment-') && !kind.startsWith('frame.')) return undefined;
  const event = trace.event(seq);
  if (!('frame' in event)) return undefined;
  if (event.kind !== 'tcp.segment-sent' && event.kind !== 'frame.sent') return sent.get(event.frame);
  sent.set(event.frame, seq);
  return undefined;
}
