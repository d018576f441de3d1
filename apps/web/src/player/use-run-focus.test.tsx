// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { show } from '../testing/show.tsx';
import { usePlayer } from './bench.ts';
import type { Player } from './player.ts';
import { useRunFocus } from './use-run-focus.ts';

function Page() {
  useRunFocus();
  const hasTrace = usePlayer((state) => state.token === undefined);
  return (
    <>
      <section id="stage" tabIndex={-1} />
      <input aria-label="a field" />
      <button type="button">Run</button>
      {hasTrace ? <button type="button">Fork here</button> : undefined}
    </>
  );
}

let player: Player;
const follow = (token: string) => act(() => player.follow({ token, isPinned: true, asks: false }));

beforeEach(() => {
  ({ player } = show(<Page />));
});
afterEach(cleanup);

test('a fork that took its button away puts the focus on the figure', () => {
  screen.getByRole('button', { name: 'Fork here' }).focus();
  follow('first');
  expect(document.activeElement?.id).toBe('stage');
});

test('a run started from a field takes the caret out of it', () => {
  screen.getByLabelText('a field').focus();
  follow('first');
  expect(document.activeElement?.id).toBe('stage');
});

test('any other focus is left alone', () => {
  const run = screen.getByRole('button', { name: 'Run' });
  run.focus();
  follow('first');
  expect(document.activeElement).toBe(run);
});
