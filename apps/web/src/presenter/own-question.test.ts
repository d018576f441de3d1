import { classQuestion } from '@lockstep/lab';
import { expect, test } from 'vitest';
import { emptyDraft, readOwnQuestion, withoutChoice } from './own-question.ts';

const draft = { text: ' Who sends it again? ', choices: ['kernel', '', ' program '], right: 2 };

test('empty choices do not count, and the right one keeps its place among the others', () => {
  const read = readOwnQuestion(draft);
  expect(read).toEqual({
    question: { kind: 'own', text: 'Who sends it again?', choices: ['kernel', 'program'], right: 1 },
  });
  expect('question' in read && classQuestion.safeParse(read.question).success).toBe(true);
});

test('a right choice that was left empty is none', () => {
  expect(readOwnQuestion({ ...draft, right: 1 })).toEqual({
    question: { kind: 'own', text: 'Who sends it again?', choices: ['kernel', 'program'] },
  });
});

test.each([
  [emptyDraft, 'no-text'],
  [{ ...draft, text: 'x'.repeat(241) }, 'text-too-long'],
  [{ ...draft, choices: ['one', ' '] }, 'too-few-choices'],
  [{ ...draft, choices: ['one', 'y'.repeat(241)] }, 'choice-too-long'],
  [{ ...draft, choices: ['one', 'one ', 'two'] }, 'same-choices'],
])('%j: %s', (wrong, problem) => {
  expect(readOwnQuestion(wrong)).toEqual({ problem });
});

test('a choice that goes away takes the mark of the right one along, or moves it up', () => {
  expect(withoutChoice(draft, 2)).toEqual({ ...draft, choices: ['kernel', ''], right: undefined });
  expect(withoutChoice(draft, 1)).toEqual({ ...draft, choices: ['kernel', ' program '], right: 1 });
  expect(withoutChoice({ ...draft, right: 0 }, 1).right).toBe(0);
});
