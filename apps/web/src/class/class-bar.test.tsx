// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { driver, learner, samplePeople, samplePlace, sampleView } from '../testing/sample-class.ts';
import { sampleClassSession } from '../testing/sample-class-session.ts';
import { ClassBar } from './class-bar.tsx';
import { type ClassState, noClass, useClass } from './class-state.ts';

const fake = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('./class-session.ts', () => ({ classSession: () => fake.current }));
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
  history.replaceState(undefined, '', '/labs/sample');
  desk = sampleClassSession();
  fake.current = desk.session;
});
afterEach(() => {
  cleanup();
  useClass.setState(noClass);
});

function shown(state: Partial<ClassState>) {
  useClass.setState({
    ...noClass,
    stage: 'in',
    place: samplePlace,
    me: learner,
    people: samplePeople,
    view: sampleView,
    shownBy: 'other',
    ...state,
  });
  render(<ClassBar />);
}
const change = (state: Partial<ClassState>) => act(() => useClass.setState(state));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('a follower who left is told so, and where the class is, and comes back by the button or by f', () => {
  shown({});
  expect(screen.getByRole('status').textContent).toBe('You follow');
  change({ isFollowing: false });
  expect(screen.getByRole('status').textContent).toBe('You look around by yourself.');
  screen.getByText('Class: step 3 of Sample');
  press(/Back to the class/);
  expect(useClass.getState().isFollowing).toBe(true);
  change({ isFollowing: false });
  fireEvent.keyDown(document.body, { key: 'f', code: 'KeyF' });
  expect(useClass.getState().isFollowing).toBe(true);
});

test('who goes to another page of their own leaves following; whom the class takes there does not', () => {
  shown({});
  act(() => history.pushState(undefined, '', '/gallery'));
  expect(useClass.getState().isFollowing).toBe(false);
  change({ isFollowing: true });
  expect(location.pathname).toBe('/labs/sample');
  expect(useClass.getState().isFollowing).toBe(true);
  change({ view: { ...sampleView, lab: 'other' } });
  expect(location.pathname).toBe('/labs/other');
  expect(useClass.getState().isFollowing).toBe(true);
});

test('a driver may walk anywhere, and stays where they are until another window of theirs goes on', () => {
  shown({ me: driver });
  act(() => history.pushState(undefined, '', '/gallery'));
  change({ people: { ...samplePeople, here: 9 } });
  expect(location.pathname).toBe('/gallery');
});

test('a member asks for the wheel and takes that back', () => {
  shown({});
  press('Ask to drive');
  change({ me: { ...learner, isAsking: true } });
  press('Take it back');
  expect(desk.acts).toEqual([
    { kind: 'ask-to-drive', isAsking: true },
    { kind: 'ask-to-drive', isAsking: false },
  ]);
});

const ben = { member: 'm2', name: 'Ben', isOwner: false, isHere: true, isFollowing: true, hasAnswered: false };

test('the desk lets them or not, and gets the wheel back', () => {
  const me = { ...driver, member: 'm0' };
  shown({ me, desk: { members: [{ ...ben, isAsking: true }] } });
  screen.getByText(/Ben asks to drive/);
  press('Let them');
  press('Not now');
  change({ me: { ...me, isDriver: false }, desk: { members: [] } });
  press('Drive again');
  expect(desk.acts).toEqual([
    { kind: 'hand-over', member: 'm2' },
    { kind: 'decline', member: 'm2' },
    { kind: 'take-back' },
  ]);
});

test('a driver who is not the owner gives the wheel back to the owner', () => {
  const owner = { ...ben, member: 'm0', isOwner: true, isAsking: false };
  shown({ me: { ...learner, isDriver: true }, desk: { members: [{ ...ben, isAsking: false }, owner] } });
  press('Stop driving');
  expect(desk.acts).toEqual([{ kind: 'hand-over', member: 'm0' }]);
});

test('while away it says so, with the reason that the server gave', () => {
  shown({ stage: 'away', farewell: 'too-slow' });
  const said = screen.getByRole('status').textContent;
  expect(said).toContain('Your line was too slow');
  expect(said).toContain('You will be back where you were by yourself.');
});

test('the end of a class is said until it is dismissed', () => {
  shown({ stage: 'over', ending: 'removed' });
  expect(screen.getByRole('alert').textContent).toContain('taken you out');
  press('Dismiss');
  expect(useClass.getState().stage).toBe('none');
});
