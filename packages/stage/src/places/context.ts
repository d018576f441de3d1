import type { ThreadStandings, Trace, TraceEvent } from '@lockstep/trace';
import type { StageSelection } from '../stage-props.ts';
import type { Language } from '../text.ts';

/** What all parts of the drawing are given. */
export interface PlaceContext {
  readonly trace: Trace;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly selection: StageSelection;
  readonly onSelect: (selection: StageSelection) => void;
  readonly onSeek: (cursor: number) => void;
  readonly standings: ThreadStandings;
  /** The present step. */
  readonly present: TraceEvent | undefined;
}
