// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import type { AskedQuestion, ClassAct, ClassQuestion } from '@lockstep/lab';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { samplePeople, sampleQuestion } from '../testing/sample-desk.ts';
import { show } from '../testing/show.tsx';
import { QuestionDesk } from './question-desk.tsx';
import { questionKey } from './question-key.ts';
import { roundsIn } from './rounds-in.ts';

beforeEach(() => useSettings.setState({ language: 'en' }));
afterEach(cleanup);

const ready: ClassQuestion = { kind: 'prediction', lab: 'sample', prediction: 'final' };

function shown(question?: AskedQuestion, rounds: ReadonlyMap<string, number> = new Map()) {
  const acts: ClassAct[] = [];
  show(<QuestionDesk question={question} people={samplePeople} rounds={rounds} onAct={(act) => acts.push(act)} />);
  return acts;
}

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const write = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } });

test('a question of the lab is asked with one press, hidden unless the class shall see it grow', () => {
  const acts = shown();
  press('Ask: What will it be?');
  fireEvent.click(screen.getByRole('checkbox', { name: 'The class sees the histogram grow' }));
  press('Ask: What will it be?');
  expect(acts).toEqual([
    { kind: 'ask', question: ready, isLive: false },
    { kind: 'ask', question: ready, isLive: true },
  ]);
});

test('what was asked already is marked with its rounds', () => {
  const tallies = [{ one: 1 }, { one: 2 }];
  const rounds = roundsIn({ questions: [{ number: 1, at: 0, question: ready, tallies }] });
  expect(rounds.get(questionKey(ready))).toBe(2);
  shown(undefined, rounds);
  expect(screen.getByText('✓ asked, 2 rounds')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Again: What will it be?' })).toBeDefined();
});

test('an own question is asked once it is one; till then the form says what is missing', () => {
  const acts = shown();
  press('Ask something else');
  press('Ask');
  expect(screen.getByRole('alert').textContent).toBe('Write the question.');
  write('Question', 'Who sends it again?');
  expect(screen.getByRole('alert').textContent).toBe('At least two choices are needed.');
  write('Choice 1', 'the kernel');
  write('Choice 2', 'the program');
  expect(screen.queryByRole('alert')).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'Choice 1 is right' }));
  press('Ask');
  expect(acts).toEqual([{ kind: 'ask', question: sampleQuestion.question, isLive: false }]);
});

test('there is room for six choices, and two have to stay', () => {
  shown();
  press('Ask something else');
  for (let more = 0; more < 4; more++) press('One more choice');
  expect(screen.queryByRole('button', { name: 'One more choice' })).toBeNull();
  for (let less = 0; less < 4; less++) press('Choice 1 away');
  expect(screen.queryByRole('button', { name: /away/ })).toBeNull();
});

test('answers come in before the class sees them, and the right choice is marked for the presenter', () => {
  const acts = shown(sampleQuestion);
  expect(screen.getByText('3 of 3 answered')).toBeDefined();
  expect(screen.getByText('Only you see this so far.')).toBeDefined();
  expect(screen.getByText('right').closest('li')?.textContent).toContain('the kernel');
  press('No more answers');
  press('Reveal');
  press('Away with it');
  expect(acts.map(({ kind }) => kind)).toEqual(['close-question', 'reveal', 'dismiss']);
});

test('after the reveal the same question can be asked once more', () => {
  const acts = shown({ ...sampleQuestion, state: 'revealed' });
  expect(screen.queryByRole('button', { name: 'Reveal' })).toBeNull();
  press('Ask once more');
  expect(acts).toEqual([{ kind: 'ask-again' }]);
});
