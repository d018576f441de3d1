import type { TraceEvent } from '@lockstep/trace';
import { listed } from '../marks/thread-words.ts';
import type { Language } from '../text.ts';
import { futureWords } from './words.ts';

/** What a caller did with a future or a pool in the present step, for its row. */
export function deedText(event: TraceEvent, language: Language): string | undefined {
  const words = futureWords[language];
  switch (event.kind) {
    case 'future.submitted':
      return words.deed.submits(event.future);
    case 'future.started':
      return words.deed.starts(event.future);
    case 'future.finished':
      return words.deed.ends(event.future);
    case 'future.callback-added':
      return words.deed.adds(event.callback);
    case 'future.called-back':
      return words.deed.calls(event.callback);
    case 'future.received':
      return words.deed.received(event.future);
    case 'future.cancelled':
      return event.worked ? words.deed.cancels(event.future) : words.deed.cannotCancel(event.future);
    case 'future.asked':
      return words.asks(event.future, event.asked, event.answer);
    case 'pool.waited':
      return words.waited(listed(event.done === '' ? [] : event.done.split(','), language), event.pending);
    case 'pool.shut-down':
      return words.shuts;
    default:
      return undefined;
  }
}
