import { actorColour, colourClass } from '../actor-colour.ts';
import { ThreadDisc } from '../marks/thread-disc.tsx';
import type { PlaceContext } from './context.ts';

interface PersonProps extends PlaceContext {
  readonly actor: string;
  /** Waiting is hatched, called dashed. */
  readonly manner?: 'waiting' | 'called' | undefined;
  readonly note?: string | undefined;
}

/** A thread that stands somewhere: disc, name, and a note. Press it to select it. */
export function Person({ trace, name, standings, selection, onSelect, present, actor, manner, note }: PersonProps) {
  const isSelected = selection.actor === actor;
  return (
    <button
      type="button"
      className={`ls-person ${colourClass(actorColour(trace, actor))}`}
      data-manner={manner}
      aria-pressed={isSelected}
      onClick={() => onSelect({ actor: isSelected ? undefined : actor })}
    >
      <ThreadDisc trace={trace} actor={actor} state={standings.get(actor)?.state} isNow={present?.actor === actor} />
      <span className="ls-person-name">{name(actor)}</span>
      {note !== undefined && <small>{note}</small>}
    </button>
  );
}
