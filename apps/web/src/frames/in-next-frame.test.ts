import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inNextFrame, notInNextFrame } from './in-next-frame.ts';

let waiting: FrameRequestCallback[] = [];

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => waiting.push(callback));
  vi.stubGlobal('reportError', vi.fn());
});
afterEach(() => vi.unstubAllGlobals());

function frame(nowMs: number): void {
  const due = waiting;
  waiting = [];
  for (const callback of due) callback(nowMs);
}

test('all that is asked for runs in one frame, each once', () => {
  const ran: string[] = [];
  const play = () => void ran.push('play');
  const scrub = () => void ran.push('scrub');
  inNextFrame(play);
  for (let move = 0; move < 5; move++) inNextFrame(scrub);
  expect(waiting).toHaveLength(1);
  frame(16);
  expect(ran).toEqual(['play', 'scrub']);
  expect(waiting).toHaveLength(0);
});

test('what is asked for within a frame belongs to the next one', () => {
  const times: number[] = [];
  const again = (nowMs: number) => {
    times.push(nowMs);
    if (times.length < 3) inNextFrame(again);
  };
  inNextFrame(again);
  for (const nowMs of [16, 33, 50, 66]) frame(nowMs);
  expect(times).toEqual([16, 33, 50]);
});

test('what is taken back does not run, and what fails costs the others nothing', () => {
  const ran: string[] = [];
  const gone = () => void ran.push('gone');
  inNextFrame(gone);
  inNextFrame(() => {
    throw new Error('no picture');
  });
  inNextFrame(() => void ran.push('stays'));
  notInNextFrame(gone);
  frame(16);
  expect(ran).toEqual(['stays']);
  expect(reportError).toHaveBeenCalledOnce();
});

test('nobody else in the app asks the browser for frames', () => {
  const root = join(dirname(fileURLToPath(import.meta.url)), '../../../..');
  const sources = ['apps/web/src', 'packages/stage/src', 'packages/labs', 'packages/lab/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !/\.(test|spec)\.tsx?$/.test(path) && !path.includes('node_modules'))
      .map((path) => join(folder, path)),
  );
  const asking = sources.filter((path) => readFileSync(join(root, path), 'utf8').includes('requestAnimationFrame'));
  expect(asking).toEqual(['apps/web/src/frames/in-next-frame.ts']);
});
