import type { Language } from '@lockstep/lab';
import type { Trace, TraceEvent } from '@lockstep/trace';
import { nameOf } from './cast.ts';

/** None is the poison pill here, and says so. */
export function sentence(event: TraceEvent, _trace: Trace, language: Language): string | undefined {
  if ((event.kind !== 'queue.put' && event.kind !== 'queue.got') || event.item !== 'None') return undefined;
  const who = nameOf(event.actor)[language];
  if (event.kind === 'queue.put')
    return language === 'en'
      ? `A poison pill (None) from ${who} goes into ${event.queue}; it holds ${event.size} now.`
      : `一颗毒丸（None）放入 ${event.queue}，现有 ${event.size} 个，来自${who}。`;
  return language === 'en'
    ? `The poison pill (None) ends ${who}; ${event.size} left in ${event.queue}.`
    : `毒丸（None）让${who} 收工；${event.queue} 里还剩 ${event.size} 个。`;
}
