import { type Language, type SentenceContext, sentenceOf } from '@lockstep/lab';
import type { Source } from '@lockstep/trace';
import { isRunning, type PlayerState } from '../player/player-state.ts';

/** What one press on "next" will tell. */
export type NextStep =
  | { readonly kind: 'sentence'; readonly step: number; readonly text: string; readonly source: Source }
  /** The run goes on, and this is all that has happened so far. */
  | { readonly kind: 'nothing-yet' }
  | { readonly kind: 'at-end' }
  | { readonly kind: 'no-run' };

export function nextStep(
  state: Pick<PlayerState, 'lab' | 'trace' | 'length' | 'cursor' | 'origin' | 'status'>,
  language: Language,
): NextStep {
  const { lab, trace, length, cursor } = state;
  if (!trace) return { kind: 'no-run' };
  if (cursor >= length) return isRunning(state as PlayerState) ? { kind: 'nothing-yet' } : { kind: 'at-end' };
  const event = trace.event(cursor);
  const context: SentenceContext = { lab, trace, language };
  return { kind: 'sentence', step: cursor + 1, text: sentenceOf(event, context), source: event.source };
}
