import { Children, isValidElement, type ReactNode } from 'react';
import { soleTarget } from '../lesson/lesson-links.ts';
import { usePlayer } from '../player/bench.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useSay, useWords } from '../words/use-words.ts';

/** A part of the lesson, shut until it is needed; its heading opens it. */
export function FoldedPart({ children }: React.ComponentProps<'section'>) {
  const words = useWords(presenterWords).notes;
  const all = Children.toArray(children);
  const heading = all.find((child) => isValidElement<{ children?: ReactNode }>(child) && child.type === 'h2');
  return (
    <details className="folded-part">
      <summary>{isValidElement<{ children?: ReactNode }>(heading) ? heading.props.children : words.before}</summary>
      {all.filter((child) => child !== heading)}
    </details>
  );
}

/** A whole paragraph; where a learner is asked or a claim is tested, its words alone. */
export function NotesParagraph(props: React.ComponentProps<'p'>) {
  const say = useSay();
  const lab = usePlayer((state) => state.lab);
  const sole = soleTarget(props.children);
  const prediction = sole?.kind === 'predict' ? lab.predictions.find(({ id }) => id === sole.id) : undefined;
  const claim = sole?.kind === 'claim' ? lab.claims.find(({ id }) => id === sole.id) : undefined;
  if (prediction)
    return (
      <p>
        <strong>{say(prediction.question)}</strong> {say(prediction.afterwards)}
      </p>
    );
  return claim ? <p>{say(claim.text)}</p> : <p {...props} />;
}
