import { FileNote } from '../file/file-note.tsx';
import { TRACKS } from '../labs/tracks.ts';
import { usePlayer } from '../player/bench.ts';
import { site } from '../site.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { LessonText } from './lesson-text.tsx';
import { RunBox } from './run-box.tsx';

export function LessonColumn() {
  const words = useWords(playerWords);
  const say = useSay();
  const lab = usePlayer((state) => state.lab);
  return (
    <section className="col lesson" aria-label={words.tabs.lesson}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keys */}
      <div className="lesson-scroll" tabIndex={0} role="region" aria-label={say(lab.title)}>
        <div className="cap">
          {words.lab(`${lab.track}${lab.place}`)} · {say(TRACKS[lab.track])}
        </div>
        <h1>{say(lab.title)}</h1>
        <LessonText />
      </div>
      {site === 'file' ? <FileNote /> : <RunBox />}
    </section>
  );
}
