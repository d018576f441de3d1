// Objects with places to stand in: semaphores and locks.
import { type LockOccupancy, type SemaphoreOccupancy, waitersOf } from '@lockstep/trace';
import type { PlaceContext } from './context.ts';
import { Bay, Line, Room } from './rooms.tsx';
import { placeWords } from './words.ts';

/** Cars before a car park: places taken, places free, and places that were not there at first. */
export function SemaphorePlaces({ semaphore, ...context }: PlaceContext & { readonly semaphore: SemaphoreOccupancy }) {
  const words = placeWords[context.language];
  const total = totalPlaces(semaphore);
  return (
    <div className="ls-rooms" data-rooms="counting">
      <Outside {...context} of={semaphore.name} />
      <Room title={words.inside} hint={total > semaphore.initial ? words.grown(total - semaphore.initial) : undefined}>
        <ol className="ls-bays">
          {Array.from({ length: total }, (_, place) => (
            // A place is its number.
            <Bay key={place} {...context} occupant={semaphore.places[place]} isExtra={place >= semaphore.initial} />
          ))}
        </ol>
      </Room>
    </div>
  );
}

/** As many as there were at first, or as are taken and free now: whoever gives back more than was taken adds some. */
export function totalPlaces({ initial, value, places }: SemaphoreOccupancy): number {
  const taken = places.filter((one) => one !== undefined).length;
  return Math.max(initial, places.findLastIndex((one) => one !== undefined) + 1, taken + value);
}

export function LockPlace({ lock, ...context }: PlaceContext & { readonly lock: LockOccupancy }) {
  const words = placeWords[context.language];
  return (
    <div className="ls-rooms" data-rooms="counting">
      <Outside {...context} of={lock.name} />
      <Room title={words.inside}>
        <ol className="ls-bays">
          <Bay {...context} occupant={lock.holder} depth={lock.depth ?? 1} />
        </ol>
      </Room>
    </div>
  );
}

function Outside({ of, ...context }: PlaceContext & { readonly of: string }) {
  const words = placeWords[context.language];
  const waiters = waitersOf(context.standings, of);
  return (
    <Room title={words.outside} hint={waiters.length > 1 ? words.noPromise : undefined}>
      <Line {...context} waiters={waiters} />
    </Room>
  );
}
