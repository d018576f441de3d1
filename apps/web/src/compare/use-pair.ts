import { type CursorPair, firstDifference } from '@lockstep/trace';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Pair } from './create-pair.ts';
import type { PairState } from './pair-state.ts';

export function usePair<Part>(pair: Pair, read: (state: PairState) => Part): Part {
  return useStore(pair.store, useShallow(read));
}

export interface PairDifference {
  /** From where was looked: from the beginning, or from where both stand side by side. */
  readonly from: CursorPair;
  /** The cursors before the first two events that differ; undefined: none do. */
  readonly at: CursorPair | undefined;
}

/** What is first different; looked for anew only when there is more of a run, or both meet elsewhere. */
export function useDifference(pair: Pair): PairDifference | undefined {
  const { left, right, leftLength, rightLength } = usePair(pair, ({ meeting, lengths }) => ({
    ...meeting,
    leftLength: lengths.left,
    rightLength: lengths.right,
  }));
  return useMemo(() => {
    const [one, other] = [pair.players.left.store.getState().trace, pair.players.right.store.getState().trace];
    if (!one || !other) return undefined;
    const fork = firstDifference(one, other);
    const isFork = fork ? fork.left === left && fork.right === right : left === leftLength && right === rightLength;
    return isFork
      ? { from: { left: 0, right: 0 }, at: fork }
      : { from: { left, right }, at: firstDifference(one, other, { left, right }) };
  }, [pair, left, right, leftLength, rightLength]);
}
