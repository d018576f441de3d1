import { assertNever, type EventOf, isFinWaitTimer, type Trace } from '@lockstep/trace';
import type { Language } from '../text.ts';
import { sequenceWords } from './words.ts';

/** Facts that are written out beside the lifeline of whom they are about. */
type NotedKind =
  | 'socket.timer'
  | 'socket.dropped'
  | 'kernel.counted'
  | 'message.decoded'
  | 'message.refused'
  | 'text.printed';

const NOTED: ReadonlySet<string> = new Set<NotedKind>([
  'socket.timer',
  'socket.dropped',
  'kernel.counted',
  'message.decoded',
  'message.refused',
  'text.printed',
]);

export interface Note {
  readonly text: string;
  /** Beside the kernel's line, or beside the program's. */
  readonly at: 'kernel' | 'program';
  /** A clock runs; something was thrown away; else plain words. */
  readonly sign: 'clock' | 'loss' | 'none';
}

/** The note of an event; undefined for events that are drawn otherwise, and for a timer that stopped. */
export function noteOf(trace: Trace, seq: number, language: Language): Note | undefined {
  if (!NOTED.has(trace.kindAt(seq))) return undefined;
  const event = trace.event(seq) as EventOf<NotedKind>;
  const words = sequenceWords[language];
  switch (event.kind) {
    case 'socket.timer': {
      if (event.timer === 'none') return undefined;
      const timer = isFinWaitTimer(trace, event) ? 'fin-wait' : event.timer;
      return { text: words.timer(timer, event.expiresMs, event.retransmits), at: 'kernel', sign: 'clock' };
    }
    case 'socket.dropped':
      return { text: words.threwAway(event.count), at: 'kernel', sign: 'loss' };
    case 'kernel.counted': {
      const more = event.value - event.before;
      return { text: `${event.counter.replace(/^.*\./, '')} +${more}`, at: 'kernel', sign: 'none' };
    }
    case 'message.decoded':
      return { text: words.message(event.number, event.length), at: 'program', sign: 'none' };
    case 'message.refused':
      return { text: words.refusedMessage, at: 'program', sign: 'loss' };
    case 'text.printed':
      return { text: `“${event.text}”`, at: 'program', sign: 'none' };
    default:
      return assertNever(event);
  }
}
