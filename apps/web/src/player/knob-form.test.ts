import { expect, test } from 'vitest';
import { sampleLab } from '../testing/sample-lab.ts';
import { formOf, readForm, readKnob } from './knob-form.ts';

const [rounds, word, lock] = sampleLab.knobs;

test('a form starts with the initial values and reads back to them', () => {
  const form = formOf(sampleLab.knobs);
  expect(form).toEqual({ rounds: '2', word: 'hello', lock: 'false' });
  expect(readForm(sampleLab.knobs, form)).toEqual({ rounds: 2, word: 'hello', lock: false });
});

test.each([
  [rounds, '', { kind: 'not-a-number' }],
  [rounds, '1e', { kind: 'not-a-number' }],
  [rounds, '9', { kind: 'out-of-range', min: 1, max: 4 }],
  [word, '', { kind: 'empty' }],
  [word, '四个汉字', { kind: 'too-long', maxBytes: 8, bytes: 12 }],
] as const)('%o does not read %j', (knob, text, problem) => {
  expect(knob && readKnob(knob, text)).toEqual({ problem });
});

test('a form with a field that does not read has no values', () => {
  expect(readForm(sampleLab.knobs, { rounds: '0', word: 'x', lock: 'true' })).toBeUndefined();
  expect(lock && readKnob(lock, 'true')).toEqual({ value: true });
});
