import { type ThreadState, type Trace, threadNumber } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';

interface ThreadDiscProps {
  readonly trace: Trace;
  readonly actor: string;
  /** Outlined when it is over, dashed before it starts, struck when it was killed. */
  readonly state?: ThreadState | undefined;
  readonly isSmall?: boolean;
  /** The present step did something with it. */
  readonly isNow?: boolean;
}

/** A thread as a disc with its number, in its colour. */
export function ThreadDisc({ trace, actor, state, isSmall = false, isNow = false }: ThreadDiscProps) {
  return (
    <span
      className={`ls-disc ${colourClass(actorColour(trace, actor))}`}
      data-state={state}
      data-small={isSmall || undefined}
      data-now={isNow || undefined}
      aria-hidden="true"
    >
      {discText(trace, actor)}
    </span>
  );
}

/** Number of a thread; the letter of an actor that has none, or that is not scheduled. */
function discText(trace: Trace, actor: string): string {
  const isScheduled = trace.header.actors.some(({ id, role }) => id === actor && role === 'thread');
  const number = isScheduled ? threadNumber(actor) : undefined;
  return number === undefined ? actor.slice(0, 1) : String(number);
}
