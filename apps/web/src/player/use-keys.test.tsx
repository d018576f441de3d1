// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { frameChoice, LET_THE_REST_PASS } from '@lockstep/lab';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cableLab, cableTrace } from '../testing/sample-cable-run.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import { show } from '../testing/show.tsx';
import { useBench } from './bench.ts';
import type { Player } from './player.ts';
import type { Sheet } from './sheets.tsx';
import { useKeys } from './use-keys.ts';

let sheets: Sheet[] = [];
const openSheet = (sheet: Sheet): void => {
  sheets.push(sheet);
};

function Keys() {
  useKeys(useBench(), openSheet);
  return (
    <>
      <input aria-label="a field" />
      <input aria-label="a radio button" type="radio" />
    </>
  );
}

const now = (player: Player) => player.store.getState();
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(() => void fireEvent.keyDown(document.body, { key, ...more }));
let player: Player;

beforeEach(() => {
  sheets = [];
  ({ player } = show(<Keys />));
  act(() => player.open(sampleTrace(), 'recording'));
});
afterEach(cleanup);

test('arrows, page keys, home and end move', () => {
  press('ArrowRight');
  press('PageDown');
  expect(now(player).cursor).toBe(2);
  press('ArrowLeft');
  expect(now(player).cursor).toBe(1);
  press('End');
  press('PageUp');
  expect(now(player).cursor).toBe(6);
  press('Home');
  expect(now(player).cursor).toBe(0);
});

test('brackets follow cause and effect, with shift the arrows follow an actor', () => {
  act(() => player.seek(4));
  press('[');
  expect(now(player).cursor).toBe(3);
  press(']');
  expect(now(player).cursor).toBe(4);
  press('ArrowRight', { shiftKey: true });
  expect(now(player).cursor).toBe(7);
});

test('space plays and pauses, plus and minus change the speed, t the spacing, p the projector', () => {
  press(' ', { code: 'Space' });
  expect(now(player).playing).toBe(true);
  press(' ', { code: 'Space' });
  press('+', { shiftKey: true });
  press('t');
  press('p');
  expect(now(player)).toMatchObject({ playing: false, delayMs: 400, spacing: 'true', projector: true });
  press('-');
  expect(now(player).delayMs).toBe(800);
});

test('slash, question mark and l open their sheets', () => {
  press('/');
  press('?', { shiftKey: true });
  press('l');
  expect(sheets).toEqual(['find', 'keys', 'legend']);
});

test('no key acts while something is being typed', () => {
  fireEvent.keyDown(screen.getByLabelText('a field'), { key: 'ArrowRight' });
  expect(now(player).cursor).toBe(0);
});

test('a radio button keeps its arrows, and leaves the letters to the page', () => {
  const radio = screen.getByLabelText('a radio button');
  fireEvent.keyDown(radio, { key: 'ArrowRight', code: 'ArrowRight' });
  expect(now(player).cursor).toBe(0);
  fireEvent.keyDown(radio, { key: 't', code: 'KeyT' });
  expect(now(player).spacing).toBe('true');
});

test('no key acts with control or command: those are the browser’s', () => {
  press('p', { ctrlKey: true });
  expect(now(player).projector).toBe(false);
});

test('in a run by hand digits take a held frame in hand, letters act on it, with shift a program goes', () => {
  cleanup();
  const { player: cablePlayer, steps } = show(<Keys />, cableLab);
  act(() => cablePlayer.follow({ token: 'mine', isPinned: true, asks: false }));
  act(() => cablePlayer.grow(cableTrace(), { state: 'running' }));
  press('d');
  expect(steps.splice(0), 'the oldest').toEqual([frameChoice(3, 'deliver')]);
  press('2');
  expect(now(cablePlayer).selection.frame).toBe(4);
  for (const key of ['x', 'c', 'w', 'r']) press(key);
  press('!', { code: 'Digit1', shiftKey: true });
  expect(steps).toEqual([
    frameChoice(4, 'drop'),
    frameChoice(4, 'duplicate'),
    frameChoice(4, 'delay'),
    LET_THE_REST_PASS,
    1,
  ]);
});
