// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { type Lab, rulesKnob } from '@lockstep/lab';
import { createTrace, type Header } from '@lockstep/trace';
import { expect, test } from 'vitest';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleHeader } from '../testing/sample-run.ts';
import { createPlayer } from './player.ts';

const lab: Lab = { ...sampleLab, knobs: [...sampleLab.knobs, rulesKnob({ hosts: ['client'] })] };
const knobs = { ...sampleHeader.knobs, rules: 'drop client SYN 1; pass' };

function rulesAfter(header: Partial<Header>): string | undefined {
  const player = createPlayer(lab);
  player.open(createTrace({ ...sampleHeader, knobs, ...header }), 'golden');
  return player.store.getState().form['rules'];
}

test('rules that stood in for a hand are not handed on to the learner’s own run by hand', () => {
  expect(rulesAfter({ mode: 'stepped', golden: true })).toBe('');
  expect(rulesAfter({ mode: 'stepped' })).toBe('drop client SYN 1; pass');
  expect(rulesAfter({ mode: 'free', golden: true })).toBe('drop client SYN 1; pass');
});
