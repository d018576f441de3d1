// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Story, stories } from './stories.ts';
import { barsTrace } from './testing/bars-trace.ts';
import { troubledTrace } from './testing/cable-trace.ts';
import { gilTrace } from './testing/gil-trace.ts';
import { handshakeTrace } from './testing/handshake-trace.ts';
import { backlogTrace } from './testing/listener-trace.ts';
import { objectsTrace } from './testing/objects-trace.ts';
import { carParkTrace } from './testing/places-trace.ts';
import { poolTrace } from './testing/pool-trace.ts';
import { bunsTrace } from './testing/queue-trace.ts';
import { batchTrace, raceTrace, searchTrace } from './testing/race-trace.ts';
import { philosophers, spaceTrace } from './testing/space-trace.ts';
import { cuttingTrace } from './testing/stream-trace.ts';
import { crosswiseTrace } from './testing/wait-for-trace.ts';

afterEach(cleanup);

const traces: Readonly<Record<string, Trace>> = {
  network: handshakeTrace(),
  stream: cuttingTrace(),
  cable: troubledTrace(),
  backlog: backlogTrace(),
  threads: raceTrace('111222121212'),
  batch: batchTrace([
    [0, 30],
    [1, 3],
  ]),
  search: searchTrace(),
  deadlock: crosswiseTrace(),
  space: spaceTrace(philosophers(2)),
  objects: objectsTrace(),
  queue: bunsTrace(),
  cars: carParkTrace(8, 3),
  pool: poolTrace(),
  gil: gilTrace({ switches: 6 }),
  measured: barsTrace(),
};

function drawn(story: Story, trace: Trace, cursor: number, width: number): string {
  const Stage = story.component;
  const { container } = render(
    <Stage
      trace={trace}
      length={trace.length}
      cursor={cursor}
      spacing="logical"
      language="en"
      name={(actor) => actor}
      showFuture
      sources={new Set(['wire', 'kernel', 'program', 'derived', 'model'])}
      selection={{}}
      onSelect={() => undefined}
      onSeek={() => undefined}
      width={width}
      height={story.height}
      program={{ python: 'def client():\n    pass\n', typescript: '' }}
    />,
  );
  const html = container.innerHTML.replaceAll(/_r_[^"_]*_|«[^»]*»/g, '');
  cleanup();
  return html;
}

function shownBy(story: Story): Trace {
  const trace = Object.values(traces).find((one) => story.shows(one));
  if (!trace) throw new Error(`no sample for the stage ${story.id}`);
  return trace;
}

it('each stage knows its runs by what happened in them, whichever lab they are of', () => {
  const shown = Object.fromEntries(
    stories.map((story) => [
      story.id,
      Object.entries(traces).flatMap(([name, trace]) => (story.shows(trace) ? [name] : [])),
    ]),
  );
  expect(shown).toEqual({
    sequence: ['network', 'stream', 'cable', 'backlog'],
    stream: ['network', 'stream', 'cable'],
    'tcp-states': ['network', 'stream', 'cable', 'backlog'],
    listener: ['network', 'backlog'],
    'socket-table': ['network', 'cable', 'backlog'],
    bytes: ['network', 'stream', 'cable', 'backlog'],
    lanes: ['threads', 'deadlock', 'queue', 'cars', 'pool'],
    outcomes: ['batch'],
    bars: ['gil', 'measured'],
    slices: ['gil'],
    program: ['network', 'threads'],
    search: ['search', 'space'],
    'wait-for': ['deadlock'],
    'state-space': ['space'],
    objects: ['objects'],
    queue: ['queue'],
    places: ['deadlock', 'cars'],
    futures: ['pool'],
  });
});

describe.each(stories.map((story) => [story.id, story] as const))('the %s stage', (_, story) => {
  it('draws steps at every width without a number that is none', () => {
    const trace = shownBy(story);
    for (const width of [320, 600, 736])
      for (let cursor = 0; cursor <= trace.length; cursor += 11)
        expect(drawn(story, trace, cursor, width)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('draws the same step the same, whichever way the cursor came', () => {
    const trace = shownBy(story);
    const forwards = [5, 9, 14].map((cursor) => drawn(story, trace, cursor, 736));
    const backwards = [14, 9, 5].map((cursor) => drawn(story, trace, cursor, 736)).toReversed();
    expect(forwards).toEqual(backwards);
  });
});
