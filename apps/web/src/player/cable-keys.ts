import { FRAME_ACTS, type FrameAct, frameChoice, LET_THE_REST_PASS } from '@lockstep/lab';
import type { Bench } from './bench.ts';
import { heldFrames, inHand } from './held-frames.ts';

/** In a run by hand on a cable: what happens to the frame in hand. */
export const ACT_KEYS: Readonly<Record<FrameAct, string>> = { deliver: 'd', drop: 'x', duplicate: 'c', delay: 'w' };
/** Nothing is held any more. */
export const REST_KEY = 'r';

/** Digits take the n-th held frame in hand, with shift they let the n-th program make its call; letters act. */
export function cableKeys({
  player,
  session,
}: Pick<Bench, 'player' | 'session'>): Readonly<Record<string, () => void>> {
  const held = () => {
    const { trace } = player.store.getState();
    return trace ? heldFrames(trace) : [];
  };
  const keys: Record<string, () => void> = { [REST_KEY]: () => void session.step(LET_THE_REST_PASS) };
  for (let digit = 1; digit <= 9; digit++) {
    keys[String(digit)] = () => {
      const frame = held()[digit - 1]?.frame;
      if (frame !== undefined) player.select({ frame });
    };
    if (digit < LET_THE_REST_PASS) keys[`Shift+Digit${digit}`] = () => void session.step(digit);
  }
  for (const act of FRAME_ACTS)
    keys[ACT_KEYS[act]] = () => {
      const story = inHand(held(), player.store.getState().selection.frame);
      if (story) void session.step(frameChoice(story.frame, act));
    };
  return keys;
}
