import { type CursorPair, firstDifference } from '@lockstep/trace';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Pair } from './create-pair.ts';
import { isAligned, type PairState } from './pair-state.ts';

export interface PairReading {
  readonly state: PairState;
  readonly aligned: boolean;
  /** The first two events that differ, looked for from where both stand side by side by the address. */
  readonly difference: CursorPair | undefined;
  /** From where was looked: at a fork from the beginning. */
  readonly from: CursorPair;
}

export function usePair(pair: Pair): PairReading {
  const state = useStore(pair.store);
  const { lengths, meeting } = state;
  const { left, right } = meeting;
  return useMemo(() => {
    const [one, other] = [pair.players.left.store.getState().trace, pair.players.right.store.getState().trace];
    const begin = { left: 0, right: 0 };
    if (!one || !other) return { state, aligned: true, difference: undefined, from: begin };
    const fork = firstDifference(one, other);
    const isFork = fork === undefined || (fork.left === left && fork.right === right);
    const from = isFork ? begin : { left, right };
    return { state, aligned: isAligned(state), difference: isFork ? fork : firstDifference(one, other, from), from };
  }, [pair, state, lengths, left, right]);
}
