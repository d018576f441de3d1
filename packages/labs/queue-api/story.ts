import type { KnobValues, Mode } from '@lockstep/trace';

/** What a run is about: the ways to put and get, the trap of asking first, or the default capacity. */
export type Story = 'ways' | 'check' | 'capacity';

export function storyOf(knobs: KnobValues, mode: Mode): Story {
  if (mode === 'stepped') return knobs['story'] as Story;
  return mode === 'free' ? (knobs['freely'] as Story) : 'check';
}
