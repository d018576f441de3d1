import type { ClassAct } from '@lockstep/lab';
import { Refused } from '@lockstep/lab';
import { describe, expect, test } from 'vitest';
import counter from '../../fixtures/labs/counter/lab.ts';
import type { LabLibrary } from '../../labs/lab-library.ts';
import { openedFact } from '../../testing/arbitrary-facts.ts';
import { someView } from '../../testing/class-client.ts';
import type { ClassFact } from '../class-facts.ts';
import { createClassState } from '../state/class-state.ts';
import { factOfAct, type KeptAct } from './fact-of-act.ts';

const at = 5;
const labs: LabLibrary = new Map([
  ['counter', { lab: counter, directory: '', recordingPath: () => undefined, loadScenario: () => Promise.reject() }],
]);
const own = { kind: 'own' as const, text: 'Which?', choices: ['this', 'that'] };
const prediction = { kind: 'prediction' as const, lab: 'counter', prediction: 'how-far' };

/** A class that `driver` drives, with a question and a trial that are open. */
function stateAfter(...facts: readonly ClassFact[]) {
  const state = createClassState();
  const join = (member: string): ClassFact => ({ kind: 'member.joined', at, member, name: member, tokenHash: member });
  const all: readonly ClassFact[] = [
    openedFact,
    ...['driver', 'learner', 'other'].map(join),
    { kind: 'drive.handed', at, member: 'driver' },
    { kind: 'question.asked', at, question: prediction, isLive: false },
    { kind: 'trial.called', at, lab: 'counter', mode: 'free', knobs: {} },
    ...facts,
  ];
  for (const fact of all) state.apply(fact);
  return state;
}

