import type { Lab } from '@lockstep/lab';
import type { Story } from '@lockstep/stage';
import { SOURCES, type Trace } from '@lockstep/trace';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { useWidth } from '../frame/use-width.ts';
import { useSettings } from '../settings/settings.ts';
import { galleryWords } from '../words/gallery-words.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import type { Golden } from './golden.ts';

interface StoryRowProps {
  readonly story: Story;
  readonly goldens: readonly Golden[];
}

/** One stage, once for each moment of each recording that it shows. */
export function StoryRow({ story, goldens }: StoryRowProps) {
  const words = useWords(galleryWords);
  const { modes } = useWords(playerWords);
  const say = useSay();
  const shown = goldens.filter(({ trace }) => story.shows(trace));
  return (
    <section className="story" aria-labelledby={story.id}>
      <h2 id={story.id}>{say(story.title)}</h2>
      {shown.length === 0 ? <p>{words.none(say(story.title))}</p> : undefined}
      <div className="story-moments">
        {shown.flatMap((golden) =>
          momentsOf(golden.lab, golden.trace).map(({ id, title, cursor }) => {
            const run = `${say(golden.lab.title)}, ${modes[golden.trace.header.mode]}`;
            const moment = title ? say(title) : words.end;
            return (
              <figure key={`${golden.trace.header.run} ${id}`} aria-label={`${run}, ${say(story.title)}, ${moment}`}>
                <figcaption>
                  {moment}{' '}
                  <span>
                    {run}, {words.step(cursor)}
                  </span>
                </figcaption>
                <ErrorBoundary isPart>
                  <Still story={story} golden={golden} cursor={cursor} />
                </ErrorBoundary>
              </figure>
            );
          }),
        )}
      </div>
    </section>
  );
}

interface StillProps {
  readonly story: Story;
  readonly golden: Golden;
  readonly cursor: number;
}

const INITIAL_WIDTH = 640;
const SELECTED_NOTHING = {};
const ALL_SOURCES = new Set<string>(SOURCES);
const stayStill = (): void => undefined;

function Still({ story, golden: { lab, trace, program }, cursor }: StillProps) {
  const language = useSettings((settings) => settings.language);
  const [box, width] = useWidth<HTMLDivElement>(INITIAL_WIDTH);
  const Stage = story.component;
  return (
    <div ref={box} className="still" style={{ height: story.height }}>
      <Stage
        trace={trace}
        program={program}
        length={trace.length}
        cursor={cursor}
        spacing="logical"
        language={language}
        name={(actor) => lab.actorName(actor)[language]}
        showFuture
        sources={ALL_SOURCES}
        selection={SELECTED_NOTHING}
        onSelect={stayStill}
        onSeek={stayStill}
        width={width}
        height={story.height}
      />
    </div>
  );
}

function momentsOf(lab: Lab, trace: Trace) {
  const named = lab.moments.flatMap((moment) => {
    const seq = moment.find(trace);
    return seq === undefined ? [] : [{ id: moment.id, title: moment.label, cursor: seq + 1 }];
  });
  return [...named.sort((a, b) => a.cursor - b.cursor), { id: 'end', title: undefined, cursor: trace.length }];
}
