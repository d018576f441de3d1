import { expect, test } from 'vitest';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import { findSteps } from './find-steps.ts';

const context = { lab: sampleLab, trace: sampleTrace(), language: 'en' } as const;

test('finds the steps whose sentence has all the words, in any case', () => {
  expect(findSteps(context, 'LOADS total', 9).map(({ step }) => step)).toEqual([1, 2]);
  expect(findSteps(context, 'stores t2', 9).map(({ step }) => step)).toEqual([6]);
});

test('finds no more than asked for, and nothing for nothing', () => {
  expect(findSteps(context, 'total', 1)).toHaveLength(1);
  expect(findSteps(context, '  ', 9)).toEqual([]);
});
