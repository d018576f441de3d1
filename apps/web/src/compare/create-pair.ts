// Joins two players to one state. What moves the pair moves both; a player that is moved by itself tells the pair.
import type { CursorPair } from '@lockstep/trace';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { inNextFrame, notInNextFrame } from '../frames/in-next-frame.ts';
import type { Player } from '../player/player.ts';
import type { Meeting } from './compare-address.ts';
import { meetingIn } from './meeting-in.ts';
import { grown, initialPair, meetAt, moveSide, type PairState, pairCursors, type Side, tick } from './pair-state.ts';

export interface Pair {
  readonly store: StoreApi<PairState>;
  readonly players: Readonly<Record<Side, Player>>;
  readonly move: (move: (state: PairState) => PairState) => void;
  readonly meet: (at: Meeting) => void;
  /** Listens to the players, and plays. Returns what ends it. */
  readonly start: () => () => void;
}

const SIDES: readonly Side[] = ['left', 'right'];

export function createPair(players: Pair['players'], at: Meeting): Pair {
  let meeting = at;
  const store = createStore<PairState>()(() => initialPair(lengths(), meetingIn(players, meeting)));
  let isMoving = false;

  function lengths(): CursorPair {
    return { left: players.left.store.getState().length, right: players.right.store.getState().length };
  }

  function show(state: PairState): void {
    const cursors = pairCursors(state);
    isMoving = true;
    store.setState(state);
    for (const side of SIDES)
      if (players[side].store.getState().cursor !== cursors[side]) players[side].seek(cursors[side]);
    isMoving = false;
  }

  function onPlayer(side: Side): void {
    if (isMoving) return;
    const now = store.getState();
    const { cursor, length } = players[side].store.getState();
    if (length !== now.lengths[side]) return show(grown(now, lengths(), meetingIn(players, meeting)));
    if (cursor !== pairCursors(now)[side]) show(moveSide(now, side, cursor));
  }

  return {
    store,
    players,
    move: (move) => show(move(store.getState())),
    meet(next) {
      meeting = next;
      show(meetAt(store.getState(), meetingIn(players, meeting)));
    },
    start() {
      show(store.getState());
      const stops = [...SIDES.map((side) => players[side].store.subscribe(() => onPlayer(side))), play()];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };

  function play(): () => void {
    let lastMs: number | undefined;

    function onFrame(nowMs: number): void {
      const { playing, delayMs } = store.getState();
      if (!playing) return;
      if (nowMs - (lastMs ??= nowMs) >= delayMs) {
        lastMs = nowMs;
        show(tick(store.getState()));
      }
      inNextFrame(onFrame);
    }

    const unsubscribe = store.subscribe(({ playing }, before) => {
      if (!playing || before.playing) return;
      lastMs = undefined;
      inNextFrame(onFrame);
    });
    return () => {
      unsubscribe();
      notInNextFrame(onFrame);
    };
  }
}
