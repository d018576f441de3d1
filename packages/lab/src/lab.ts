// The contract between a lab and the apps. A lab's folder default-exports a `Lab` from lab.ts, a `Scenario` from
// scenario.ts and a `View` from view.tsx; the apps find them by listing folders and never name one.
import type { Actor, KnobValues, Mode, Trace, TraceEvent } from '@lockstep/trace';
import type { Knob } from './knobs.ts';
import type { Language, Text } from './text.ts';

export type TrackId = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G';

/** Everything about a lab that is data or a pure function of its trace. */
export interface Lab {
  /** Folder name, URL and name on the wire. */
  readonly id: string;
  readonly track: TrackId;
  /** Place within its track, from 1: "B1". */
  readonly place: number;
  readonly title: Text;
  /** One sentence for the landing page. */
  readonly summary: Text;
  /** Caption of the main figure. */
  readonly caption: Text;
  /** The sign of its main stage on the landing page. */
  readonly sign: 'sequence' | 'bytes' | 'lanes' | 'queue' | 'graph' | 'states' | 'topology' | 'bars' | 'loop';
  /** Ways it can run; the first is what Run does at first. */
  readonly modes: readonly Mode[];
  /** What such a run cannot do without: where it is not there, the golden recording is played. */
  needs?(run: { readonly mode: Mode; readonly knobs: KnobValues }): Need | undefined;
  readonly knobs: readonly Knob[];
  actors(knobs: KnobValues, mode: Mode): readonly Actor[];
  /** How an actor is called on screen. */
  actorName(actor: string): Text;
  readonly moments: readonly Moment[];
  readonly predictions: readonly Prediction[];
  readonly claims: readonly Claim[];
  /** How a run came out, for the distribution of a class's runs; undefined: see `outcomeOf`. */
  outcome?(trace: Trace): Outcome | undefined;
  /** The golden recordings: the first is `recording.jsonl`, others are `recording.<mode>.jsonl`. One a mode. */
  readonly golden: readonly GoldenPlan[];
  /** Own sentences where the shared vocabulary is too general; undefined: the shared one. */
  sentence?(event: TraceEvent, trace: Trace, language: Language): string | undefined;
}

/** How a run came out, in a word. Equal values are one outcome. */
export interface Outcome {
  readonly value: Text;
  /** Whether it is what the program is meant to do; absent where it is meant to do nothing in particular. */
  readonly expected?: boolean;
}

/** A network (lane A, B or C), our own cable in it (lane A), or an installed CPython. */
export type Need = 'network' | 'cable' | 'python';

/** How a golden recording is made: by a real run with these, the other knobs as they are initially. */
export interface GoldenPlan {
  readonly mode: Mode;
  readonly knobs?: KnobValues;
  readonly seed?: number;
  readonly schedule?: readonly number[];
}

/** File of a lab's golden recording for a mode, in the lab's folder; undefined where there is none. */
export function goldenFile(lab: Pick<Lab, 'golden'>, mode: Mode): string | undefined {
  const index = lab.golden.findIndex((plan) => plan.mode === mode);
  if (index < 0) return undefined;
  return index === 0 ? 'recording.jsonl' : `recording.${mode}.jsonl`;
}

/** A named place in a run. */
export interface Moment {
  readonly id: string;
  readonly label: Text;
  /** The `seq` of its event in this very run; undefined when the run did not show it. */
  find(trace: Trace): number | undefined;
}

/** Asked before the reveal; the answer stays beside what happened. */
export interface Prediction {
  readonly id: string;
  readonly question: Text;
  readonly choices: readonly PredictionChoice[];
  /** Modes in which it is asked. */
  readonly modes: readonly Mode[];
  /**
   * The choice that this run showed, and the `seq` of the event that showed it.
   * Undefined: this run did not decide it (yet).
   */
  answer(trace: Trace): { readonly choice: string; readonly seq: number } | undefined;
  /** Said with the reveal: what makes the wrong answer tempting. */
  readonly afterwards: Text;
}

export interface PredictionChoice {
  readonly id: string;
  readonly text: Text;
  /** Tag of the misconception behind a wrong choice, e.g. `N6`. */
  readonly misconception?: string;
}

/** A sentence that textbooks repeat, put to the test. */
export interface Claim {
  readonly id: string;
  readonly text: Text;
  /** What this run says of it; undefined: this run did not test it. */
  verdict(trace: Trace): Verdict | undefined;
}

export interface Verdict {
  readonly judgement: 'right' | 'half-right' | 'wrong';
  readonly because: Text;
  /** `seq` of the events that show it. */
  readonly evidence: readonly number[];
}
