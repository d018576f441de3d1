// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import type { ClassSummary } from '@lockstep/lab';
import { serializeTrace } from '@lockstep/trace';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { noClass, useClass } from '../class/class-state.ts';
import { loadLab } from '../labs/lab-parts.ts';
import { labs } from '../labs/labs.ts';
import { useSettings } from '../settings/settings.ts';
import { learner, samplePlace, sampleView } from '../testing/sample-class.ts';
import { sampleDesk, sampleOwner, samplePeople } from '../testing/sample-desk.ts';
import { sampleHeader, sampleTrace } from '../testing/sample-run.ts';
import { PresenterPage } from './presenter-page.tsx';

const [lab] = labs;
beforeAll(() => loadLab(lab?.id ?? ''));

// Lessons are compiled when the page is built, not here.
vi.mock('../labs/lab-parts.ts', async (load) => ({
  ...(await load<object>()),
  loadLesson: async () => () => 'A lesson.',
}));

beforeEach(() => {
  useSettings.setState({ language: 'en' });
  localStorage.clear();
  sessionStorage.clear();
  vi.stubGlobal('fetch', async (url: string) =>
    url.includes('/summary')
      ? Response.json({ openedAt: Date.now() - 65_000, questions: [] } satisfies Partial<ClassSummary>)
      : new Response(serializeTrace(sampleTrace()).replace(`"${sampleHeader.lab}"`, `"${lab?.id}"`)),
  );
});
afterEach(() => {
  cleanup();
  useClass.setState(noClass);
  vi.unstubAllGlobals();
});

function inClass(me: typeof learner): void {
  useClass.setState({
    ...noClass,
    stage: 'in',
    place: samplePlace,
    me,
    people: samplePeople,
    view: { ...sampleView, lab: lab?.id ?? '' },
    ...(me.isOwner || me.isDriver ? { desk: sampleDesk } : {}),
  });
}

test('without a class there is nothing to present, and the way on is shown', async () => {
  render(<PresenterPage />);
  expect(await screen.findByRole('heading', { name: 'No class is open here' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'To the course' })).toBeDefined();
});

test('a learner is told in words whose page this is; it opens once they drive', async () => {
  inClass(learner);
  render(<PresenterPage />);
  expect(await screen.findByRole('heading', { name: 'You follow this class' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Next step' })).toBeNull();
  expect(screen.queryByText('Bo')).toBeNull();
  act(() => inClass({ ...learner, isDriver: true }));
  expect(await screen.findByRole('button', { name: 'Next step' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'End the class' })).toBeNull();
});

test('the owner has all of it: people, questions, clock, and what concerns the class as a whole', async () => {
  inClass(sampleOwner);
  render(<PresenterPage />);
  expect((await screen.findByRole('timer')).textContent).toMatch(/^1:0\d$/);
  for (const name of ['Lock', 'End the class', 'Ask something else', 'Next step'])
    expect(screen.getByRole('button', { name })).toBeDefined();
  expect(screen.getByText('Bo')).toBeDefined();
});

test('when the class is over the summary is the way on; whoever was removed is told so', async () => {
  useClass.setState({ ...noClass, stage: 'over', ending: 'ended', place: samplePlace });
  render(<PresenterPage />);
  expect((await screen.findByRole('link', { name: 'Open the summary' })).getAttribute('href')).toBe(
    '/class/c1/summary',
  );
  act(() => useClass.setState({ ending: 'removed' }));
  expect(screen.getByText(/removed you/)).toBeDefined();
  expect(screen.queryByRole('link', { name: 'Open the summary' })).toBeNull();
});
