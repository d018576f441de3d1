import type { Trace } from '@lockstep/trace';
import type { Language } from '../text.ts';
import type { Columns } from './columns.ts';
import type { FloorPlan, LanePlace } from './floor-plan.ts';
import type { LaneStates } from './lane-states.ts';
import type { LaneView } from './view.ts';

/** What the parts of one lane are given. */
export interface LaneProps {
  readonly trace: Trace;
  readonly place: LanePlace;
  readonly plan: FloorPlan;
  readonly states: LaneStates;
  readonly columns: Columns;
  readonly view: LaneView;
  readonly cursor: number;
  readonly showFuture: boolean;
  readonly sources: ReadonlySet<string>;
  readonly language: Language;
  readonly name: (actor: string) => string;
  /** One character for an actor. */
  readonly mark: (actor: string) => string;
  /** Id of the pattern of waiting. */
  readonly hatch: string;
}
