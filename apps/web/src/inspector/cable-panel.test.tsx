// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { frameChoice, LET_THE_REST_PASS } from '@lockstep/lab';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { cableFacts, cableHeader, cableLab, cableTrace } from '../testing/sample-cable-run.ts';
import { show } from '../testing/show.tsx';
import { CablePanel } from './cable-panel.tsx';

afterEach(cleanup);

const rest = { thread: LET_THE_REST_PASS, actor: 'cable', operation: 'let the rest pass', enabled: true };
const keysOf = (name: RegExp) => within(screen.getByRole('group', { name }));

function showLive(choices = [rest]) {
  const shown = show(<CablePanel />, cableLab);
  act(() => shown.player.follow({ token: 'mine', isPinned: true, asks: false }));
  act(() => shown.player.grow(cableTrace(), { state: 'running', choices }));
  return shown;
}

test('held frames stand in their order, each with its keys, and holding is what is so', () => {
  const { steps } = showLive();
  const plates = screen.getByRole('list', { name: 'Held on the cable' });
  expect(
    within(plates)
      .getAllByRole('listitem')
      .map((plate) => plate.textContent),
  ).toEqual([expect.stringContaining('SYN, ACK'), expect.stringContaining('RST')]);
  expect(
    keysOf(/RST, frame 4/)
      .getByRole('button', { name: 'Hold' })
      .getAttribute('aria-pressed'),
  ).toBe('true');
  fireEvent.click(keysOf(/RST, frame 4/).getByRole('button', { name: 'Drop' }));
  fireEvent.click(keysOf(/SYN, ACK, frame 3/).getByRole('button', { name: 'Delay' }));
  fireEvent.click(screen.getByRole('button', { name: 'Let the rest pass' }));
  expect(steps).toEqual([frameChoice(4, 'drop'), frameChoice(3, 'delay'), LET_THE_REST_PASS]);
});

test('decisions are listed and stand as rules', () => {
  showLive();
  expect(screen.getByText('drop client 1; pass client 2')).toBeDefined();
  expect(screen.getByText('dropped')).toBeDefined();
  expect(screen.getByText('delivered')).toBeDefined();
});

test('whoever was on the keys of a frame that went is on the frame in hand then', () => {
  const { player } = showLive();
  const key = keysOf(/SYN, ACK, frame 3/).getByRole('button', { name: 'Drop' });
  act(() => key.focus());
  const trace = cableTrace();
  trace.append({ at: 99, actor: 'cable', source: 'wire', kind: 'tcp.segment-dropped', frame: 3, reason: 'by hand' });
  act(() => player.grow(trace, { state: 'running', choices: [rest] }));
  expect(document.activeElement).toBe(keysOf(/RST, frame 4/).getByRole('button', { name: 'Deliver' }));
});

test('programs that stand before a call have a key each', () => {
  const { steps } = showLive([{ thread: 2, actor: 'client', operation: "send(b'x')", enabled: true }, rest]);
  fireEvent.click(screen.getByRole('button', { name: /send\(b'x'\)/ }));
  expect(steps).toEqual([2]);
});

test('at a past frame what was recorded is pressed, and another key forks', () => {
  const { player, forks } = show(<CablePanel />, cableLab);
  act(() => player.open(cableTrace(), 'recording', { step: 1 }));
  const keys = keysOf(/SYN, frame 1/);
  expect(keys.getByRole('button', { name: 'Drop' }).getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(keys.getByRole('button', { name: 'Drop' }));
  fireEvent.click(keys.getByRole('button', { name: 'Deliver' }));
  expect(forks).toEqual(['deliver 1']);
});

test('a run that is not by hand has keys at its frames only', () => {
  const { player } = show(<CablePanel />, cableLab);
  const free = cableTrace(cableFacts.length, { ...cableHeader, mode: 'free' });
  act(() => player.open(free, 'recording', { step: 0 }));
  expect(screen.queryByRole('region')).toBeNull();
  act(() => player.seek(1));
  expect(screen.getByRole('region', { name: 'What became of this frame' })).toBeDefined();
});
