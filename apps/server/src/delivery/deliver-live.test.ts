import type { Frame, RunStatus } from '@lockstep/lab';
import { expect, test } from 'vitest';
import { createEventLinesReader } from '../runs/event-lines.ts';
import type { WatchableRun } from '../runs/run-contract.ts';
import { testTrace } from '../testing/test-trace.ts';
import { createAudiences } from './audience.ts';
import { deliverLive as deliver } from './deliver-live.ts';
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
    linesFrom: (from, until = published) => read(from, Math.min(until, published)),
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
  const outlet = {
    isReady: true as boolean,
    ready: () => new Promise<boolean>((resolve) => asked.push(resolve)),
    send: (frame: Frame) => void frames.push(frame),
  } satisfies Outlet;
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

const audienceOf = createAudiences();

const deliverLive = (run: WatchableRun, from: number, outlet: Outlet) => deliver(run, from, outlet, audienceOf(run));

/** Viewers from the first event on, who have got all that there is. */
async function gather(run: WatchableRun, count: number) {
  const viewers = Array.from({ length: count }, () => createScriptedOutlet());
  const deliveries = viewers.map(({ outlet }) => deliverLive(run, 0, outlet));
  for (const { drain } of viewers) await drain();
  return { viewers, deliveries };
}

/** The frames of a viewer follow each other without a gap, and hold this many events. */
function expectAll(frames: readonly Frame[], count: number): void {
  let position = 0;
  for (const frame of frames) {
    expect(frame.from).toBe(position);
    position += countOf(frame);
  }
  expect(position).toBe(count);
  expect(frames.filter(({ header }) => header !== undefined)).toHaveLength(1);
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

test('for those who stand side by side a frame is made once', async () => {
  const { run, record, publish } = createScriptedRun();
  const { viewers } = await gather(run, 3);
  for (let n = 0; n < 5; n++) {
    record(2);
    publish();
  }
  for (const { frames } of viewers) {
    expectAll(frames.slice(1), 10);
    for (const [index, frame] of frames.entries()) expect(frame).toBe(viewers[0]?.frames[index]);
  }
});

test('who cannot take a frame is passed over, catches up alone, and stands with the others again', async () => {
  const { run, record, publish, viewers: watching } = createScriptedRun();
  const { viewers } = await gather(run, 2);
  const [slow, fast] = viewers as [(typeof viewers)[0], (typeof viewers)[0]];
  record(1);
  publish();
  slow.outlet.isReady = false;
  for (let n = 0; n < 3; n++) {
    record(1);
    publish();
  }
  expect(slow.frames).toHaveLength(2);
  expect(fast.frames).toHaveLength(5);
  slow.outlet.isReady = true;
  await slow.drain();
  expect(slow.frames.map(countOf)).toEqual([0, 1, 3]);
  expect(watching.size).toBe(1);
  record(1);
  publish();
  expect(slow.frames.at(-1)).toBe(fast.frames.at(-1));
  for (const { frames } of viewers) expectAll(frames.slice(1), 5);
});

test('the end reaches the whole audience, and then nobody is left', async () => {
  const { run, record, publish, viewers: watching } = createScriptedRun();
  const { viewers, deliveries } = await gather(run, 3);
  record(3);
  publish({ state: 'ended', code: 'finished' });
  await Promise.all(deliveries.map(({ done }) => done));
  for (const { frames } of viewers) {
    expect(frames).toHaveLength(2);
    expect(frames.at(-1)?.status.state).toBe('ended');
  }
  expect(watching.size).toBe(0);
});

test('with the last of an audience the run loses its last viewer', async () => {
  const { run, viewers: watching } = createScriptedRun();
  const { deliveries } = await gather(run, 2);
  for (const delivery of deliveries) {
    expect(watching.size).toBe(1);
    delivery.stop();
  }
  expect(watching.size).toBe(0);
});

test('those who catch up at different times share what they are sent', async () => {
  const { run, record, publish } = createScriptedRun();
  const [early, late] = [createScriptedOutlet(), createScriptedOutlet()];
  record(600);
  publish();
  deliverLive(run, 0, early.outlet);
  await early.drain();
  record(10);
  publish();
  await early.drain();
  deliverLive(run, 0, late.outlet);
  await late.drain();
  expectAll(early.frames, 610);
  expectAll(late.frames, 610);
  expect(late.frames[0]).toBe(early.frames[0]);
});
