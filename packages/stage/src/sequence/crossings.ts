// A frame's way over the cable, put together from its events: sent, then delivered or dropped.
import type { EventOf, Trace } from '@lockstep/trace';

/** One crossing of the cable. `seq`s are places in the trace; absent: it has not happened (yet). */
export interface Crossing {
  readonly frame: number;
  readonly sent: EventOf<'tcp.segment-sent' | 'frame.sent'>;
  deliveredSeq?: number;
  droppedSeq?: number;
  /** Why the cable dropped it, as the cable said it. */
  reason?: string;
  /** For a dropped segment: the `seq` of the same segment sent again. */
  resentSeq?: number;
}

/** All crossings of the first `length` events, in order of sending. */
export function crossingsOf(trace: Trace, length: number): readonly Crossing[] {
  const crossings: Crossing[] = [];
  const onTheWay = new Map<number, Crossing>();
  let lost: readonly Crossing[] = [];
  for (let seq = 0; seq < length; seq++) {
    const kind = trace.kindAt(seq);
    if (!kind.startsWith('tcp.') && !kind.startsWith('frame.')) continue;
    const event = trace.event(seq);
    if (event.kind === 'tcp.segment-sent' || event.kind === 'frame.sent') {
      const crossing: Crossing = { frame: event.frame, sent: event };
      const again = lost.find((one) => isSame(one.sent, event));
      if (again) {
        again.resentSeq = seq;
        lost = lost.filter((one) => one !== again);
      }
      crossings.push(crossing);
      onTheWay.set(event.frame, crossing);
    } else if (event.kind === 'tcp.segment-delivered' || event.kind === 'frame.delivered') {
      const crossing = onTheWay.get(event.frame);
      if (crossing) crossing.deliveredSeq ??= seq;
    } else if (event.kind === 'tcp.segment-dropped' || event.kind === 'frame.dropped') {
      const crossing = onTheWay.get(event.frame);
      if (crossing) {
        crossing.droppedSeq = seq;
        crossing.reason = event.reason;
        lost = [...lost, crossing];
      }
    }
  }
  return crossings;
}

/** The same segment once more: same sender, same place in the stream, same length, same SYN and FIN. */
function isSame(lost: Crossing['sent'], again: Crossing['sent']): boolean {
  if (lost.kind !== 'tcp.segment-sent' || again.kind !== 'tcp.segment-sent') return false;
  return (
    lost.from === again.from &&
    lost.sourcePort === again.sourcePort &&
    lost.sequence === again.sequence &&
    lost.length === again.length &&
    lost.flags.includes('SYN') === again.flags.includes('SYN') &&
    lost.flags.includes('FIN') === again.flags.includes('FIN') &&
    (lost.length > 0 || /SYN|FIN/.test(lost.flags))
  );
}
