import type { ThreadStanding, Trace } from '@lockstep/trace';
import type { ReactNode } from 'react';
import { actorColour, colourClass } from '../actor-colour.ts';
import type { StageSelection } from '../stage-props.ts';
import type { Language } from '../text.ts';
import { ThreadDisc } from './thread-disc.tsx';
import { namedReason, standingText, threadWords } from './thread-words.ts';

/** What every row of a stage has in common. */
interface ThreadRowContext {
  readonly trace: Trace;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly selection: StageSelection;
  readonly onSelect: (selection: StageSelection) => void;
  /** Actor of the present step. */
  readonly nowActor: string | undefined;
}

interface ThreadRowProps extends ThreadRowContext {
  readonly standing: ThreadStanding;
  /** What it waits for, where the drawing knows better than the name of the object. */
  readonly reason?: string | undefined;
  /** In place of what it is doing: what it did in the present step. */
  readonly deed?: string | undefined;
  /** What it has in its hands. */
  readonly children?: ReactNode;
}

/** A thread with what it is doing: ready pale, waiting hatched with its reason, asleep dotted. Press it to select it. */
export function ThreadRow(props: ThreadRowProps) {
  const { trace, standing, name, language, selection, onSelect, nowActor, reason, deed, children } = props;
  const { actor, state, failure, isDaemon } = standing;
  const isSelected = selection.actor === actor;
  return (
    <button
      type="button"
      className={`ls-thread ${colourClass(actorColour(trace, actor))}`}
      data-state={state}
      data-failed={failure ? true : undefined}
      data-now={nowActor === actor || undefined}
      aria-pressed={isSelected}
      onClick={() => onSelect({ actor: isSelected ? undefined : actor })}
    >
      <ThreadDisc trace={trace} actor={actor} state={state} />
      <span className="ls-thread-name">
        {name(actor)}
        {isDaemon && <small> {threadWords[language].daemon}</small>}
      </span>
      <span className="ls-thread-state">
        <span>{deed ?? standingText(standing, language, reason ?? namedReason(standing.on, name))}</span>
      </span>
      {children}
    </button>
  );
}
