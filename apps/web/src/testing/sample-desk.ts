import type { AskedQuestion, ClassDesk, ClassPeople, ClassSelf, Trial } from '@lockstep/lab';

/** A class of an owner and three learners, one of them away, one without a name. */
export const samplePeople: ClassPeople = {
  here: 3,
  following: 1,
  exploring: 1,
  joined: 4,
  driver: { member: 'owner', name: 'Ada', isOwner: true, isHere: true },
  isLocked: false,
};

export const sampleOwner: ClassSelf = { member: 'owner', name: 'Ada', isOwner: true, isDriver: true, isAsking: false };

const learner = { isOwner: false, isHere: true, isFollowing: true, hasAnswered: false, isAsking: false };

export const sampleDesk: ClassDesk = {
  members: [
    { ...learner, member: 'owner', name: 'Ada', isOwner: true },
    { ...learner, member: 'bo', name: 'Bo', hasAnswered: true },
    { ...learner, member: 'guest', name: '', isFollowing: false, isAsking: true },
    { ...learner, member: 'cy', name: 'Cy', isHere: false },
  ],
};

export const sampleQuestion: AskedQuestion = {
  state: 'open',
  number: 1,
  round: 1,
  question: { kind: 'own', text: 'Who sends it again?', choices: ['the kernel', 'the program'], right: 0 },
  isLive: false,
  answered: 3,
  tallies: [{ '0': 2, '1': 1 }],
};

export const sampleTrial: Trial = {
  state: 'open',
  number: 1,
  lab: 'sample',
  mode: 'free',
  knobs: { rounds: 2 },
  queued: 2,
  running: 1,
  over: 3,
  outcomes: [
    { value: { en: 'lost', zh: '丢失' }, expected: false, count: 1, run: 'run-a' },
    { value: { en: 'two', zh: '二' }, expected: true, count: 2, run: 'run-b' },
  ],
};
