/** The version that this code writes. Older files pass through upgrade.ts. */
export const FORMAT_VERSION = 1;

/** How a run was scheduled (DESIGN: free, stepped, search, batch). */
export type Mode = 'free' | 'stepped' | 'search' | 'batch';

export const MODES: readonly Mode[] = ['free', 'stepped', 'search', 'batch'];

export type KnobValue = string | number | boolean;
export type KnobValues = Readonly<Record<string, KnobValue>>;

/** A colour of the palette; 0 is ink. */
export type ColourNumber = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The most colours there are. */
export const COLOURS = 8;

/** Somebody to whom events happen: a lane, a lifeline, a row of the scrubber. */
export interface Actor {
  readonly id: string;
  readonly role: 'program' | 'kernel' | 'cable' | 'thread' | 'main' | 'process';
  /** 1 to 8: the palette. Actors of one host share a colour; 0 is ink. A ninth thread begins again with 1. */
  readonly colour: ColourNumber;
  /** Host on which it lives, for network labs. */
  readonly host?: string;
  /** Name of the function in `program.ts` and `program.py` that it runs. */
  readonly program?: string;
  /** IPv4 address of the host. */
  readonly address?: string;
}

/** What the run was made on, for the badge and for whoever opens the file in years. */
export interface Machine {
  readonly platform: string;
  readonly kernel: string;
  readonly node: string;
  readonly cores: number;
}

/** Which parts of the run are real. Lanes A to D are for network labs, see docs/decisions. */
export interface Reality {
  readonly lane?: 'A' | 'B' | 'C';
  /** Machine-readable names of the real parts, e.g. `kernel-tcp`, `worker-threads`. */
  readonly parts: readonly string[];
  /** IPv4 addresses that hosts really had, by host, where they are not those of the lab's plan. */
  readonly addresses?: Readonly<Record<string, string>>;
  /** Why not more, in English, as the operating system said it. */
  readonly why?: string;
}

/** The first line of a recording. */
export interface Header {
  readonly format: 'lockstep';
  readonly version: number;
  readonly run: string;
  readonly lab: string;
  readonly mode: Mode;
  readonly knobs: KnobValues;
  readonly seed: number;
  /** Thread numbers from 1, for stepped runs that began with a schedule. */
  readonly schedule?: readonly number[];
  readonly actors: readonly Actor[];
  readonly reality: Reality;
  readonly machine: Machine;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** True for the recording that lives in the lab's folder. */
  readonly golden?: boolean;
}
