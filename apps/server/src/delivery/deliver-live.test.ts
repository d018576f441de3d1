import type { Frame, RunStatus } from '@lockstep/lab';
import { expect, test } from 'vitest';
import { createEventLinesReader } from '../runs/event-lines.ts';
import type { WatchableRun } from '../runs/run-contract.ts';
import { testTrace } from '../testing/test-trace.ts';
import { deliverLive } from './deliver-live.ts';
import type { Outlet } from './outlet.ts';

/** A run of which the test decides what is recorded and published. */
function createScriptedRun() {
  const trace = testTrace([]);
  const read = createEventLinesReader(trace);
  const viewers = new Set<() => void>();
  let published = 0;
  let status: RunStatus = { state: 'running' };
  const run: WatchableRun = {
    id: 'run',
    get status() {
      return status;
    },
    get header() {
      return published > 0 ? 'header' : undefined;
    },
    get length() {
      return trace.length;
    },
    get published() {
      return published;
    },
    recordedAtMs: () => undefined,
    linesFrom: (from) => read(from, published),
    addViewer: (onNews) => void viewers.add(onNews),
    removeViewer: (onNews) => void viewers.delete(onNews),
  };
  return {
    run,
    viewers,
    record: (count: number) => {
      for (let n = 0; n < count; n++)
        trace.append({ at: 0, actor: 'main', kind: 'text.printed', source: 'program', text: 'x'.repeat(100) });
    },
    publish: (next: RunStatus = status) => {
      status = next;
      published = trace.length;
      for (const onNews of viewers) onNews();
    },
  };
}

/** An outlet that is ready only when the test says so. */
function createScriptedOutlet() {
  const frames: Frame[] = [];
  const asked: ((isReady: boolean) => void)[] = [];
  const outlet: Outlet = {
    ready: () => new Promise((resolve) => asked.push(resolve)),
    send: (frame) => void frames.push(frame),
  };
  return {
    outlet,
    frames,
    asked,
    /** Lets waiting frames go until nobody asks any more. */
    drain: async () => {
      for (let resolve = asked.shift(); resolve; resolve = asked.shift()) {
        resolve(true);
        await new Promise(setImmediate);
      }
    },
  };
}

const countOf = ({ lines }: Frame) => lines.split('\n').length - 1;

test('a viewer that does not read has no frame made for it, however much happens', async () => {
  const { run, record, publish } = createScriptedRun();
  const { outlet, frames, asked, drain } = createScriptedOutlet();
  deliverLive(run, 0, outlet);
  for (let n = 0; n < 100; n++) {
    record(100);
    publish();
  }
  expect(asked).toHaveLength(1);
  expect(frames).toHaveLength(0);
  await drain();
  expect(frames.reduce((sum, frame) => sum + countOf(frame), 0)).toBe(10_000);
  expect(Math.max(...frames.map(({ lines }) => lines.length))).toBeLessThan(200_000);
});

test('only what was published is sent', async () => {
  const { run, record, publish } = createScriptedRun();
  const { outlet, frames, drain } = createScriptedOutlet();
  deliverLive(run, 0, outlet);
  record(3);
  publish();
  record(2);
  await drain();
  expect(frames.map(countOf)).toEqual([3]);
});

test('the header comes once, with the first events', async () => {
  const { run, record, publish } = createScriptedRun();
  const { outlet, frames, drain } = createScriptedOutlet();
  publish({ state: 'queued', place: 1 });
  deliverLive(run, 0, outlet);
  await drain();
  for (let n = 0; n < 2; n++) {
    record(1);
    publish({ state: 'running' });
    await drain();
  }
  expect(frames.map(({ header }) => header)).toEqual([undefined, 'header', undefined]);
});

test('the end is told only with the last event, and then nobody is left', async () => {
  const { run, record, publish, viewers } = createScriptedRun();
  const { outlet, frames, drain } = createScriptedOutlet();
  record(5000);
  publish({ state: 'ended', code: 'finished' });
  const { done } = deliverLive(run, 10, outlet);
  await drain();
  await done;
  expect(frames.length).toBeGreaterThan(1);
  expect(frames.map(({ status }) => status.state).indexOf('ended')).toBe(frames.length - 1);
  expect(frames[0]?.from).toBe(10);
  expect(viewers.size).toBe(0);
});

test('a change of status is sent without events', async () => {
  const { run, publish } = createScriptedRun();
  const { outlet, frames, drain } = createScriptedOutlet();
  deliverLive(run, 0, outlet);
  await drain();
  for (const place of [2, 1]) {
    publish({ state: 'queued', place });
    await drain();
  }
  publish();
  await drain();
  expect(frames.map(({ status }) => status.place)).toEqual([undefined, 2, 1]);
});

test('who leaves gets nothing more', async () => {
  const { run, record, publish, viewers } = createScriptedRun();
  const { outlet, frames, drain } = createScriptedOutlet();
  const delivery = deliverLive(run, 0, outlet);
  record(1);
  publish();
  delivery.stop();
  await drain();
  await delivery.done;
  expect(frames).toEqual([]);
  expect(viewers.size).toBe(0);
});
