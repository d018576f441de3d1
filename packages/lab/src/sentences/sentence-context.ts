import type { Trace } from '@lockstep/trace';
import type { Lab } from '../lab.ts';
import type { Language } from '../text.ts';

/** What a sentence needs to know beside its event. */
export interface SentenceContext {
  readonly lab: Lab;
  readonly trace: Trace;
  readonly language: Language;
}
