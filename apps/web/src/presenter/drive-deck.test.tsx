// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import { show } from '../testing/show.tsx';
import { DriveDeck } from './drive-deck.tsx';

beforeEach(() => useSettings.setState({ language: 'en' }));
afterEach(cleanup);

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const told = () => screen.getAllByRole('definition').map((one) => one.textContent?.trim());

test('the sentence after a press is the one that was announced before it', () => {
  const { player } = show(<DriveDeck canDrive />);
  act(() => player.open(sampleTrace(), 'recording'));
  const [, announced] = told();
  press('Next step');
  expect(told()[0]).toContain(announced);
  expect(player.store.getState().cursor).toBe(1);
});

test('the live end and the last step are told apart', () => {
  const { player } = show(<DriveDeck canDrive />);
  act(() => player.follow({ token: undefined, isPinned: true, asks: false }));
  act(() => player.grow(sampleTrace(3, 'free'), { state: 'running' }));
  expect(told()[1]).toBe('Nothing yet: this is the live end.');
  act(() => player.grow(sampleTrace(7, 'free'), { state: 'ended' }));
  expect(told()[1]).toBe('This was the last step.');
});

test('moments are one press away, by name', () => {
  const { player } = show(<DriveDeck canDrive />);
  act(() => player.open(sampleTrace(), 'recording'));
  press(/Next moment.*4 · stored/);
  expect(player.store.getState().cursor).toBe(4);
  expect(screen.getByRole('button', { name: /Next moment.*none after this step/ }).hasAttribute('disabled')).toBe(true);
});

test('who does not drive has no drive', () => {
  const { player } = show(<DriveDeck canDrive={false} />);
  act(() => player.open(sampleTrace(), 'recording'));
  for (const button of screen.getAllByRole('button')) expect(button.hasAttribute('disabled')).toBe(true);
});
