import type { StageProps } from '../stage-props.ts';
import type { Course } from './course.ts';
import type { Geometry } from './geometry.ts';
import type { Pair } from './pair.ts';
import type { Placement } from './placement.ts';
import type { Reading } from './reading.ts';
import type { Thread } from './threads.ts';
import type { SequenceView } from './view.ts';

export interface SequenceProps extends StageProps {
  /** Sequence numbers counted from the initial ones; default true. */
  readonly relative?: boolean;
  /**
   * The two hosts to draw, left and right. Default: the two of the run; of more, the one that listens on the right, and
   * on the left that of the selected actor, which the learner may choose: that is told by `onSelect({ actor })`.
   */
  readonly hosts?: Pair;
}

/** What crossed the cable, in pixels. */
export interface Drawing {
  readonly courses: readonly Course[];
  readonly threads: readonly Thread[];
  readonly placement: Placement;
}

/** What the parts of the figure share. */
export interface FigureProps extends SequenceProps {
  readonly reading: Reading;
  readonly geometry: Geometry;
  readonly drawing: Drawing;
  readonly view: SequenceView;
  readonly hatch: string;
}
