import type { LibraryRun } from '@lockstep/lab';

/** A run as the index has it; whether a class has it is not known there. */
export type IndexedRun = Omit<LibraryRun, 'class'>;
