import { useId, useState } from 'react';
import { LessonLink } from '../lesson/lesson-link.tsx';
import { useLesson } from '../lesson/use-lesson.ts';
import { usePlayer } from '../player/bench.ts';
import { remember, remembered } from '../settings/remembered.ts';
import { playerWords } from '../words/player-words.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { FoldedPart, NotesParagraph } from './folded-part.tsx';

const components = { a: LessonLink, p: NotesParagraph, section: FoldedPart };

/** What the instructor reads while speaking: the lab's lesson, folded by heading, and notes of their own. */
export function Notes() {
  const words = useWords(presenterWords).notes;
  const { lesson } = useWords(playerWords);
  const say = useSay();
  const lab = usePlayer((state) => state.lab);
  const loaded = useLesson(lab);
  return (
    <section className="notes" aria-label={words.title}>
      <h2 className="cap">{words.title}</h2>
      <OwnNotes key={lab.id} labId={lab.id} />
      <div className="lesson-text">
        {loaded?.Content ? <loaded.Content components={components} /> : <p className="aside">{say(lab.summary)}</p>}
        {loaded && !loaded.Content ? <p role="alert">{lesson.missing}</p> : undefined}
      </div>
    </section>
  );
}

/** Notes of the instructor's own on a lab, kept in this browser. */
function OwnNotes({ labId }: { readonly labId: string }) {
  const words = useWords(presenterWords).notes;
  const id = useId();
  const key = `notes.${labId}`;
  const [text, setText] = useState(() => remembered(key) ?? '');
  return (
    <div className="own-notes">
      <label htmlFor={id}>{words.own}</label>
      <textarea
        id={id}
        rows={3}
        placeholder={words.hint}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          remember(key, event.target.value);
        }}
      />
    </div>
  );
}
