import type { Lab } from '@lockstep/lab';
import { serializeTrace } from '@lockstep/trace';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunSession } from '../live/run-session.ts';
import { cableLab } from '../testing/sample-cable-run.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleTrace } from '../testing/sample-run.ts';
import type { Bench } from './bench.ts';
import { openPlace } from './open-place.ts';
import { parsePlace } from './place.ts';
import { createPlayer } from './player.ts';

const text = serializeTrace(sampleTrace());
let pages: Record<string, string> = {};
let isServerGone = false;
let watched: string[] = [];

beforeEach(() => {
  pages = {};
  watched = [];
  isServerGone = false;
  vi.stubGlobal('fetch', async (url: string) => {
    if (isServerGone) throw new TypeError('fetch failed');
    const body = pages[url];
    return new Response(body ?? '{}', { status: body === undefined ? 404 : 200 });
  });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open(search: string, isRunning = false, lab: Lab = sampleLab) {
  const player = createPlayer(lab);
  const replayed: (readonly number[])[] = [];
  const session: RunSession = {
    start: async () => undefined,
    prove: async (schedule) => void replayed.push(schedule),
    replay: async () => undefined,
    replayFork: async () => undefined,
    watch: async (run) => {
      watched.push(run);
      return isRunning;
    },
    step: async () => undefined,
    stop: async () => undefined,
    undo: async () => undefined,
    fork: async () => undefined,
    forkFrame: async () => undefined,
    leave: () => undefined,
    dispose: () => undefined,
  };
  let runs = 0;
  const bench: Bench = { player, session, capabilities: async () => undefined, run: async () => void runs++ };
  await openPlace(bench, parsePlace(search), search === '?run-now');
  return { ...player.store.getState(), replayed, runs };
}

test('a page without a run shows the recording of its lab, paused at its start', async () => {
  pages['/api/labs/sample/recording'] = text;
  expect(await open('')).toMatchObject({ origin: 'golden', cursor: 0, playing: false, length: 7 });
});

test('an address may ask for the recording of a mode', async () => {
  pages['/api/labs/sample/recording?mode=free'] = serializeTrace(sampleTrace(7, 'free'));
  expect(await open('?mode=free')).toMatchObject({ origin: 'golden', mode: 'free', length: 7 });
});

test('knobs in the address go before those of the recording', async () => {
  pages['/api/labs/sample/recording'] = text;
  expect((await open('?k.rounds=1')).form).toEqual({ rounds: '1', word: 'hello', lock: 'true' });
});

test('a lab without a recording is empty, not broken', async () => {
  expect(await open('')).toMatchObject({ trace: undefined, waiting: undefined, trouble: undefined });
});

test('a link opens its run at its step', async () => {
  pages['/api/recordings/run-1'] = text;
  expect(await open('?run=run-1&step=5')).toMatchObject({ origin: 'recording', cursor: 5 });
  expect(watched).toEqual([]);
});

test('a run that is still on is watched', async () => {
  pages['/api/recordings/run-1'] = serializeTrace(sampleTrace(3));
  expect(await open('?run=run-1', true)).toMatchObject({ origin: 'live', cursor: 3, pinned: true });
  expect(watched).toEqual(['run-1']);
});

test('an unknown run is said to be one', async () => {
  expect(await open('?run=gone')).toMatchObject({ trouble: { kind: 'unknown-run', run: 'gone' }, waiting: undefined });
});

test('a schedule alone is replayed on real threads', async () => {
  expect((await open('?mode=stepped&schedule=1212')).replayed).toEqual([[1, 2, 1, 2]]);
});

test('who comes to run, runs', async () => {
  expect((await open('?run-now')).runs).toBe(1);
});

test('without a server the page says so', async () => {
  isServerGone = true;
  expect(await open('')).toMatchObject({ trouble: { kind: 'unreachable' } });
});

test('a recording that does not read names its line', async () => {
  pages['/api/recordings/run-1'] = text.replace('"at":2', '"at":"two"');
  expect(await open('?run=run-1')).toMatchObject({
    trouble: { kind: 'bad-recording', message: 'line 3: value.read lacks its time' },
  });
});

test('rules of the cable in the address are a run to be made by hand', async () => {
  const { runs, form, mode } = await open('?mode=stepped&k.rules=drop+client+1', false, cableLab);
  expect([runs, mode, form['rules']]).toEqual([1, 'stepped', 'drop client 1']);
});

test('what an address points at is taken up where this run has it, and its range is cut to the run', async () => {
  pages['/api/labs/sample/recording'] = text;
  const opened = await open('?actor=t2&frame=9&field=1.flags&stage=lanes&from=3&to=999&loop=1');
  expect(opened).toMatchObject({ cursor: 3, selection: { actor: 't2', stage: 'lanes' }, asks: false });
  expect(opened.selection).toEqual({ actor: 't2', stage: 'lanes' });
  expect(opened.range).toEqual({ from: 3, to: 7, loops: true });
  expect((await open('?actor=nobody&from=9&to=3')).selection).toEqual({});
});
