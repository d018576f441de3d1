import type { Lab } from '@lockstep/lab';

/** What lists say of a lab; small enough to come with the first page for all labs. */
export type LabCard = Pick<Lab, 'id' | 'track' | 'place' | 'title' | 'summary' | 'sign' | 'modes'>;
