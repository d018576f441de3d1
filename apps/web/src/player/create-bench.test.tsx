// @vitest-environment jsdom
import '../testing/browser-parts.ts';
import type { Capabilities, Lab } from '@lockstep/lab';
import { serializeTrace } from '@lockstep/trace';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useSettings } from '../settings/settings.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleHeader, sampleTrace } from '../testing/sample-run.ts';
import { BenchProvider } from './bench.ts';
import { createBench } from './create-bench.ts';
import { tick } from './moves.ts';
import { Notices } from './notices.tsx';

const laneD: Capabilities = {
  machine: sampleHeader.machine,
  network: {
    lane: 'D',
    why: 'unshare: Operation not permitted',
    remedy: { en: 'Start the container with NET_ADMIN.', zh: '启动容器时加上 NET_ADMIN。' },
  },
};
const lab: Lab = { ...sampleLab, needs: () => 'network' };
let pages: Record<string, string>;

beforeEach(() => {
  useSettings.setState({ language: 'en' });
  pages = {
    '/api/capabilities': JSON.stringify(laneD),
    '/api/labs/sample/recording?mode=stepped': serializeTrace(sampleTrace()),
    '/api/labs/sample/recording': serializeTrace(sampleTrace()),
  };
  vi.stubGlobal('fetch', async (url: string) => {
    const body = pages[url];
    return new Response(body ?? '{}', { status: body === undefined ? 404 : 200 });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function bench(of = lab) {
  const one = createBench(of);
  return { ...one, now: one.player.store.getState };
}

test('where no network can be had, Run plays the recording', async () => {
  const { player, run, now } = bench();
  player.answer('final', 'skipped');
  await run();
  expect(now()).toMatchObject({ origin: 'golden', length: 7, cursor: 0, playing: true, waiting: undefined });
  expect(now().trouble).toEqual({
    kind: 'missing',
    need: 'network',
    isPlayed: true,
    why: laneD.network.why,
    remedy: laneD.network.remedy,
  });
});

test('it plays only when the question before it is answered', async () => {
  const { player, run, now } = bench();
  await run();
  expect(now()).toMatchObject({ playing: true, cursor: 0 });
  player.move(tick);
  expect(now().cursor).toBe(0);
  player.answer('final', { choice: 'one' });
  player.move(tick);
  expect(now().cursor).toBe(1);
});

test('a mode without a recording of its own is shown by the first', async () => {
  const { player, run, now } = bench();
  player.setMode('search');
  await run();
  expect(now()).toMatchObject({ length: 7, mode: 'stepped' });
});

test('without any recording nothing is said to be played', async () => {
  pages = { '/api/capabilities': JSON.stringify(laneD) };
  const { run, now } = bench();
  await run();
  expect(now()).toMatchObject({
    trace: undefined,
    trouble: { kind: 'missing', need: 'network', isPlayed: false },
    playing: false,
  });
});

test('what a run needs depends on its mode and its knobs', async () => {
  const needsPython: Lab = { ...sampleLab, needs: ({ mode }) => (mode === 'stepped' ? 'python' : undefined) };
  const { player, run, now } = bench(needsPython);
  await run();
  expect(now()).toMatchObject({ origin: 'golden', trouble: { kind: 'missing', need: 'python', isPlayed: true } });
  player.fail(undefined);
  player.setMode('search');
  void run();
  await Promise.resolve();
  expect(now()).toMatchObject({ waiting: 'run', trouble: undefined });
});

test('a CPython that is there is used', async () => {
  pages['/api/capabilities'] = JSON.stringify({ ...laneD, python: { version: '3.11.7', gil: true } });
  const { run, now } = bench({ ...sampleLab, needs: () => 'python' });
  void run();
  await vi.waitFor(() => expect(now().waiting).toBe('run'));
});

test('the reason and the remedy are said in the language of the reader', async () => {
  const one = createBench(lab);
  render(
    <BenchProvider value={one}>
      <Notices />
    </BenchProvider>,
  );
  await act(() => one.run());
  expect(screen.getByRole('alert').textContent).toContain('a recording of a real run is played instead');
  expect(screen.getByRole('alert').textContent).toContain('Start the container with NET_ADMIN.');
  act(() => useSettings.setState({ language: 'zh' }));
  expect(screen.getByRole('alert').textContent).toContain('因此改为播放一次真实运行的录像');
  expect(screen.getByRole('alert').textContent).toContain('启动容器时加上 NET_ADMIN。');
});
