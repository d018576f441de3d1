import { usePlayer } from '../player/bench.ts';
import { useMoments } from '../player/found-moments.ts';
import { ClaimWidget } from './claim-widget.tsx';
import { soleTarget } from './lesson-links.ts';
import { missingMoments } from './missing-moments.ts';
import { PredictionWidget } from './prediction-widget.tsx';

/** A paragraph never states what the run on screen did not show: then it is left out, and its part says so. */
export function LessonParagraph(props: React.ComponentProps<'p'>) {
  const lab = usePlayer((state) => state.lab);
  const found = useMoments();
  const sole = soleTarget(props.children);
  if (sole) {
    const prediction = lab.predictions.find((one) => one.id === sole.id);
    if (sole.kind === 'predict' && prediction) return <PredictionWidget prediction={prediction} />;
    const claim = lab.claims.find((one) => one.id === sole.id);
    if (sole.kind === 'claim' && claim) return <ClaimWidget claim={claim} />;
  }
  return missingMoments(props.children, lab, found).length > 0 ? undefined : <p {...props} />;
}
