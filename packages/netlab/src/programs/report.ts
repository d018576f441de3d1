// What a program's process tells the cable, one JSON value a line. After each telling it waits for GO.

interface ReportBase {
  /** Microseconds since the run began. */
  readonly atUs: number;
  /** Line of program.ts. */
  readonly line?: number;
}

interface CallBase extends ReportBase {
  readonly call: string;
  /** `40022→10.0.0.2:9000`, where the socket has both its ends. */
  readonly connection?: string;
}

interface ReadyReport extends ReportBase {
  readonly kind: 'ready';
  readonly pid: number;
}

interface EnteredReport extends CallBase {
  readonly kind: 'entered';
  readonly detail: string;
}

export interface ReturnedReport extends CallBase {
  readonly kind: 'returned';
  readonly result: string;
  readonly error?: string;
  /** After a listen() that succeeded: on which port, and how many may wait. */
  readonly listening?: { readonly port: number; readonly backlog: number };
}

/** An error that the program did not catch. */
export interface FailedReport extends ReportBase {
  readonly kind: 'failed';
  readonly operation: string;
  readonly error: string;
  /** True: not the operating system's answer, but a mistake in the program. */
  readonly isFault: boolean;
}

/** The program is over and its process about to end; the kernel will close what it has left open. */
interface FinishedReport extends ReportBase {
  readonly kind: 'finished';
  readonly leavesSocketsOpen: boolean;
}

export type Report = ReadyReport | EnteredReport | ReturnedReport | FailedReport | FinishedReport;

/** The byte that lets a program go on. */
export const GO = 0x67;
