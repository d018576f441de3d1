import { usePlayer } from '../player/bench.ts';
import { isRunning } from '../player/player-state.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { ClaimWidget } from './claim-widget.tsx';
import { soleTarget, targetsIn } from './lesson-links.ts';
import { PredictionWidget } from './prediction-widget.tsx';

/** A paragraph never states what the run on screen did not show: then it says that instead. */
export function LessonParagraph(props: React.ComponentProps<'p'>) {
  const words = useWords(playerWords);
  const say = useSay();
  const { lab, trace, isOn } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    length: state.length,
    isOn: isRunning(state),
  }));
  const sole = soleTarget(props.children);
  if (sole) {
    const prediction = lab.predictions.find((one) => one.id === sole.id);
    if (sole.kind === 'predict' && prediction) return <PredictionWidget prediction={prediction} />;
    const claim = lab.claims.find((one) => one.id === sole.id);
    if (sole.kind === 'claim' && claim) return <ClaimWidget claim={claim} />;
  }
  const missing = targetsIn(props.children)
    .filter((target) => target.kind === 'moment')
    .map((target) => lab.moments.find((moment) => moment.id === target.id))
    .find((moment) => !moment || !trace || moment.find(trace) === undefined);
  if (!missing) return <p {...props} />;
  const name = say(missing.label);
  return (
    <p className="not-shown">
      {trace ? (isOn ? words.lesson.notYet(name) : words.lesson.notShown(name)) : words.lesson.noRun(name)}
    </p>
  );
}
