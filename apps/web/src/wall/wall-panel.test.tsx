// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noClass, useClass } from '../class/class-state.ts';
import { useSettings } from '../settings/settings.ts';
import { sampleOwner, samplePeople, sampleQuestion, sampleTrial } from '../testing/sample-desk.ts';
import { show } from '../testing/show.tsx';
import { WallPanel } from './wall-panel.tsx';

beforeEach(() => {
  useSettings.setState({ language: 'en' });
  useClass.setState({
    ...noClass,
    stage: 'in',
    place: { class: 'c1', code: 'K7M42QXW', member: 'owner', token: 'f'.repeat(32) },
    me: sampleOwner,
    people: samplePeople,
  });
});
afterEach(() => {
  cleanup();
  useClass.setState(noClass);
});

test('the code, its QR code and the counts stand on the wall, and the code can be hidden', () => {
  show(<WallPanel />);
  expect(screen.getByText(/K7M4/).textContent).toBe('K7M4-2QXW');
  expect(screen.getByRole('img', { name: /join\/K7M4-2QXW/ })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Hide code' }));
  expect(screen.queryByText(/K7M4/)).toBeNull();
  expect(screen.queryByRole('img')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Show code' }));
  expect(screen.getByText(/K7M4/)).toBeDefined();
});

test('a hidden histogram stays hidden on the wall, though the window of the owner knows it', () => {
  show(<WallPanel />);
  act(() => useClass.setState({ question: sampleQuestion }));
  expect(screen.getByText('3 have answered')).toBeDefined();
  expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['the kernel', 'the program']);
  act(() => useClass.setState({ question: { ...sampleQuestion, isLive: true } }));
  expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['the kernel2', 'the program1']);
  act(() => useClass.setState({ question: { ...sampleQuestion, state: 'revealed' } }));
  expect(screen.getAllByRole('listitem')[0]?.textContent).toBe('the kernelright2');
});

test('without a question the runs of all stand there', () => {
  act(() => useClass.setState({ trial: sampleTrial }));
  show(<WallPanel />);
  expect(screen.getByText('2 waiting · 1 running · 3 over')).toBeDefined();
  expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['twoas expected2', 'lost1']);
});

test('a locked class shows no code, and a lost line is said', () => {
  show(<WallPanel />);
  act(() => useClass.setState({ people: { ...samplePeople, isLocked: true } }));
  expect(screen.getByText('The class is locked.')).toBeDefined();
  expect(screen.queryByText(/K7M4/)).toBeNull();
  act(() => useClass.setState({ stage: 'away' }));
  expect(screen.getByRole('status').textContent).toBe('Connection lost. Reconnecting…');
});
