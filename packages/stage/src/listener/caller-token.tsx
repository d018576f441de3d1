import type { Caller, ColourNumber } from '@lockstep/trace';
import { colourClass } from '../actor-colour.ts';

interface CallerTokenProps {
  readonly caller: Caller;
  readonly colour: ColourNumber;
  /** What it goes through, for who points at it and who does not see it. */
  readonly says: string;
  /** Its host in the learner's language. */
  readonly host: string;
  readonly now: boolean;
  readonly onSelect: () => void;
}

/** A caller, known by its port. */
export function CallerToken({ caller, colour, says, host, now, onSelect }: CallerTokenProps) {
  const label = `${host}:${caller.port}: ${says}`;
  return (
    <button
      type="button"
      className={`ls-caller ${colourClass(colour)}`}
      data-place={caller.place}
      data-implied={!caller.isTold || undefined}
      data-believes={(caller.believesConnected && caller.place === 'syn-queue') || undefined}
      data-cookie={caller.withCookie || undefined}
      data-now={now || undefined}
      aria-label={label}
      title={label}
      onClick={onSelect}
    >
      {caller.port}
    </button>
  );
}
