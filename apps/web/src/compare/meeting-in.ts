import type { Moment } from '@lockstep/lab';
import { type CursorPair, firstDifference } from '@lockstep/trace';
import type { Player } from '../player/player.ts';
import type { PlayerState } from '../player/player-state.ts';
import type { Meeting } from './compare-address.ts';
import type { Side } from './pair-state.ts';

type Players = Readonly<Record<Side, Pick<Player, 'store'>>>;

/** Where two runs stand side by side. A moment that one of them did not show is none: then it is where they differ. */
export function meetingIn({ left, right }: Players, at: Meeting): CursorPair {
  const [one, other] = [left.store.getState(), right.store.getState()];
  if (at.kind === 'steps') return { left: at.left, right: at.right };
  if (at.kind === 'moment') {
    const found = { left: cursorAt(one, at.moment), right: cursorAt(other, at.moment) };
    if (found.left !== undefined && found.right !== undefined) return { left: found.left, right: found.right };
  }
  if (!one.trace || !other.trace) return { left: 0, right: 0 };
  return firstDifference(one.trace, other.trace) ?? { left: one.length, right: other.length };
}

/** Moments that both runs show. */
export function momentsOfBoth({ left, right }: Players): readonly Moment[] {
  const [one, other] = [left.store.getState(), right.store.getState()];
  return one.lab.moments.filter(({ id }) => cursorAt(one, id) !== undefined && cursorAt(other, id) !== undefined);
}

function cursorAt({ lab, trace }: PlayerState, id: string): number | undefined {
  const moment = lab.moments.find((one) => one.id === id);
  const seq = trace && trace.length > 0 ? moment?.find(trace) : undefined;
  return seq === undefined ? undefined : seq + 1;
}
