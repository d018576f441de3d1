// A condition is two rooms: the line of those who wait to be notified, and the one place of its lock with its own line.
import {
  type ConditionOccupancy,
  type LockOccupancy,
  type Occupant,
  type ThreadStanding,
  waitersOf,
} from '@lockstep/trace';
import type { PlaceContext } from './context.ts';
import { Bay, Line, Room } from './rooms.tsx';
import { placeWords } from './words.ts';

interface ConditionPlacesProps extends PlaceContext {
  readonly condition: ConditionOccupancy;
  readonly lock: LockOccupancy;
}

export function ConditionPlaces({ condition, lock, ...context }: ConditionPlacesProps) {
  const words = placeWords[context.language];
  const { line, called, unheard } = condition;
  const last = unheard.at(-1);
  const isNow = last !== undefined && context.present?.seq === last.since;
  return (
    <>
      <div className="ls-rooms" data-rooms="condition">
        <Room title={words.line}>
          <Line {...context} waiters={line.map((one) => standing(context, one, 'waiting'))} />
        </Room>
        <span className="ls-notify" aria-hidden="true">
          notify() →
        </span>
        <Room title={words.door}>
          <Line {...context} waiters={atTheDoor(context, lock, called)} called={words.called} />
        </Room>
        <Room title={words.lock}>
          <ol className="ls-bays">
            <Bay {...context} occupant={lock.holder} depth={lock.depth ?? 1} />
          </ol>
        </Room>
      </div>
      {last && (
        <button
          type="button"
          className="ls-unheard"
          data-now={isNow || undefined}
          onClick={() => context.onSeek(last.since + 1)}
        >
          ✕ {words.unheard(context.name(last.actor), last.since + 1, unheard.length)}
        </button>
      )}
    </>
  );
}

/** Those who want the lock: the notified and whoever comes from outside. */
function atTheDoor(context: PlaceContext, lock: LockOccupancy, called: readonly Occupant[]): readonly ThreadStanding[] {
  const waiting = waitersOf(context.standings, lock.name);
  const notified = called
    .filter((one) => !waiting.some(({ actor }) => actor === one.actor))
    .map((one) => standing(context, one, 'called'));
  return [...notified, ...waiting].sort((a, b) => a.since - b.since);
}

/** As it stands in this room, whatever it says itself. */
function standing(
  { standings }: PlaceContext,
  { actor, since }: Occupant,
  state: 'waiting' | 'called',
): ThreadStanding {
  const own = standings.get(actor);
  const isDaemon = own?.isDaemon ?? false;
  const { timeoutMs } = own ?? {};
  return { actor, state, since, isDaemon, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
}
