import type { Language } from '../text.ts';
import type { Columns } from './columns.ts';
import type { FloorPlan, LanePlace, TrackPlace } from './floor-plan.ts';
import type { LaneView } from './view.ts';

/** What the drawing of any track is given. */
export interface TrackProps {
  readonly place: TrackPlace;
  readonly plan: FloorPlan;
  readonly columns: Columns;
  readonly view: LaneView;
  readonly cursor: number;
  readonly language: Language;
  /** Lanes that wait for it at the cursor. */
  readonly waiting: readonly LanePlace[];
}
