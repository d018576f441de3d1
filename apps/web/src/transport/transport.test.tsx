// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import { show } from '../testing/show.tsx';
import { Transport } from './transport.tsx';

beforeEach(() => useSettings.setState({ language: 'en' }));
afterEach(cleanup);

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const slider = () => screen.getByRole('slider', { name: 'Steps of the run' });

function shown(...opened: Parameters<ReturnType<typeof show>['player']['open']>) {
  const { player } = show(<Transport isCompact={false} />);
  act(() => player.open(...opened));
  return player;
}

test('the buttons move the cursor, and the slider says where it is', () => {
  shown(sampleTrace(), 'recording');
  expect(slider().getAttribute('aria-valuetext')).toBe('step 0 of 7: Nothing has happened yet.');
  press('Forward');
  expect(slider().getAttribute('aria-valuenow')).toBe('1');
  press('Last');
  expect(slider().getAttribute('aria-valuenow')).toBe('7');
  press('Back');
  expect(slider().getAttribute('aria-valuenow')).toBe('6');
  press('First');
  expect(slider().getAttribute('aria-valuenow')).toBe('0');
});

test('each step has its sentence, announced politely, with its source', () => {
  shown(sampleTrace(), 'recording', { step: 1 });
  const sentence = screen.getByText(/loads 0 from total/).parentElement;
  expect(sentence?.getAttribute('aria-live')).toBe('polite');
  expect(sentence?.textContent).toContain('program');
});

test('the language of the sentence follows the reader', () => {
  shown(sampleTrace(), 'recording');
  act(() => useSettings.setState({ language: 'zh' }));
  expect(screen.getByText('一切尚未发生。')).toBeDefined();
});

test('moments of this run are places to go to; those it did not show are absent', () => {
  const player = shown(sampleTrace(), 'recording');
  press('stored');
  expect(player.store.getState().cursor).toBe(4);
  expect(screen.queryByRole('button', { name: 'never' })).toBeNull();
});

test('a live run says so, and how far behind its reader is', () => {
  const { player } = show(<Transport isCompact={false} />);
  act(() => player.follow({ token: 'mine', isPinned: true, asks: false }));
  act(() => player.grow(sampleTrace(4, 'free'), { state: 'running' }));
  expect(screen.getByText('LIVE')).toBeDefined();
  press('Back');
  expect(screen.getByText('1 event behind')).toBeDefined();
  press('Go to LIVE');
  expect(player.store.getState()).toMatchObject({ cursor: 4, pinned: true });
});

test('a run in the queue says its place', () => {
  const { player } = show(<Transport isCompact={false} />);
  act(() => player.follow({ token: 'mine', isPinned: true, asks: false }));
  act(() => player.setStatus({ state: 'queued', place: 3 }));
  expect(screen.getByText('place 3 in the queue')).toBeDefined();
});

test.each([
  ['stopped', 'stopped by hand', '已手动停止'],
  ['viewers-gone', 'ended: nobody watched', '终止：无人观看'],
  ['time-limit', 'ended: its time was up', '终止：时间用完'],
  ['idle-limit', 'ended: nobody chose', '终止：太久无人选择'],
  ['event-limit', 'ended: its recording was full', '终止：记录已满'],
  ['server-closing', 'ended: the server closed', '终止：服务器关闭'],
  ['deadlock', 'deadlock: nobody can go on', '死锁：谁都无法继续'],
])('a run that ended by %s says so at its end', (reason, en, zh) => {
  const trace = sampleTrace(6);
  trace.append({ at: 9, actor: 't1', source: 'derived', kind: 'run.ended', reason });
  shown(trace, 'recording', { step: 7 });
  expect(screen.getByText(en)).toBeDefined();
  act(() => useSettings.setState({ language: 'zh' }));
  expect(screen.getByText(zh)).toBeDefined();
});

test('a recording without an end was cut off, and a run that failed has failed', () => {
  const player = shown(sampleTrace(6), 'recording', { step: 6 });
  expect(screen.getByText('cut off: the server went down')).toBeDefined();
  const failed = sampleTrace(6);
  failed.append({ at: 9, actor: 't1', source: 'derived', kind: 'run.failed', message: 'boom' });
  act(() => player.open(failed, 'recording', { step: 7 }));
  expect(screen.getByText('failed')).toBeDefined();
  act(() => player.open(sampleTrace(), 'recording', { step: 7 }));
  expect(screen.getByText('at the end')).toBeDefined();
});

test('while a question is open the scrubber tells nothing', () => {
  shown(sampleTrace(), 'golden');
  expect(slider().getAttribute('aria-valuetext')).toBe('your prediction first');
  expect(screen.queryByRole('button', { name: 'stored' })).toBeNull();
});
