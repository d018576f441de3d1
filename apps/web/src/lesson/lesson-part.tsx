import { usePlayer } from '../player/bench.ts';
import { isRunning } from '../player/player-state.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { missingMoments } from './missing-moments.ts';

/** A heading with its paragraphs; at its end, in one line, what this run did not show of it. */
export function LessonPart({ children }: React.ComponentProps<'section'>) {
  const words = useWords(playerWords).lesson;
  const say = useSay();
  const { lab, trace, isOn } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    length: state.length,
    isOn: isRunning(state),
  }));
  const missing = missingMoments(children, lab, trace).map(({ label }) => say(label));
  const tell = trace ? (isOn ? words.notYet : words.notShown) : words.noRun;
  return (
    <section className="lesson-part">
      {children}
      {missing.length > 0 ? <p className="not-shown">{tell(missing)}</p> : undefined}
    </section>
  );
}
