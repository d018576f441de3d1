// What a program's process tells the cable, one JSON value a line. After each telling it waits for GO.

interface ReportBase {
  /** Microseconds since the run began. */
  readonly atUs: number;
  /** Line of program.ts. */
  readonly line?: number;
}

interface CallBase extends ReportBase {
  readonly call: string;
  /** `40022→10.0.0.2:9000`, where the kernel has a place for the socket. */
  readonly connection?: string;
  /** Bytes offered or asked for; of a call that has returned, bytes taken or given. */
  readonly bytes?: number;
}

interface ReadyReport extends ReportBase {
  readonly kind: 'ready';
  readonly pid: number;
}

export interface EnteredReport extends CallBase {
  readonly kind: 'entered';
  readonly detail: string;
  /** Nothing but somebody else can end this call. */
  readonly mayWaitForEver: boolean;
}

export interface ReturnedReport extends CallBase {
  readonly kind: 'returned';
  readonly result: string;
  readonly error?: string;
  /** Others can reach this program from now on: on which port, and for a listener how many may wait. */
  readonly opened?: { readonly port: number; readonly backlog?: number };
}

/** The program's own word: not a call. */
interface PrintedReport extends ReportBase {
  readonly kind: 'printed';
  readonly text: string;
}

interface DecodedReport extends ReportBase {
  readonly kind: 'decoded';
  readonly connection: string;
  readonly number: number;
  readonly first: number;
  readonly length: number;
  readonly text: string;
}

interface RefusedReport extends ReportBase {
  readonly kind: 'refused';
  readonly connection: string;
  readonly first: number;
  readonly reason: string;
}

export type TellingReport = PrintedReport | DecodedReport | RefusedReport;

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

export type Report = ReadyReport | EnteredReport | ReturnedReport | TellingReport | FailedReport | FinishedReport;

/** The byte that lets a program go on. */
export const GO = 0x67;