/** What the act comes to: the kind of its fact, or the code of its refusal. */
function outcome(act: KeptAct, member: string, ...facts: readonly ClassFact[]): string | undefined {
  try {
    return factOfAct(act, { member, window: 'window' }, stateAfter(...facts), labs, at)?.kind;
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

const closed: ClassFact = { kind: 'question.closed', at };
const asking: ClassFact = { kind: 'drive.requested', at, member: 'learner' };

test.each<
  [KeptAct, { owner: string; driver: string; learner: string; stranger?: string; after?: readonly ClassFact[] }]
>([
  [
    { kind: 'show', view: someView() },
    { owner: 'not-driver', driver: 'view.shown', learner: 'not-driver' },
  ],
  [
    { kind: 'rename', name: 'x' },
    { owner: 'member.renamed', driver: 'member.renamed', learner: 'member.renamed' },
  ],
  [
    { kind: 'ask', question: own, isLive: true },
    { owner: 'question.asked', driver: 'question.asked', learner: 'not-driver' },
  ],
  [
    { kind: 'answer', question: 1, choice: 'ten' },
    { owner: 'question.answered', driver: 'question.answered', learner: 'question.answered' },
  ],
  [{ kind: 'close-question' }, { owner: 'question.closed', driver: 'question.closed', learner: 'not-driver' }],
  [{ kind: 'reveal' }, { owner: 'question.revealed', driver: 'question.revealed', learner: 'not-driver' }],
  [
    { kind: 'ask-again' },
    { owner: 'question.repeated', driver: 'question.repeated', learner: 'not-driver', after: [closed] },
  ],
  [{ kind: 'dismiss' }, { owner: 'question.dismissed', driver: 'question.dismissed', learner: 'not-driver' }],
  [
    { kind: 'call-trial', lab: 'counter', mode: 'free', knobs: { upTo: 5 } },
    { owner: 'trial.called', driver: 'trial.called', learner: 'not-driver' },
  ],
  [{ kind: 'close-trial' }, { owner: 'trial.closed', driver: 'trial.closed', learner: 'not-driver' }],
  [{ kind: 'dismiss-trial' }, { owner: 'trial.dismissed', driver: 'trial.dismissed', learner: 'not-driver' }],
  [
    { kind: 'hand-over', member: 'other' },
    { owner: 'drive.handed', driver: 'drive.handed', learner: 'not-driver' },
  ],
  [
    { kind: 'decline', member: 'learner' },
    { owner: 'drive.declined', driver: 'drive.declined', learner: 'not-driver', after: [asking] },
  ],
  [{ kind: 'take-back' }, { owner: 'drive.handed', driver: 'not-owner', learner: 'not-owner' }],
  [
    { kind: 'lock', isLocked: true },
    { owner: 'class.locked', driver: 'not-owner', learner: 'not-owner' },
  ],
  [
    { kind: 'remove', member: 'other' },
    { owner: 'member.removed', driver: 'not-owner', learner: 'not-owner' },
  ],
  [{ kind: 'end' }, { owner: 'class.ended', driver: 'not-owner', learner: 'not-owner' }],
])('who may: %j', (act, { owner, driver, learner, after = [] }) => {
  expect(outcome(act, 'owner', ...after)).toBe(owner);
  expect(outcome(act, 'driver', ...after)).toBe(driver);
  expect(outcome(act, 'learner', ...after)).toBe(learner);
  expect(outcome(act, 'stranger', ...after)).toBe('unknown-class');
  expect(outcome(act, 'owner', ...after, { kind: 'class.ended', at })).toBe('ended');
});

describe('a member asks to drive', () => {
  const ask = (isAsking: boolean): KeptAct => ({ kind: 'ask-to-drive', isAsking });
  test('and takes it back', () => {
    expect(outcome(ask(true), 'learner')).toBe('drive.requested');
    expect(outcome(ask(false), 'learner', asking)).toBe('drive.declined');
  });
  test('once only, and not who drives already', () => {
    expect(outcome(ask(true), 'learner', asking)).toBeUndefined();
    expect(outcome(ask(true), 'driver')).toBeUndefined();
  });
});

test.each<[string, KeptAct, string, readonly ClassFact[]]>([
  ['an answer to a question that is over', { kind: 'answer', question: 7, choice: 'ten' }, 'not-now', []],
  ['an answer after the end', { kind: 'answer', question: 1, choice: 'ten' }, 'not-now', [closed]],
  ['a choice that there is not', { kind: 'answer', question: 1, choice: 'eleven' }, 'bad-request', []],
  ['a prediction that there is not', ask({ ...prediction, prediction: 'who' }), 'bad-request', []],
  ['a lab that there is not', ask({ ...prediction, lab: 'nothing' }), 'unknown-lab', []],
  ['a right choice that there is not', ask({ ...own, right: 2 }), 'bad-request', []],
  ['closing what is closed', { kind: 'close-question' }, 'not-now', [closed]],
  ['asking again what is open', { kind: 'ask-again' }, 'not-now', []],
  ['a reveal of nothing', { kind: 'reveal' }, 'not-now', [{ kind: 'question.dismissed', at }]],
  ['a trial of no lab', trial({ lab: 'nothing' }), 'unknown-lab', []],
  ['a trial in no mode of its lab', trial({ mode: 'batch' }), 'mode', []],
  ['a trial with a wrong knob', trial({ knobs: { upTo: 1e9 } }), 'bad-knob', []],
  ['closing no trial', { kind: 'close-trial' }, 'not-now', [{ kind: 'trial.closed', at }]],
  ['handing over to nobody', { kind: 'hand-over', member: 'nobody' }, 'bad-request', []],
  ['removing the owner', { kind: 'remove', member: 'owner' }, 'bad-request', []],
])('%s is refused', (_, act, code, facts) => {
  expect(outcome(act, 'owner', ...facts)).toBe(code);
});

function ask(question: Extract<ClassAct, { kind: 'ask' }>['question']): KeptAct {
  return { kind: 'ask', question, isLive: false };
}

function trial(changes: Partial<Extract<ClassAct, { kind: 'call-trial' }>>): KeptAct {
  return { kind: 'call-trial', lab: 'counter', mode: 'free', knobs: {}, ...changes };
}

test('a trial keeps all knobs, those that were not mentioned too', () => {
  const fact = factOfAct(trial({ knobs: { upTo: 5 } }), { member: 'owner', window: 'w' }, stateAfter(), labs, at);
  expect(fact).toMatchObject({ knobs: { upTo: 5, word: 'tick' } });
});
