import type { StageProps } from '../stage-props.ts';
import type { Geometry } from './geometry.ts';
import type { Reading } from './reading.ts';
import type { SequenceView } from './view.ts';

export interface SequenceProps extends StageProps {
  /** Sequence numbers counted from the initial ones; default true. */
  readonly relative?: boolean;
}

/** What the parts of the figure share. */
export interface FigureProps extends SequenceProps {
  readonly reading: Reading;
  readonly geometry: Geometry;
  readonly view: SequenceView;
  readonly hatch: string;
}
