import type { KnobValues } from '@lockstep/trace';

/** Which way through the diagram the ends of a run are led. */
export type Story = 'orderly' | 'half' | 'killed' | 'refused' | 'both-open' | 'both-close';

export function storyOf(knobs: KnobValues): Story {
  return knobs['story'] as Story;
}

/** Segments must cross on the way: somebody has to hold them. */
export function needsCable(knobs: KnobValues): boolean {
  return storyOf(knobs) === 'both-open' || storyOf(knobs) === 'both-close';
}
