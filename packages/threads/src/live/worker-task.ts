import type { KnobValues } from '@lockstep/trace';
import type { BoardBuffers } from './board.ts';

/** What a worker is given at its start. */
export interface WorkerTask {
  readonly programUrl: string;
  readonly knobs: KnobValues;
  /** Which of the program's threads it is, from 0. */
  readonly thread: number;
  readonly board: BoardBuffers;
  readonly names: SharedArrayBuffer;
  /** Absent: nothing is recorded. */
  readonly ring?: SharedArrayBuffer | undefined;
  readonly lines: boolean;
  readonly gated: boolean;
  readonly windowUs: number;
}
