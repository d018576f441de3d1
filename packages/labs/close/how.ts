import type { KnobValues } from '@lockstep/trace';

/** The story of a run: how the connection comes to its end. */
export type How = 'four' | 'three' | 'half' | 'linger' | 'unread' | 'both' | 'countdown';

export function howOf(knobs: KnobValues): How {
  return knobs['how'] as How;
}
