// What is left of a class when the lesson is over: `GET /api/classes/<class>/summary`, as JSON and as `.csv`.
import type { KnobValues } from '@lockstep/trace';
import type { Text } from '../text.ts';
import type { OutcomeCount, Tally } from './class-news.ts';
import type { ClassQuestion } from './class-requests.ts';

/** Times are milliseconds since the epoch. */
export interface ClassSummary {
  readonly class: string;
  /** The name of its owner; may be empty. */
  readonly name: string;
  readonly openedAt: number;
  /** Absent while it goes on. */
  readonly endedAt?: number;
  /** How many have joined, the owner not counted. */
  readonly joined: number;
  /** What the class was shown, in this order; a run that it came back to stands once. */
  readonly shown: readonly ShownRun[];
  readonly questions: readonly AskedAndAnswered[];
  readonly trials: readonly TriedOut[];
}

export interface ShownRun {
  readonly at: number;
  readonly lab: string;
  readonly mode: string;
  /** Absent: the golden recording of this mode. */
  readonly run?: string;
  /** Address of it in the page, without the origin. */
  readonly link: string;
  /** How it came out; absent where it went on when this was asked, or is kept no more. */
  readonly outcome?: { readonly value: Text; readonly expected?: boolean };
}

export interface AskedAndAnswered {
  readonly number: number;
  readonly at: number;
  /** With the right choice of an own question. */
  readonly question: ClassQuestion;
  /** By round. */
  readonly tallies: readonly Tally[];
  /** For the owner: who chose what, by round; empty: did not answer in that round. */
  readonly answers?: readonly {
    readonly member: string;
    readonly name: string;
    readonly choices: readonly string[];
  }[];
}

export interface TriedOut {
  readonly number: number;
  readonly at: number;
  readonly lab: string;
  readonly mode: string;
  readonly knobs: KnobValues;
  /** Each with one run that came out so. */
  readonly outcomes: readonly OutcomeCount[];
  /** All runs that came to their end; for the owner with who made them. */
  readonly runs: readonly {
    readonly run: string;
    readonly link: string;
    readonly value: Text;
    readonly expected?: boolean;
    readonly member?: string;
    readonly name?: string;
  }[];
}
