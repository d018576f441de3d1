import type { Travelling } from './frame-facts.ts';

/** What becomes of a frame on the cable. */
type Verdict = { readonly kind: 'pass' } | { readonly kind: 'drop'; readonly reason: string };

/** Asked once for each frame, when its turn to arrive has come. */
export type Decide = (frame: Travelling) => Verdict;

/** A cable that only carries. */
export const passAll: Decide = () => ({ kind: 'pass' });
