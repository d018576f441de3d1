// What threads under the interpreter lock did, as records in the rings of ring.ts.
import type { RingRecord, RingWriter } from '../live/ring.ts';
import { DROP_REASONS, type DropReason, type LockWitness } from './interpreter-lock.ts';

const REQUESTED = 1;
const TAKEN = 2;
const ASKED_TO_DROP = 3;
const DROPPED = 4;
const FINISHED = 5;

/** One record, read back. Threads are numbered from 1. */
export type LockRecord =
  | { readonly what: 'requested' | 'taken' | 'finished' }
  | { readonly what: 'asked-to-drop'; readonly holder: number }
  | { readonly what: 'dropped'; readonly reason: DropReason };

/** Writes what one thread does into its ring. */
export function recordingWitness(ring: RingWriter): LockWitness {
  return {
    requested: (line) => ring.write(REQUESTED, 0, 0, 0, line, 0),
    taken: (line) => ring.write(TAKEN, 0, 0, 0, line, 0),
    askedToDrop: (holder, line) => ring.write(ASKED_TO_DROP, 0, holder, 0, line, 0),
    dropped: (reason, line) => ring.write(DROPPED, 0, DROP_REASONS.indexOf(reason), 0, line, 0),
    finished: () => ring.write(FINISHED, 0, 0, 0, 0, 0),
  };
}

export function readLockRecord({ what, argument }: RingRecord): LockRecord {
  switch (what) {
    case REQUESTED:
      return { what: 'requested' };
    case TAKEN:
      return { what: 'taken' };
    case ASKED_TO_DROP:
      return { what: 'asked-to-drop', holder: argument };
    case DROPPED:
      return { what: 'dropped', reason: DROP_REASONS[argument] as DropReason };
    case FINISHED:
      return { what: 'finished' };
    default:
      throw new Error(`record of unknown kind ${what}`);
  }
}
