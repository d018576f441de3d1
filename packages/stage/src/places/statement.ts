// What an object says in one line, on screen and to who listens.
import { assertNever, isAbout, type LockOccupancy, type Occupancy, type TraceEvent, waitersOf } from '@lockstep/trace';
import { listed } from '../marks/thread-words.ts';
import type { PlaceContext } from './context.ts';
import { totalPlaces } from './counting-places.tsx';
import { placeWords } from './words.ts';

/** The state of the object in a few words. */
export function factOf(one: Occupancy, lock: LockOccupancy | undefined, { language, name }: PlaceContext): string {
  const words = placeWords[language];
  switch (one.kind) {
    case 'semaphore':
      return words.left(one.value, totalPlaces(one));
    case 'lock':
      return heldText(one);
    case 'event':
      if (one.isSet) return words.set(name(one.since?.actor ?? ''));
      return one.since ? words.cleared(name(one.since.actor)) : words.notSet;
    case 'barrier':
      if (one.brokenBy) return words.brokenBy(name(one.brokenBy.actor));
      return one.state === 'open' ? words.states.open : words.here(one.inside.length, one.parties);
    case 'condition':
      return lock ? heldText(lock) : words.isFree;
    default:
      return assertNever(one);
  }

  function heldText({ holder, depth }: LockOccupancy): string {
    if (!holder) return words.isFree;
    const held = words.held(name(holder.actor));
    return depth !== undefined && depth > 1 ? listed([held, words.depth(depth)], language) : held;
  }
}

/** The same with everybody's name, as a sentence. */
export function spoken(one: Occupancy, lock: LockOccupancy | undefined, context: PlaceContext): string {
  const { language, name, standings } = context;
  const words = placeWords[language];
  const room = (title: string, actors: readonly string[]) =>
    actors.length === 0 ? [] : [`${title} ${listed(actors.map(name), language)}`];
  const waiting = (of: string) => waitersOf(standings, of).map(({ actor }) => actor);
  const actorsOf = (list: readonly ({ readonly actor: string } | undefined)[]) =>
    list.flatMap((who) => (who ? [who.actor] : []));
  const parts = [`${words.kinds[one.kind]} ${one.name} ${factOf(one, lock, context)}`];
  switch (one.kind) {
    case 'semaphore':
      parts.push(...room(words.inside, actorsOf(one.places)), ...room(words.outside, waiting(one.name)));
      break;
    case 'lock':
      parts.push(...room(words.outside, waiting(one.name)));
      break;
    case 'event':
      parts.push(...room(words.before, waiting(one.name)), ...room(words.passed, actorsOf(one.passed)));
      break;
    case 'barrier':
      parts.push(...room(words.arrived, actorsOf(one.inside)), ...room(words.passed, actorsOf(one.passed)));
      break;
    case 'condition': {
      const door = [...new Set([...actorsOf(one.called), ...(lock ? waiting(lock.name) : [])])];
      parts.push(...room(words.line, actorsOf(one.line)), ...room(words.door, door));
      break;
    }
    default:
      assertNever(one);
  }
  return parts.join(language === 'zh' ? '；' : '; ');
}

/** What the present step says of an object beyond its state: an attempt that failed. */
export function attemptText(event: TraceEvent, object: string, { language, name }: PlaceContext): string | undefined {
  if (!isAbout(event, object)) return undefined;
  const words = placeWords[language];
  switch (event.kind) {
    case 'semaphore.refused':
    case 'lock.refused':
      return words.wentAway(name(event.actor), event.timeoutMs);
    case 'operation.failed':
      return words.failed(name(event.actor), event.error);
    default:
      return undefined;
  }
}
