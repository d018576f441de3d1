import type { PlayerState } from '../player/player-state.ts';
import { type RunRef, serializeCompare } from './compare-address.ts';

/** The run on screen, as an address names it; undefined where no address leads to it. */
export function refOf({ trace, origin }: PlayerState): RunRef | undefined {
  if (!trace || origin === 'file') return undefined;
  return origin === 'golden' ? { kind: 'golden', mode: trace.header.mode } : { kind: 'run', run: trace.header.run };
}

/** The address at which a fork stands beside the run that it was made from; undefined: this is none. */
export function compareLink(state: PlayerState): string | undefined {
  const { forkOf, lab } = state;
  const right = refOf(state);
  if (!forkOf || !right) return undefined;
  return `/compare${serializeCompare({
    ...(forkOf.kind === 'golden' ? { lab: lab.id } : {}),
    left: forkOf,
    right,
    at: { kind: 'fork' },
  })}`;
}
