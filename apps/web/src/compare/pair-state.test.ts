import { describe, expect, test } from 'vitest';
import * as pair from './pair-state.ts';

const start = pair.initialPair({ left: 8, right: 5 }, { left: 4, right: 3 });

function cursorsAfter(...moves: readonly ((state: pair.PairState) => pair.PairState)[]): readonly [number, number] {
  const { left, right } = pair.pairCursors(moves.reduce((state, move) => move(state), start));
  return [left, right];
}

describe('two runs under one transport', () => {
  test('begin where they meet, and go on together', () => {
    expect(cursorsAfter()).toEqual([4, 3]);
    expect(cursorsAfter(pair.forward)).toEqual([5, 4]);
    expect(cursorsAfter(pair.back, pair.back)).toEqual([2, 1]);
  });

  test('the one that is over waits, and on the way back the other comes to it', () => {
    expect(cursorsAfter(pair.last)).toEqual([8, 5]);
    expect(cursorsAfter(pair.last, pair.back)).toEqual([7, 5]);
    expect(cursorsAfter(pair.last, pair.back, pair.back, pair.back)).toEqual([5, 4]);
    expect(cursorsAfter(pair.first)).toEqual([0, 0]);
    expect(cursorsAfter(pair.first, pair.forward)).toEqual([1, 0]);
  });

  test('one that was moved by itself goes on from there with the other, until they are side by side again', () => {
    const moved = (state: pair.PairState) => pair.moveSide(state, 'right', 0);
    expect(cursorsAfter(moved)).toEqual([4, 0]);
    expect(cursorsAfter(moved, pair.forward)).toEqual([5, 1]);
    expect(pair.isAligned(moved(start))).toBe(false);
    expect(cursorsAfter(moved, pair.forward, pair.realign)).toEqual([5, 4]);
    expect(cursorsAfter(moved, pair.toMeeting)).toEqual([4, 3]);
  });

  test('play to the end and stop; from there they start over', () => {
    let state = pair.togglePlaying(start);
    const seen = [];
    while (state.playing) {
      state = pair.tick(state);
      seen.push(pair.pairCursors(state).left);
    }
    expect(seen).toEqual([5, 6, 7, 8]);
    expect(pair.pairCursors(pair.togglePlaying(state))).toEqual({ left: 0, right: 0 });
  });

  test('a run that grows moves nobody', () => {
    const longer = (state: pair.PairState) => pair.grown(state, { left: 8, right: 9 }, { left: 5, right: 4 });
    expect(cursorsAfter(pair.back, longer)).toEqual([3, 2]);
    expect(cursorsAfter((state) => pair.moveSide(state, 'left', 0), longer)).toEqual([0, 3]);
  });
});
