// @vitest-environment jsdom
import type { Trace } from '@lockstep/trace';
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { type Story, stories } from './stories.ts';
import { handshakeTrace } from './testing/handshake-trace.ts';
import { raceTrace } from './testing/race-trace.ts';

afterEach(cleanup);

const traces: Readonly<Record<string, () => Trace>> = {
  handshake: handshakeTrace,
  race: () => raceTrace('111222121212'),
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

describe.each(stories.map((story) => [story.id, story] as const))('the %s stage', (_, story) => {
  it('draws steps at every width without a number that is none', () => {
    const trace = (traces[story.lab] as () => Trace)();
    for (const width of [320, 600, 736])
      for (let cursor = 0; cursor <= trace.length; cursor += 11)
        expect(drawn(story, trace, cursor, width)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('draws the same step the same, whichever way the cursor came', () => {
    const trace = (traces[story.lab] as () => Trace)();
    const forwards = [5, 9, 14].map((cursor) => drawn(story, trace, cursor, 736));
    const backwards = [14, 9, 5].map((cursor) => drawn(story, trace, cursor, 736)).toReversed();
    expect(forwards).toEqual(backwards);
  });
});
