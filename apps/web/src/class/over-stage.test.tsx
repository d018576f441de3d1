// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import type { AskedQuestion, Trial } from '@lockstep/lab';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { driver, learner, samplePeople, samplePlace, sampleView } from '../testing/sample-class.ts';
import { sampleClassSession } from '../testing/sample-class-session.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import { show } from '../testing/show.tsx';
import { type ClassState, noClass, useClass } from './class-state.ts';
import { OverStage } from './over-stage.tsx';

const fake = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('./class-session.ts', () => ({ classSession: () => fake.current }));
vi.mock('../live/server-pages.ts', () => ({
  fetchRecording: async () => undefined,
  fetchGolden: async () => undefined,
}));
vi.mock('../labs/labs.ts', async () => {
  const { sampleLab } = await import('../testing/sample-lab.ts');
  return { labs: [sampleLab], labWith: (id: string) => (id === sampleLab.id ? sampleLab : undefined) };
});
vi.mock('../labs/lab-parts.ts', async () => {
  const { sampleLab } = await import('../testing/sample-lab.ts');
  return { useLab: (id: string | undefined) => (id === sampleLab.id ? sampleLab : undefined) };
});

let desk: ReturnType<typeof sampleClassSession>;

beforeEach(() => {
  useSettings.setState({ language: 'en' });
  desk = sampleClassSession();
  fake.current = desk.session;
});
afterEach(() => {
  cleanup();
  useClass.setState(noClass);
});

const asked: AskedQuestion = {
  state: 'open',
  number: 4,
  round: 1,
  question: { kind: 'prediction', lab: 'sample', prediction: 'final' },
  isLive: false,
  answered: 2,
  tallies: [],
};
const trial: Trial = {
  state: 'open',
  number: 1,
  lab: 'sample',
  mode: 'free',
  knobs: {},
  queued: 0,
  running: 0,
  over: 0,
  outcomes: [],
};

function shown(state: Partial<ClassState>) {
  useClass.setState({
    ...noClass,
    stage: 'in',
    place: samplePlace,
    me: learner,
    people: samplePeople,
    view: sampleView,
    ...state,
  });
  const bench = show(<OverStage />);
  act(() => bench.player.open(sampleTrace(), 'recording'));
  return bench;
}
const change = (state: Partial<ClassState>) => act(() => useClass.setState(state));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('one tap answers, it may be changed while the question is open, and the count is said', () => {
  shown({ question: asked });
  expect(document.activeElement?.textContent).toBe('What will it be?');
  fireEvent.click(button(/nought/));
  change({ me: { ...learner, choice: 'zero' }, question: { ...asked, answered: 3 } });
  fireEvent.click(button(/one/));
  expect(desk.acts).toEqual([
    { kind: 'answer', question: 4, choice: 'zero' },
    { kind: 'answer', question: 4, choice: 'one' },
  ]);
  expect(button(/nought/).getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('status').textContent).toContain('answered: 3 of 3');
  change({ question: { ...asked, state: 'closed' } });
  expect(button(/nought/).hasAttribute('disabled')).toBe(true);
});

test('one may look past the question, and comes back to it; the next round stands there anew', () => {
  shown({ question: asked });
  fireEvent.click(button('Look at the picture'));
  expect(screen.queryByText('What will it be?')).toBeNull();
  fireEvent.click(button('Show the question'));
  screen.getByText('What will it be?');
  fireEvent.click(button('Look at the picture'));
  change({ question: { ...asked, round: 2 } });
  screen.getByText('round 2');
});

test('who looks around alone is not stopped by it', () => {
  shown({ question: asked, isFollowing: false });
  expect(screen.queryByText('What will it be?')).toBeNull();
});

test('after the reveal the bars say what happened in this run, and what was one’s own', () => {
  shown({
    me: { ...learner, choice: 'zero' },
    question: { ...asked, state: 'revealed', tallies: [{ zero: 2 }, { zero: 1, one: 1 }], round: 2 },
  });
  const [nought, one] = screen.getAllByRole('listitem');
  expect(nought?.textContent).toBe('noughtyour answerround 12round 21');
  expect(one?.textContent).toBe('onehappenedround 10round 21');
  expect([nought, one].map((bar) => bar?.dataset['solid'])).toEqual(['false', 'true']);
});

test('a run that does not decide it marks nothing as right', () => {
  const { player } = shown({ question: { ...asked, state: 'revealed', tallies: [{ zero: 2 }] } });
  act(() => player.open(sampleTrace(2), 'recording'));
  expect(screen.getAllByRole('listitem').map((bar) => bar.dataset['solid'])).toEqual(['false', 'false']);
  screen.getByText(/has not decided it/);
});

test('the desk sees the answers come in, and what it can do with the question', () => {
  shown({ me: driver, question: { ...asked, tallies: [{ zero: 2 }] } });
  expect(screen.getAllByRole('listitem')[0]?.textContent).toBe('nought2');
  fireEvent.click(button('Close'));
  change({ question: { ...asked, state: 'closed', tallies: [{ zero: 2 }] } });
  fireEvent.click(button('Reveal'));
  fireEvent.click(button('Ask again'));
  expect(desk.acts.map(({ kind }) => kind)).toEqual(['close-question', 'reveal', 'ask-again']);
});

test('one’s own run is on screen, off the class, with its place in the queue', async () => {
  const { player } = shown({ trial });
  fireEvent.click(button('Run mine'));
  await vi.waitFor(() => expect(useClass.getState().isFollowing).toBe(false));
  expect(player.store.getState()).toMatchObject({ origin: 'live', token: 'mine', pinned: true });
  change({ me: { ...learner, run: 'run-1' } });
  act(() => player.setStatus({ state: 'queued', place: 7 }));
  screen.getByText('Your run waits: place 7 in the queue.');
});

test('a run that is not taken is said, and may be tried again', async () => {
  desk.answers.trial = { ok: false, code: 'queue-full', message: 'full' };
  shown({ trial });
  fireEvent.click(button('Run mine'));
  expect((await screen.findByRole('alert')).textContent).toContain('So many runs are waiting');
  expect(button('Run mine').hasAttribute('disabled')).toBe(false);
});

test('outcomes are counted, those as expected are solid, one’s own is marked', () => {
  const one = { value: { en: 'one', zh: '一' }, expected: false, count: 5, run: 'run-8' };
  const two = { value: { en: 'two', zh: '二' }, expected: true, count: 3, run: 'run-9' };
  shown({ me: { ...learner, run: 'run-9' }, trial: { ...trial, over: 8, outcomes: [one, two] } });
  const bars = within(screen.getByRole('list', { name: 'How the runs came out' })).getAllByRole('listitem');
  expect(bars.map((bar) => bar.textContent)).toEqual(['one5', 'twoas expectedyour run3']);
  fireEvent.click(button('one'));
  expect(useClass.getState().isFollowing).toBe(false);
});
