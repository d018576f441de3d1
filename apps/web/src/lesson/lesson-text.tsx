import { usePlayer } from '../player/bench.ts';
import { openPrediction } from '../player/player-state.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { LessonLink } from './lesson-link.tsx';
import { LessonParagraph } from './lesson-paragraph.tsx';
import { LessonPart } from './lesson-part.tsx';
import { useLesson } from './use-lesson.ts';

const components = { a: LessonLink, p: LessonParagraph, pre: LessonCode, section: LessonPart, table: LessonTable };

/** The lesson in the reader's language, with its links tied to the run on screen. */
export function LessonText() {
  const words = useWords(playerWords);
  const say = useSay();
  const { lab, isAsked } = usePlayer((state) => ({
    lab: state.lab,
    isAsked: openPrediction(state) !== undefined,
  }));
  const loaded = useLesson(lab);

  if (!loaded) return <p className="lead">{say(lab.summary)}</p>;
  if (!loaded.Content) {
    return (
      <>
        <p className="lead">{say(lab.summary)}</p>
        <p role="alert">{words.lesson.missing}</p>
      </>
    );
  }
  return (
    <div className="lesson-text" data-asked={isAsked}>
      <loaded.Content components={components} />
      {isAsked ? <p className="lesson-rest">{words.lesson.restAfter}</p> : undefined}
    </div>
  );
}

/** A long line scrolls by itself, by keys too. */
function LessonCode(props: React.ComponentProps<'pre'>) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keys
  return <pre {...props} tabIndex={0} />;
}

/** A wide table scrolls by itself instead of pushing the column. */
function LessonTable(props: React.ComponentProps<'table'>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keys
    <div className="lesson-table" tabIndex={0}>
      <table {...props} />
    </div>
  );
}
