// The places of a barrier fill one by one; when all are taken, all leave at once.
// https://docs.python.org/3/library/threading.html#barrier-objects
import type { EventOf } from './event.ts';
import type { Occupant } from './occupancy.ts';

/** A Barrier at a cursor. */
export interface BarrierOccupancy {
  readonly kind: 'barrier';
  readonly name: string;
  /** 0 until the first thread has come and told. */
  readonly parties: number;
  /** `full`: all are there. `open`: they leave. `resetting`: those inside get an error, then it is whole again. */
  readonly state: 'filling' | 'full' | 'open' | 'resetting' | 'broken';
  /** In the order of coming. */
  readonly inside: readonly Occupant[];
  /** Who has left since it was last full. */
  readonly passed: readonly Occupant[];
  /** How many times all have come. */
  readonly rounds: number;
  /** Who broke it: by `abort()`, or because its time ran out. */
  readonly brokenBy?: Occupant;
}

type BarrierEvent = EventOf<
  'barrier.arrived' | 'barrier.opened' | 'barrier.passed' | 'barrier.broken' | 'barrier.reset'
>;

export function afterBarrierEvent(before: BarrierOccupancy | undefined, event: BarrierEvent): BarrierOccupancy {
  const { actor, seq } = event;
  const state = before ?? emptyBarrier(event.barrier);
  const occupant = { actor, since: seq };
  switch (event.kind) {
    case 'barrier.arrived': {
      const isFull = event.waiting === event.parties;
      return {
        ...state,
        parties: event.parties,
        state: isFull ? 'full' : 'filling',
        inside: [...state.inside, occupant],
        passed: [],
        rounds: state.rounds + (isFull ? 1 : 0),
      };
    }
    case 'barrier.opened':
      return { ...state, state: 'open' };
    case 'barrier.passed': {
      const inside = without(state.inside, actor);
      return { ...state, state: inside.length > 0 ? 'open' : 'filling', inside, passed: [...state.passed, occupant] };
    }
    case 'barrier.broken':
      return { ...state, state: 'broken', brokenBy: occupant };
    case 'barrier.reset': {
      const { brokenBy: _, ...whole } = state;
      return { ...whole, state: state.inside.length > 0 ? 'resetting' : 'filling', passed: [] };
    }
  }
}

/** Somebody gets BrokenBarrierError: the first one, if nobody broke it before, is the one whose time ran out. */
export function afterBarrierFailure(state: BarrierOccupancy, event: EventOf<'operation.failed'>): BarrierOccupancy {
  const inside = without(state.inside, event.actor);
  if (state.state === 'resetting') return { ...state, state: inside.length > 0 ? 'resetting' : 'filling', inside };
  return {
    ...state,
    state: 'broken',
    inside,
    brokenBy: state.brokenBy ?? { actor: event.actor, since: event.seq },
  };
}

function emptyBarrier(name: string): BarrierOccupancy {
  return { kind: 'barrier', name, parties: 0, state: 'filling', inside: [], passed: [], rounds: 0 };
}

function without(list: readonly Occupant[], actor: string): readonly Occupant[] {
  return list.filter((one) => one.actor !== actor);
}
