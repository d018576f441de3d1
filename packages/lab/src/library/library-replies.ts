// What the library answers. Times are milliseconds since the epoch.
import type { ColourNumber, KnobValues, Mode, Reality, Source } from '@lockstep/trace';
import type { Outcome } from '../lab.ts';
import type { KeepRules } from './library-requests.ts';

/** A run that is kept. */
export interface LibraryRun {
  readonly run: string;
  /** Empty where the file does not even tell that. */
  readonly lab: string;
  readonly mode: Mode;
  readonly knobs: KnobValues;
  readonly seed: number;
  readonly schedule?: readonly number[];
  readonly startedAt: number;
  /** From its beginning to its last event. */
  readonly durationUs: number;
  /** Number of events; 0 while it goes on. */
  readonly events: number;
  readonly byteLength: number;
  /**
   * `interrupted`: it has no end, because its server died. `damaged`: it cannot be read to its end; the events before
   * that can.
   */
  readonly state: 'running' | 'ended' | 'failed' | 'interrupted' | 'damaged';
  /** Reason of its end, or what the program or the reader said when it failed. */
  readonly end?: string;
  /** Absent where it has none, or this server does not know the lab. */
  readonly outcome?: Outcome;
  readonly reality: Pick<Reality, 'lane' | 'parts' | 'why'>;
  /** Where its facts come from. */
  readonly sources: readonly Source[];
  readonly isGolden?: boolean;
  /** Who did what when. */
  readonly strip: readonly StripRow[];
  /** Given by people; empty: none. */
  readonly name: string;
  readonly isStarred: boolean;
  /** When it was put into the bin; absent: it is not there. */
  readonly deletedAt?: number;
  /** A class that was shown it or made it. */
  readonly class?: string;
}

/** One actor's row of a small picture of the whole run, its steps from left to right. */
export interface StripRow {
  readonly actor: string;
  readonly colour: ColourNumber;
  /**
   * One character a piece of the run, as many in each row: `.` nothing, `o` something observed, `d` something derived,
   * `m` something modelled, `w` it had to wait, `x` something was lost or failed.
   */
  readonly cells: string;
}

/** A page of a list. */
export interface LibraryPage {
  readonly runs: readonly LibraryRun[];
  /** Asks for what follows; absent: that was all. */
  readonly next?: string;
  /** How many there are in all, of this query. */
  readonly total: number;
  /** Labs of which there are runs, with their number, whatever the query. */
  readonly labs: Readonly<Record<string, number>>;
  /** Recordings that are still to be read into the list. */
  readonly unread: number;
}

/** What is kept for how long, and what goes next. */
export interface LibraryKeeping {
  readonly rules: KeepRules;
  readonly initial: KeepRules;
  readonly usage: {
    readonly starred: RunsAndBytes;
    readonly others: RunsAndBytes;
    readonly bin: RunsAndBytes;
  };
  /** What these rules, or those that were asked about, would delete now. */
  readonly surplus: RunsAndBytes;
  /** The run that goes first, and what has to happen before: then, or after so many more runs or bytes. */
  readonly next?: {
    readonly run: LibraryRun;
    readonly at?: number;
    readonly afterRuns: number;
    readonly afterBytes: number;
  };
}

export interface RunsAndBytes {
  readonly runs: number;
  readonly bytes: number;
}
