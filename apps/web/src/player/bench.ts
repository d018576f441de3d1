// What one open lab page has on its bench: the player, the run session, and what this machine can do.
import type { Capabilities } from '@lockstep/lab';
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { RunSession } from '../live/run-session.ts';
import type { Player } from './player.ts';
import type { PlayerState } from './player-state.ts';

export interface Bench {
  readonly player: Player;
  readonly session: RunSession;
  /** Asked once. Undefined when there is no server to ask. */
  readonly capabilities: () => Promise<Capabilities | undefined>;
  /** Runs with the form's knobs; where the network cannot be had, plays the recording and says why. */
  readonly run: () => Promise<void>;
}

const BenchContext = createContext<Bench | undefined>(undefined);
export const BenchProvider = BenchContext.Provider;

export function useBench(): Bench {
  const bench = useContext(BenchContext);
  if (!bench) throw new Error('this is drawn outside of a lab page');
  return bench;
}

/** What is read from the state; drawn anew when any part of it changes. */
export function usePlayer<Part>(read: (state: PlayerState) => Part): Part {
  return useStore(useBench().player.store, useShallow(read));
}
