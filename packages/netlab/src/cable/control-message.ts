import type { ProgramExit } from './course.ts';

/** What the supervisor tells the cable, one JSON value a line. */
export type ControlMessage =
  | (ProgramExit & { readonly kind: 'exited' })
  /** The number of a choice that was offered. */
  | { readonly kind: 'chosen'; readonly choice: number };
