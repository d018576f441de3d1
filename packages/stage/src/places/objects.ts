// Which objects a run has, told from the whole recording: the places are there before anybody comes.
import {
  foldOf,
  isAbout,
  type LockOccupancy,
  type Occupancies,
  type Occupancy,
  occupancies,
  type Trace,
} from '@lockstep/trace';

/** An object of the run, and who ever has to do with it. */
export interface PlacedObject {
  readonly name: string;
  /** As it is before anything happens. */
  readonly initial: Occupancy;
  /** A lock that counts its acquires. */
  readonly isReentrant: boolean;
  readonly actors: readonly string[];
}

/** All objects, without the locks that a condition shows as its own. */
export function objectsOf(trace: Trace, length: number): readonly PlacedObject[] {
  const all = foldOf(occupancies, trace).at(length);
  const inside = new Set([...all.values()].flatMap((one) => (one.kind === 'condition' ? [one.lock] : [])));
  return [...all.values()]
    .filter((one) => one.kind !== 'lock' || !inside.has(one.name))
    .map((one) => {
      const names = one.kind === 'condition' && one.lock !== undefined ? [one.name, one.lock] : [one.name];
      return { name: one.name, initial: initially(one), ...usersOf(trace, length, names) };
    });
}

/** The object at a cursor. */
export function occupancyAt(state: Occupancies, object: PlacedObject): Occupancy {
  const now = state.get(object.name) ?? object.initial;
  if (now.kind === 'barrier' && now.parties === 0) return object.initial;
  if (now.kind === 'condition' && object.initial.kind === 'condition') return { ...object.initial, ...now };
  return now;
}

/** The lock of a condition at a cursor. */
export function lockAt(state: Occupancies, name: string): LockOccupancy {
  const lock = state.get(name);
  return lock?.kind === 'lock' ? lock : { kind: 'lock', name };
}

function initially(last: Occupancy): Occupancy {
  switch (last.kind) {
    case 'semaphore':
      return { ...last, value: last.initial, places: [] };
    case 'lock':
      return { kind: 'lock', name: last.name };
    case 'event':
      return { kind: 'event', name: last.name, isSet: false, passed: [], gaveUp: [] };
    case 'barrier':
      return {
        kind: 'barrier',
        name: last.name,
        parties: last.parties,
        state: 'filling',
        inside: [],
        passed: [],
        rounds: 0,
      };
    case 'condition': {
      const { name, lock } = last;
      return { kind: 'condition', name, ...(lock === undefined ? {} : { lock }), line: [], called: [], unheard: [] };
    }
  }
}

function usersOf(trace: Trace, length: number, names: readonly string[]) {
  const users = new Set<string>();
  let isReentrant = false;
  for (let seq = 0; seq < length; seq++) {
    const event = trace.event(seq);
    if (!names.some((name) => isAbout(event, name))) continue;
    users.add(event.actor);
    isReentrant ||= event.kind === 'lock.acquired' && event.depth !== undefined;
  }
  const alike = new Set(trace.header.actors.filter(({ id }) => users.has(id)).map(({ program }) => program));
  const actors = trace.header.actors.filter(
    ({ id, program }) => users.has(id) || (program !== undefined && alike.has(program)),
  );
  return { isReentrant, actors: actors.map(({ id }) => id) };
}
