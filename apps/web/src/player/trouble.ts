import type { Need, Refusal, Text } from '@lockstep/lab';

/** What went wrong, as data: the words are chosen on screen, in the reader's language. */
export type Trouble =
  | { readonly kind: 'refused'; readonly code: Refusal['code']; readonly message: string }
  /** This server is open to a network, and the page did not come by the instructor's link. */
  | { readonly kind: 'needs-link' }
  | { readonly kind: 'run-failed'; readonly code: string | undefined; readonly message: string }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unknown-run'; readonly run: string }
  | { readonly kind: 'bad-recording'; readonly from: string; readonly message: string }
  | {
      /** What the run cannot do without is not on this machine. */
      readonly kind: 'missing';
      readonly need: Need | 'server';
      /** The lab's recording is played in the run's stead. */
      readonly isPlayed: boolean;
      readonly why: string | undefined;
      readonly remedy: Text | undefined;
    };
