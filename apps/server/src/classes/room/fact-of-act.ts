// What an act of a member comes to: a fact, if they may do it and it can be done now. The act itself changes nothing.
import { type ClassAct, type ClassQuestion, KnobError, parseKnobs, Refused } from '@lockstep/lab';
import { assertNever } from '@lockstep/trace';
import type { LabLibrary } from '../../labs/lab-library.ts';
import type { ClassFact } from '../class-facts.ts';
import type { ClassState } from '../state/class-state.ts';
import { MOST_QUESTIONS, MOST_ROUNDS } from '../state/questions.ts';
import { MOST_TRIALS } from '../state/trials.ts';
import { hasDesk } from './news-parts.ts';

/** Everything but `follow`, which is of a window and is not kept. */
export type KeptAct = Exclude<ClassAct, { kind: 'follow' }>;

export interface Actor {
  readonly member: string;
  /** Its connection. */
  readonly window: string;
}

type Right = 'member' | 'driver' | 'desk' | 'owner';

/** Who may do what; the desk is the driver's and the owner's. */
const RIGHTS: Readonly<Record<KeptAct['kind'], Right>> = {
  show: 'driver',
  rename: 'member',
  ask: 'desk',
  answer: 'member',
  'close-question': 'desk',
  reveal: 'desk',
  'ask-again': 'desk',
  dismiss: 'desk',
  'call-trial': 'desk',
  'close-trial': 'desk',
  'dismiss-trial': 'desk',
  'ask-to-drive': 'member',
  'hand-over': 'desk',
  decline: 'desk',
  'take-back': 'owner',
  lock: 'owner',
  remove: 'owner',
  end: 'owner',
};

/**
 * @returns undefined: it is so already
 * @throws Refused
 */
export function factOfAct(
  act: KeptAct,
  { member, window }: Actor,
  state: ClassState,
  labs: LabLibrary,
  at: number,
): ClassFact | undefined {
  checkRight(RIGHTS[act.kind], member, state);
  const { members, questions, trials } = state;
  switch (act.kind) {
    case 'show':
      return { kind: 'view.shown', at, member, by: window, view: act.view };
    case 'rename':
      return { kind: 'member.renamed', at, member, name: act.name };
    case 'ask':
      if (questions.all.length >= MOST_QUESTIONS)
        throw new Refused('not-now', `a class has at most ${MOST_QUESTIONS} questions`);
      checkQuestion(act.question, labs);
      return { kind: 'question.asked', at, question: act.question, isLive: act.isLive };
    case 'answer': {
      const { current } = questions;
      if (current?.number !== act.question || current.state !== 'open')
        throw new Refused('not-now', 'this question is not open');
      if (!choicesOf(current.question, labs).includes(act.choice))
        throw new Refused('bad-request', 'choice: the question has no such choice');
      return {
        kind: 'question.answered',
        at,
        member,
        question: act.question,
        round: current.rounds.length,
        choice: act.choice,
      };
    }
    case 'close-question':
      if (questions.current?.state !== 'open') throw new Refused('not-now', 'no question is open');
      return { kind: 'question.closed', at };
    case 'reveal':
      if (!questions.current) throw new Refused('not-now', 'there is no question');
      return questions.current.state === 'revealed' ? undefined : { kind: 'question.revealed', at };
    case 'ask-again':
      if (!questions.current || questions.current.state === 'open')
        throw new Refused('not-now', 'only a question that was closed can be asked again');
      if (questions.current.rounds.length >= MOST_ROUNDS)
        throw new Refused('not-now', `a question has at most ${MOST_ROUNDS} rounds`);
      return { kind: 'question.repeated', at };
    case 'dismiss':
      return questions.current && { kind: 'question.dismissed', at };
    case 'call-trial':
      if (trials.all.length >= MOST_TRIALS) throw new Refused('not-now', `a class has at most ${MOST_TRIALS} trials`);
      return { kind: 'trial.called', at, lab: act.lab, mode: act.mode, knobs: knobsOf(act, labs) };
    case 'close-trial':
      if (trials.current?.state !== 'open') throw new Refused('not-now', 'no trial is open');
      return { kind: 'trial.closed', at };
    case 'dismiss-trial':
      return trials.current && { kind: 'trial.dismissed', at };
    case 'ask-to-drive':
      if (member === members.driver || members.all.get(member)?.isAsking === act.isAsking) return undefined;
      return { kind: act.isAsking ? 'drive.requested' : 'drive.declined', at, member };
    case 'hand-over':
      checkMember(act.member, state);
      return members.driver === act.member ? undefined : { kind: 'drive.handed', at, member: act.member };
    case 'decline':
      checkMember(act.member, state);
      return { kind: 'drive.declined', at, member: act.member };
    case 'take-back':
      return members.driver === member ? undefined : { kind: 'drive.handed', at, member };
    case 'lock':
      return members.isLocked === act.isLocked ? undefined : { kind: 'class.locked', at, isLocked: act.isLocked };
    case 'remove':
      checkMember(act.member, state);
      if (act.member === members.owner) throw new Refused('bad-request', 'the owner cannot be removed');
      return { kind: 'member.removed', at, member: act.member };
    case 'end':
      return { kind: 'class.ended', at };
    default:
      return assertNever(act);
  }
}

function checkRight(right: Right, member: string, { members, endedAt }: ClassState): void {
  if (endedAt !== undefined) throw new Refused('ended', 'this class is over');
  if (!members.all.has(member)) throw new Refused('unknown-class', 'you are not in this class');
  if (right === 'owner' && member !== members.owner) throw new Refused('not-owner', 'only the owner can do that');
  if (right === 'driver' && member !== members.driver) throw new Refused('not-driver', 'only the driver can do that');
  if (right === 'desk' && !hasDesk(members, member))
    throw new Refused('not-driver', 'only the driver or the owner can do that');
}

function checkMember(member: string, { members }: ClassState): void {
  if (!members.all.has(member)) throw new Refused('bad-request', 'member: there is no such member');
}

function checkQuestion(question: ClassQuestion, labs: LabLibrary): void {
  if (question.kind === 'prediction') choicesOf(question, labs);
  else if (question.right !== undefined && question.right >= question.choices.length)
    throw new Refused('bad-request', 'question.right: there is no such choice');
}

function choicesOf(question: ClassQuestion, labs: LabLibrary): readonly string[] {
  if (question.kind === 'own') return question.choices.map((_, index) => String(index));
  const found = labs.get(question.lab);
  if (!found) throw new Refused('unknown-lab', `there is no lab ${question.lab}`);
  const prediction = found.lab.predictions.find(({ id }) => id === question.prediction);
  if (!prediction) throw new Refused('bad-request', `question.prediction: ${question.lab} does not ask that`);
  return prediction.choices.map(({ id }) => id);
}

function knobsOf({ lab, mode, knobs }: Extract<ClassAct, { kind: 'call-trial' }>, labs: LabLibrary) {
  const found = labs.get(lab);
  if (!found) throw new Refused('unknown-lab', `there is no lab ${lab}`);
  if (!found.lab.modes.includes(mode)) throw new Refused('mode', `${lab} has the modes ${found.lab.modes.join(', ')}`);
  try {
    return { ...parseKnobs(found.lab.knobs, knobs) };
  } catch (error) {
    if (error instanceof KnobError) throw new Refused('bad-knob', error.message);
    throw error;
  }
}
