// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import type { ClassAct, Trial } from '@lockstep/lab';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { sampleTrial } from '../testing/sample-desk.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { show } from '../testing/show.tsx';
import { TrialDesk } from './trial-desk.tsx';

beforeEach(() => useSettings.setState({ language: 'en' }));
afterEach(cleanup);

function shown(trial?: Trial, lab = sampleLab) {
  const acts: ClassAct[] = [];
  const { player, runs } = show(<TrialDesk trial={trial} canDrive onAct={(act) => acts.push(act)} />, lab);
  return { acts, player, runs };
}

test('everyone runs with the knobs of the form, in a way that needs no hand', () => {
  const { acts } = shown();
  expect(screen.queryByRole('button', { name: 'Let everyone run it' })).toBeNull();
  fireEvent.click(screen.getByRole('radio', { name: 'Free' }));
  expect(screen.queryByLabelText('lock')).toBeNull();
  fireEvent.change(screen.getByLabelText('rounds'), { target: { value: '3' } });
  fireEvent.click(screen.getByRole('button', { name: 'Let everyone run it' }));
  expect(acts).toEqual([{ kind: 'call-trial', lab: 'sample', mode: 'free', knobs: { rounds: 3, word: 'hello' } }]);
});

test('a knob that does not read holds everyone back', () => {
  const { acts } = shown();
  fireEvent.click(screen.getByRole('radio', { name: 'Free' }));
  fireEvent.change(screen.getByLabelText('rounds'), { target: { value: '9' } });
  fireEvent.click(screen.getByRole('button', { name: 'Let everyone run it' }));
  expect(acts).toEqual([]);
  expect(screen.getByRole('alert').textContent).toBe('from 1 to 4');
});

test('what needs a hand is run for the wall only, and says so', () => {
  const { runs } = shown();
  expect(screen.getByText(/for the wall only/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Run by hand' }));
  expect(runs()).toBe(1);
});

test('the queue and the distribution are seen while runs come in', () => {
  const { acts } = shown(sampleTrial);
  expect(screen.getByText('2 waiting · 1 running · 3 over')).toBeDefined();
  expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['twoas expected2', 'lost1']);
  fireEvent.click(screen.getByRole('button', { name: 'No more runs' }));
  fireEvent.click(screen.getByRole('button', { name: 'Away with it' }));
  expect(acts).toEqual([{ kind: 'close-trial' }, { kind: 'dismiss-trial' }]);
});
