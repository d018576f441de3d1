/** What a program's process is to run, given to it as JSON in its first argument. */
export interface ProgramPlan {
  /** File URL of the lab's compiled program. */
  readonly programUrl: string;
  /** Name of the generator function in it. */
  readonly functionName: string;
  readonly arguments: unknown;
  /** The run's zero, in nanoseconds of CLOCK_MONOTONIC. */
  readonly startNs: string;
}

/** Descriptor of a program's channel to the cable. */
export const PROGRAM_CHANNEL_FD = 3;
