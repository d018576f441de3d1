import { usePlayer } from '../player/bench.ts';
import { parseTarget } from './lesson-links.ts';
import { StepLink } from './step-link.tsx';

/** A link to a moment goes to its step in this very run. */
export function LessonLink(props: React.ComponentProps<'a'>) {
  const { lab, trace } = usePlayer((state) => ({ lab: state.lab, trace: state.trace, length: state.length }));
  const target = parseTarget(props.href);
  if (!target) {
    return (
      <a {...props} rel="noreferrer" target="_blank">
        {props.children}
      </a>
    );
  }
  const seq = trace && lab.moments.find((moment) => moment.id === target.id)?.find(trace);
  return seq === undefined ? <span>{props.children}</span> : <StepLink seq={seq}>{props.children}</StepLink>;
}
