import type { KnobValues, Spacing, Trace } from '@lockstep/trace';
import type { Lab } from './lab.ts';
import type { Language } from './text.ts';

/** What a lab's view (default export of view.tsx, a React component) is given. It draws and reports; it keeps nothing. */
export interface ViewProps {
  readonly lab: Lab;
  readonly trace: Trace;
  /** Number of events that have happened, 0 … trace.length. */
  readonly cursor: number;
  /**
   * Changes whenever the trace has grown, so that a view drawn for the same cursor is drawn anew.
   */
  readonly length: number;
  readonly language: Language;
  readonly spacing: Spacing;
  /** TCP's numbers counted from each side's initial one; false: the 32 bits that stand in the segment. */
  readonly relative: boolean;
  /** Events after the cursor may be shown faintly; false while a prediction is open or the run is live. */
  readonly showFuture: boolean;
  readonly selection: Selection;
  /** Narrow screens get only the main stage. */
  readonly compact: boolean;
  readonly sources: ReadonlySet<string>;
  onSelect(selection: Partial<Selection>): void;
  /** Moves the cursor: the learner clicked an event. */
  onSeek(cursor: number): void;
  /** Runs a schedule on real threads, shown from its first step. Undefined where the lab cannot be stepped. */
  readonly onReplay?: ((schedule: readonly number[]) => void) | undefined;
  /** Runs the same steps again with other knobs, shown from the first step. Undefined where the lab cannot be stepped. */
  readonly onTry?: ((knobs: KnobValues) => void) | undefined;
}

/** What the learner points at; shared by stage, scrubber, program and inspector. */
export interface Selection {
  readonly actor?: string | undefined;
  /** Number of a frame in the trace. */
  readonly frame?: number | undefined;
  /** `<layer index>.<field name>` of the frame's decoding. */
  readonly field?: string | undefined;
  /** The stage that is shown, of a lab that has several. */
  readonly stage?: string | undefined;
}
