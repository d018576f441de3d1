import type { Travelling } from './frame-facts.ts';

/** What becomes of a frame on the cable, and why. */
export type Verdict =
  | { readonly kind: 'pass' }
  | { readonly kind: 'drop' | 'duplicate'; readonly reason: string }
  | { readonly kind: 'delay'; readonly ms: number; readonly reason: string }
  | {
      readonly kind: 'hold';
      /** A hand can do with it what it likes; a rule knows by itself when it is over. */
      readonly by: 'rule' | 'hand';
      readonly isOver: () => boolean;
      readonly reason: string;
    };

export interface Judge {
  /** Asked once for each frame, in the order in which they were sent. */
  judge(frame: Travelling): Verdict;
  /** A frame has arrived; others may have waited for that. */
  arrived(frame: number): void;
}

/** A cable that only carries. */
export const passAll: Judge = { judge: () => ({ kind: 'pass' }), arrived: () => undefined };
