// Objects that are a gate: all wait before it until it opens for all.
import { type BarrierOccupancy, type EventOccupancy, waitersOf } from '@lockstep/trace';
import type { PlaceContext } from './context.ts';
import { Bay, Gate, Gone, Line, Room } from './rooms.tsx';
import { placeWords } from './words.ts';

/** The places fill; when all are taken the bar opens and all leave at once. */
export function BarrierPlaces({ barrier, ...context }: PlaceContext & { readonly barrier: BarrierOccupancy }) {
  const words = placeWords[context.language];
  const { state, inside, passed, brokenBy } = barrier;
  const gate = state === 'broken' ? 'torn' : state === 'open' ? 'open' : 'closed';
  return (
    <div className="ls-rooms" data-rooms="gated">
      <Room title={words.arrived} hint={words.states[state]}>
        <ol className="ls-bays" data-torn={state === 'broken' || undefined}>
          {Array.from({ length: Math.max(barrier.parties, inside.length) }, (_, place) => (
            // A place is its number.
            <Bay key={place} {...context} occupant={inside[place]} />
          ))}
        </ol>
      </Room>
      <Gate state={gate} />
      <Room title={words.passed} hint={brokenBy ? `✕ ${words.brokenBy(context.name(brokenBy.actor))}` : undefined}>
        <Gone {...context} occupants={passed} />
      </Room>
    </div>
  );
}

/** Closed: the waiters stand before it. Set: it is open, and whoever comes passes. */
export function EventPlaces({ event, ...context }: PlaceContext & { readonly event: EventOccupancy }) {
  const words = placeWords[context.language];
  return (
    <div className="ls-rooms" data-rooms="gated">
      <Room title={words.before}>
        <Line {...context} waiters={waitersOf(context.standings, event.name)} />
      </Room>
      <Gate state={event.isSet ? 'open' : 'closed'} />
      <div className="ls-room-pair">
        <Room title={words.passed}>
          <Gone {...context} occupants={event.passed} />
        </Room>
        {event.gaveUp.length > 0 && (
          <Room title={words.gaveUp}>
            <Gone {...context} occupants={event.gaveUp} />
          </Room>
        )}
      </div>
    </div>
  );
}
