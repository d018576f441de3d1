// Where somebody was on their own before they went back to the class: their run, their step. It is kept for them, so
// that a look at what the class does costs nothing.
import type { ClassView } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { create } from 'zustand';
import { useOpenedFile } from '../files/opened-file.ts';
import type { Bench } from '../player/bench.ts';
import { reopen } from '../player/open-place.ts';
import { parsePlace, serializePlace } from '../player/place.ts';
import type { PlayerState } from '../player/player-state.ts';
import { placeOf } from '../player/share.ts';
import { hasRunOf } from './view-of.ts';

interface OwnPlace {
  readonly lab: string;
  /** The query of its address; empty for a file, which has none. */
  readonly search: string;
  readonly step: number;
  readonly file?: Trace;
}

interface Kept {
  readonly place: OwnPlace | undefined;
  /** The reader wants it back. */
  readonly isWanted: boolean;
}

export const useOwnPlace = create<Kept>()(() => ({ place: undefined, isWanted: false }));

/** Another step of what the class looks at is nothing to keep. */
export function keepOwnPlace(state: PlayerState, view: ClassView): void {
  const { trace, lab, origin, cursor } = state;
  if (!trace || hasRunOf(state, view) || (origin === 'golden' && view.lab !== lab.id)) return;
  const place = placeOf(state);
  useOwnPlace.setState({
    place: {
      lab: lab.id,
      search: place ? serializePlace({ ...place, step: cursor }) : '',
      step: cursor,
      ...(origin === 'file' ? { file: trace } : {}),
    },
  });
}

/** Goes back to it, here or on the page of its lab. */
export function goToOwnPlace(navigate: (path: string) => void): void {
  const { place } = useOwnPlace.getState();
  if (!place) return;
  useOwnPlace.setState({ isWanted: true });
  if (!useOwnPlace.getState().place) return;
  useOwnPlace.setState({ place: undefined, isWanted: false });
  if (place.file) useOpenedFile.getState().show({ trace: place.file, name: '' });
  navigate(`/labs/${place.lab}${place.search}`);
}

/** On the page of a lab: shows the reader's own place when they want it back. Returns what ends it. */
export function reopenOwnPlace(bench: Bench): () => void {
  const { player, session } = bench;
  return useOwnPlace.subscribe(({ place, isWanted }) => {
    if (!isWanted || place?.lab !== player.store.getState().lab.id) return;
    useOwnPlace.setState({ place: undefined, isWanted: false });
    if (!place.file) return void reopen(bench, parsePlace(place.search));
    session.leave();
    player.open(place.file, 'file', { step: place.step });
  });
}
