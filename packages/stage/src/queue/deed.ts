import type { TraceEvent } from '@lockstep/trace';
import type { Language } from '../text.ts';
import { queueWords } from './words.ts';

/**
 * What a thread did with the queue in the present step, for the thread's row.
 * @param isShown the item that it got stands beside
 */
export function deedText(event: TraceEvent, queue: string, language: Language, isShown: boolean): string | undefined {
  const words = queueWords[language];
  if (!('queue' in event) || event.queue !== queue) return undefined;
  switch (event.kind) {
    case 'queue.put':
      return words.puts(event.item);
    case 'queue.got':
      return isShown ? words.got : words.gets(event.item);
    case 'queue.measured':
      return words.asks(event.asked, event.answer);
    case 'queue.task-done':
      return 'task_done()';
    case 'queue.joined':
      return 'join()';
  }
}
