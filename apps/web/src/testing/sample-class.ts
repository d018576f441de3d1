import type { ClassPeople, ClassSelf, ClassView } from '@lockstep/lab';
import { SOURCES } from '@lockstep/trace';
import type { ClassPlace } from '../class/class-state.ts';

export const samplePlace: ClassPlace = { class: 'c1', code: 'K7M42QXW', member: 'm1', token: '0'.repeat(32) };

export const learner: ClassSelf = { member: 'm1', name: 'Ana', isOwner: false, isDriver: false, isAsking: false };
export const driver: ClassSelf = { ...learner, isOwner: true, isDriver: true };

export const samplePeople: ClassPeople = {
  here: 4,
  following: 2,
  exploring: 1,
  joined: 5,
  driver: { member: 'm0', name: 'Grace', isOwner: true, isHere: true },
  isLocked: false,
};

/** Step 3 of the sample's own recording. */
export const sampleView: ClassView = {
  lab: 'sample',
  mode: 'stepped',
  cursor: 3,
  pinned: false,
  playing: false,
  selection: {},
  spacing: 'logical',
  relative: true,
  sources: [...SOURCES],
  form: { rounds: '2', word: 'hello', lock: 'false' },
};
