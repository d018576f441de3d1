// @vitest-environment jsdom
// Here packages show their doors for browsers, and nothing is cross-origin isolated: labs run as in a page without
// shared memory. What the virtual machine says of a schedule is what real threads did with it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Frame, goldenFile, initialKnobs, type Lab, type Scenario } from '@lockstep/lab';
import { type BrowserProgram, enterBrowser } from '@lockstep/threads/browser';
import { type Mode, parseTrace, scheduleAt, type Trace, type TraceEvent } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { findRunnableLabs } from '../../sites/runnable-labs.ts';
import { takeFrame } from '../live/take-frame.ts';
import { createEngine } from './create-engine.ts';
import type { RunnableLabs } from './runnable-lab.ts';

const folder = join(import.meta.dirname, '../../../../packages/labs');
const labs = import.meta.glob<Lab>('../../../../packages/labs/*/lab.ts', { import: 'default' });
const scenarios = import.meta.glob<Scenario>('../../../../packages/labs/*/scenario.ts', { import: 'default' });
const programs = import.meta.glob<BrowserProgram>('../../../../packages/labs/*/program.ts');
const path = (id: string, file: string) => `../../../../packages/labs/${id}/${file}`;
const ids = findRunnableLabs();

const runnable: RunnableLabs = Object.fromEntries(
  ids.map((id) => [
    id,
    {
      lab: labs[path(id, 'lab.ts')] as () => Promise<Lab>,
      scenario: scenarios[path(id, 'scenario.ts')] as () => Promise<Scenario>,
      program: programs[path(id, 'program.ts')] as () => Promise<BrowserProgram>,
    },
  ]),
);

enterBrowser({
  startWorker: () => {
    throw new Error('a model needs no worker');
  },
  importProgram: (name) =>
    (programs[path(name.split('/')[0] as string, 'program.ts')] as () => Promise<BrowserProgram>)(),
});

/** Runs it in an engine to its end, by frames as a page gets them. */
async function run(lab: string, request: { mode: Mode; knobs?: object; schedule?: readonly number[]; seed?: number }) {
  let trace: Trace | undefined;
  const machine = { platform: 'test', kernel: '', node: '', cores: 1 };
  let onEnd: (status: Frame['status']) => void;
  const ended = new Promise<Frame['status']>((resolve) => {
    onEnd = resolve;
  });
  const engine = createEngine({
    labs: runnable,
    machine,
    keep: () => undefined,
    send(frame) {
      const taken = takeFrame(trace, frame);
      if (taken === 'hole') throw new Error('a hole');
      trace = taken;
      if (frame.status.state === 'ended' || frame.status.state === 'failed') onEnd(frame.status);
    },
  });
  const reply = await engine.answer('run', { lab, knobs: {}, ...request });
  if (!('run' in reply)) throw new Error(JSON.stringify(reply));
  await engine.answer('watch', { run: reply.run, from: 0 });
  const status = await ended;
  if (status.state === 'failed') throw new Error(status.message);
  return trace as unknown as Trace;
}

/** What happened, without when, who says so, and where it stands in the code. */
function story(trace: Trace): readonly object[] {
  return trace.slice(0).map(({ at: _at, source: _source, line: _line, ...rest }: TraceEvent) => rest);
}

function goldenOf(lab: Lab, mode: Mode): Trace | undefined {
  const file = goldenFile(lab, mode);
  return file === undefined ? undefined : parseTrace(readFileSync(join(folder, lab.id, file), 'utf8'));
}

test('labs that run in a page are found, and those that need more are not', () => {
  expect(ids.length).toBeGreaterThan(10);
  for (const id of Object.keys(labs).map((file) => file.split('/').at(-2) as string)) {
    const needsNode = /@lockstep\/netlab/.test(readFileSync(join(folder, id, 'scenario.ts'), 'utf8'));
    if (needsNode) expect(ids).not.toContain(id);
  }
});

describe.each(ids)('%s', (id) => {
  test('by hand, the virtual machine tells the story of the real threads', async () => {
    const lab = await (runnable[id] as RunnableLabs[string]).lab();
    const golden = goldenOf(lab, 'stepped');
    if (!golden) return;
    const { knobs } = golden.header;
    const modelled = await run(id, { mode: 'stepped', knobs, schedule: scheduleAt(golden, golden.length) });
    expect(story(modelled)).toEqual(story(golden));
    expect(modelled.header.reality.parts).toEqual([]);
    const sources = new Set(modelled.slice(0).map(({ source }) => source));
    expect([...sources]).toEqual(['model']);
  });

  test('at full speed, chance schedules the virtual machine, the same with the same seed', async () => {
    const lab = await (runnable[id] as RunnableLabs[string]).lab();
    if (!lab.modes.includes('free') || lab.needs?.({ mode: 'free', knobs: initialKnobs(lab.knobs) })) return;
    const [first, again] = [await run(id, { mode: 'free', seed: 7 }), await run(id, { mode: 'free', seed: 7 })];
    expect(story(again)).toEqual(story(first));
    expect(first.slice(0).some(({ kind }) => kind === 'outcome.observed')).toBe(true);
    expect(first.slice(0).filter(({ source }) => source !== 'model')).toEqual([]);
  });
});
