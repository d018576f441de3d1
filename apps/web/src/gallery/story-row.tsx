import type { Lab } from '@lockstep/lab';
import type { Story } from '@lockstep/stage';
import { type Mode, SOURCES, type Trace } from '@lockstep/trace';
import { useEffect, useState } from 'react';
import { ErrorBoundary } from '../frame/error-boundary.tsx';
import { useWidth } from '../frame/use-width.ts';
import { type Listings, labWith, loadListings } from '../labs/labs.ts';
import { fetchGolden } from '../live/server-pages.ts';
import { useSettings } from '../settings/settings.ts';
import { galleryWords } from '../words/gallery-words.ts';
import { useSay, useWords } from '../words/use-words.ts';

/** A run of a lab and the program that ran. */
interface Golden {
  readonly trace: Trace;
  readonly program: Listings;
}

/** One stage, once for each moment of its lab's recording. */
export function StoryRow({ story }: { readonly story: Story }) {
  const words = useWords(galleryWords);
  const say = useSay();
  const lab = labWith(story.lab);
  const golden = useGolden(story.lab, story.mode);
  return (
    <section className="story" aria-labelledby={story.id}>
      <h2 id={story.id}>{say(story.title)}</h2>
      {golden === 'waiting' ? <p role="status">{words.waiting}</p> : undefined}
      {golden === 'none' || !lab ? <p>{words.none(story.lab)}</p> : undefined}
      {typeof golden === 'object' && lab ? (
        <div className="story-moments">
          {momentsOf(lab, golden.trace).map(({ id, title, cursor }) => (
            <figure key={id}>
              <figcaption>
                {title ? say(title) : words.end} <span>{words.step(cursor)}</span>
              </figcaption>
              <ErrorBoundary isPart>
                <Still story={story} lab={lab} golden={golden} cursor={cursor} />
              </ErrorBoundary>
            </figure>
          ))}
        </div>
      ) : undefined}
    </section>
  );
}

interface StillProps {
  readonly story: Story;
  readonly lab: Lab;
  readonly golden: Golden;
  readonly cursor: number;
}

const INITIAL_WIDTH = 640;
const SELECTED_NOTHING = {};
const ALL_SOURCES = new Set<string>(SOURCES);
const stayStill = (): void => undefined;

function Still({ story, lab, golden: { trace, program }, cursor }: StillProps) {
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

function useGolden(id: string, mode: Mode | undefined): Golden | 'waiting' | 'none' {
  const [golden, setGolden] = useState<Golden | 'waiting' | 'none'>('waiting');
  useEffect(() => {
    let isCurrent = true;
    void loadGolden(id, mode).then((loaded) => isCurrent && setGolden(loaded ?? 'none'));
    return () => {
      isCurrent = false;
    };
  }, [id, mode]);
  return golden;
}

async function loadGolden(id: string, mode: Mode | undefined): Promise<Golden | undefined> {
  const lab = labWith(id);
  if (!lab) return undefined;
  try {
    const [trace, program] = await Promise.all([fetchGolden(id, mode), loadListings(lab)]);
    return trace && { trace, program };
  } catch (error) {
    console.error(error);
    return undefined;
  }
}
