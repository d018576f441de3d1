import type { EventOf, Trace } from '@lockstep/trace';
import type { Language } from '../text.ts';
import type { Move } from './journey.ts';
import { tcpStatesWords } from './words.ts';

/** Why an end moved, in words: the segment or the call that the trace gives as the cause. */
export function becauseOf(trace: Trace, move: Move, language: Language): string {
  const words = tcpStatesWords[language].because;
  const event = trace.event(move.seq);
  // What segments imply happens in the very event; what a kernel says has a cause.
  const cause = move.witness === 'segments' ? event.seq : event.cause;
  if (cause === undefined) return move.from === 'TIME-WAIT' && move.to === 'ENDED' ? words.waitedOut : words.unknown;
  const because = trace.event(cause);
  switch (because.kind) {
    case 'tcp.segment-delivered':
      return words.arrived(flagsOf(trace, because), cause + 1);
    case 'tcp.segment-sent':
      return words.sent(because.flags.replaceAll(',', ', '), cause + 1);
    case 'call.entered':
    case 'call.returned':
      return words.called(because.call, cause + 1);
    default:
      return words.unknown;
  }
}

function flagsOf(trace: Trace, delivered: EventOf<'tcp.segment-delivered'>): string {
  for (let seq = delivered.seq - 1; seq >= 0; seq--) {
    if (trace.kindAt(seq) !== 'tcp.segment-sent') continue;
    const sent = trace.event(seq) as EventOf<'tcp.segment-sent'>;
    if (sent.frame === delivered.frame) return sent.flags.replaceAll(',', ', ');
  }
  return '';
}
