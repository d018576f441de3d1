import type { Story } from '@lockstep/stage';
import { galleryWords } from '../words/gallery-words.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import type { Golden } from './golden.ts';
import { Still } from './still.tsx';

interface StoryRowProps {
  readonly story: Story;
  readonly goldens: readonly Golden[];
  /** No more recordings will come. */
  readonly isComplete: boolean;
}

/** One stage, once for each moment of each recording that it shows. */
export function StoryRow({ story, goldens, isComplete }: StoryRowProps) {
  const words = useWords(galleryWords);
  const { modes } = useWords(playerWords);
  const say = useSay();
  const shown = goldens.filter((golden) => golden.stories.has(story.id));
  return (
    <section className="story" aria-labelledby={story.id}>
      <h2 id={story.id}>{say(story.title)}</h2>
      {isComplete && shown.length === 0 ? <p>{words.none(say(story.title))}</p> : undefined}
      <div className="story-moments">
        {shown.flatMap((golden) =>
          golden.moments.map(({ id, title, cursor }) => {
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
                <Still story={story} golden={golden} cursor={cursor} />
              </figure>
            );
          }),
        )}
      </div>
    </section>
  );
}
