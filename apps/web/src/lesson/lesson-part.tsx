import { usePlayer } from '../player/bench.ts';
import { useMoments } from '../player/found-moments.ts';
import { isRunning } from '../player/player-state.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { missingMoments } from './missing-moments.ts';

/** A heading with its paragraphs; at its end, in one line, what this run did not show of it. */
export function LessonPart({ children }: React.ComponentProps<'section'>) {
  const words = useWords(playerWords).lesson;
  const say = useSay();
  const { lab, hasRun, isOn } = usePlayer((state) => ({
    lab: state.lab,
    hasRun: state.trace !== undefined,
    isOn: isRunning(state),
  }));
  const found = useMoments();
  // A long run is searched a little later: until then nobody knows what it does not show.
  const isKnown = !hasRun || found !== undefined;
  const missing = isKnown ? missingMoments(children, lab, found).map(({ label }) => say(label)) : [];
  const tell = hasRun ? (isOn ? words.notYet : words.notShown) : words.noRun;
  return (
    <section className="lesson-part">
      {children}
      {missing.length > 0 ? <p className="not-shown">{tell(missing)}</p> : undefined}
    </section>
  );
}
