// Runs by hand on a cable, as the player sees them: which frames wait for the hand, and which one it has.
import { BY_HAND, type FrameStory, frameStories, hasFrames, type Knob } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import type { PlayerState } from './player-state.ts';

/** The frames that the cable holds at the end of what is known, the oldest first. */
export function heldFrames(trace: Trace): readonly FrameStory[] {
  return frameStories(trace).filter(({ held, fate }) => held?.reason === BY_HAND && fate === undefined);
}

/** The frame that the hand has: the selected one if it is held, else the oldest. */
export function inHand(held: readonly FrameStory[], selected: number | undefined): FrameStory | undefined {
  return held.find(({ frame }) => frame === selected) ?? held[0];
}

/** Whether the run on screen is by hand on a cable; then frames have the keys that threads have elsewhere. */
export function isCableByHand({ trace }: Pick<PlayerState, 'trace'>): boolean {
  return trace !== undefined && trace.header.mode === 'stepped' && hasFrames(trace);
}

/** The knob that says what the cable does, where a lab has one. */
export function rulesKnobOf({ lab }: Pick<PlayerState, 'lab'>): Extract<Knob, { kind: 'rules' }> | undefined {
  return lab.knobs.find((knob) => knob.kind === 'rules');
}

/** The frame that the step at the cursor is about. */
export function frameAtCursor({ trace, cursor }: Pick<PlayerState, 'trace' | 'cursor'>): number | undefined {
  if (!trace || cursor < 1 || cursor > trace.length) return undefined;
  const event = trace.event(cursor - 1);
  return 'frame' in event ? event.frame : undefined;
}
