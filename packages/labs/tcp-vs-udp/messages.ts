import type { KnobValues } from '@lockstep/trace';

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'] as const;

/** What both clients send, one call each. */
export function messagesOf(knobs: KnobValues): readonly string[] {
  return WORDS.slice(0, Number(knobs['messages']));
}
