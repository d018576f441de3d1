import type { EventOf, Kind, TraceEvent } from '@lockstep/trace';
import type { Language } from '../text.ts';
import { english } from './en.ts';
import type { SentenceContext } from './sentence-context.ts';
import { type SentenceTable, tellerOf } from './teller.ts';
import { chinese } from './zh.ts';
import { spaceScripts } from './zh-spacing.ts';

const tables: Readonly<Record<Language, SentenceTable>> = { en: english, zh: chinese };

/**
 * The one sentence of a step, in the learner's language: what changed and for whom. The lab's own sentence comes
 * first, then the shared vocabulary.
 */
export function sentenceOf(event: TraceEvent, context: SentenceContext): string {
  const own = context.lab.sentence?.(event, context.trace, context.language);
  if (own !== undefined) return own;
  const tell = tables[context.language][event.kind] as (event: EventOf<Kind>, teller: unknown) => string;
  const sentence = tell(event, tellerOf(context));
  return context.language === 'zh' ? spaceScripts(sentence) : sentence;
}
