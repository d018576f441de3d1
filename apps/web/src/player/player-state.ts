// Everything the player knows. Live and replayed differ in `origin` and in whether the cursor is pinned to the end;
// all else is the same trace under the same cursor.
import type { Lab, Prediction, RunStatus, Selection } from '@lockstep/lab';
import { type Mode, SOURCES, type Source, type Spacing, type Trace } from '@lockstep/trace';
import type { RunRef } from '../compare/compare-address.ts';
import type { SwapTest } from '../swap/swap-test.ts';
import { formOf, type KnobForm } from './knob-form.ts';
import type { PlayRange } from './play-range.ts';
import type { StripMark } from './strip-mark.ts';
import type { Trouble } from './trouble.ts';

/** Where the trace on screen comes from. */
export type Origin = 'live' | 'golden' | 'recording' | 'file';

/** Chosen or passed over; both open the reveal. */
export type Answer = { readonly choice: string } | 'skipped';

/** How the line to the server is. `idle`: not needed so far. */
export type Line = 'idle' | 'connecting' | 'connected' | 'lost';

export interface PlayerState {
  readonly lab: Lab;
  /** What is being fetched or started, while nothing of it is there yet. */
  readonly waiting: 'recording' | 'run' | undefined;
  readonly origin: Origin;
  readonly trace: Trace | undefined;
  /** `trace.length` when this state was made: the trace grows, the state does not. */
  readonly length: number;
  /** Of a live run; undefined for anything that is over. */
  readonly status: RunStatus | undefined;
  readonly token: string | undefined;
  readonly line: Line;
  readonly trouble: Trouble | undefined;

  readonly cursor: number;
  readonly pinned: boolean;
  readonly playing: boolean;
  readonly delayMs: number;
  /** The part that is played, where it is not the whole. */
  readonly range: PlayRange | undefined;
  /** Events that something on the page speaks of, beside the present one. */
  readonly marks: readonly StripMark[];
  /** Of which run this one is a fork. */
  readonly forkOf: RunRef | undefined;
  /** Two events of which somebody asks whether they could have come in the other order. */
  readonly swap: SwapTest | undefined;
  readonly spacing: Spacing;
  /** TCP's numbers counted from each side's initial one, or as they stand in the segment. */
  readonly relative: boolean;
  readonly selection: Selection;
  readonly sources: ReadonlySet<Source>;
  readonly projector: boolean;

  /** By prediction; kept while the lab is open, so that an answer stands beside every later run. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** False when a link or a file brought the reader to a certain step: they came to see it. */
  readonly asks: boolean;
  /** The class is asked what comes next: it is not drawn before the reveal. */
  readonly holdsFuture: boolean;

  readonly mode: Mode;
  readonly form: KnobForm;
}

/** Delays of one event, from slow to fast. */
export const DELAYS_MS: readonly number[] = [3200, 1600, 800, 400, 200, 100, 50];

export function initialState(lab: Lab): PlayerState {
  return {
    lab,
    waiting: undefined,
    origin: 'golden',
    trace: undefined,
    length: 0,
    status: undefined,
    token: undefined,
    line: 'idle',
    trouble: undefined,
    cursor: 0,
    pinned: false,
    playing: false,
    delayMs: 800,
    range: undefined,
    marks: [],
    forkOf: undefined,
    swap: undefined,
    spacing: 'logical',
    relative: true,
    selection: {},
    sources: new Set(SOURCES),
    projector: false,
    answers: {},
    asks: true,
    holdsFuture: false,
    mode: lab.modes[0] ?? 'free',
    form: formOf(lab.knobs),
  };
}

/** True while events may still arrive. */
export function isRunning({ origin, status }: PlayerState): boolean {
  return origin === 'live' && (status?.state === 'running' || status?.state === 'queued');
}

/** The question that stands before the reveal of this trace; undefined: nothing is held back. */
export function openPrediction({ lab, trace, asks, answers }: PlayerState): Prediction | undefined {
  if (!trace || !asks) return undefined;
  return lab.predictions.find((one) => one.modes.includes(trace.header.mode) && answers[one.id] === undefined);
}

/** What comes after the cursor may be drawn faintly only when it is neither unknown nor asked for. */
export function showsFuture(state: PlayerState): boolean {
  return !isRunning(state) && !state.holdsFuture && openPrediction(state) === undefined;
}
