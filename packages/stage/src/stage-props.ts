import type { Spacing, Trace } from '@lockstep/trace';
import type { Language } from './text.ts';

/** What the learner points at; every part is optional. The same shape as the selection of the player. */
export interface StageSelection {
  readonly actor?: string | undefined;
  /** Number of a frame in the trace. */
  readonly frame?: number | undefined;
  /** `<layer index>.<field name>` of the frame's decoding. */
  readonly field?: string | undefined;
  /** The stage that is shown, of a lab that has several. */
  readonly stage?: string | undefined;
}

/** What every stage that draws a trace is given. It draws and reports; it keeps nothing but hover. */
export interface StageProps {
  readonly trace: Trace;
  /** Events that the trace has by now: the trace is a growing object, this number tells that it grew. */
  readonly length: number;
  /** Number of events that have happened, 0 … length. */
  readonly cursor: number;
  readonly spacing: Spacing;
  readonly language: Language;
  /** Name of an actor in the learner's language. */
  readonly name: (actor: string) => string;
  /** Events after the cursor may be drawn, faintly. */
  readonly showFuture: boolean;
  /** Sources whose facts are drawn; facts of the others are left out. */
  readonly sources: ReadonlySet<string>;
  readonly selection: StageSelection;
  readonly onSelect: (selection: StageSelection) => void;
  readonly onSeek: (cursor: number) => void;
  /** The box to fill, in CSS pixels. */
  readonly width: number;
  readonly height: number;
}
