// Who holds what and who waits for what: the resource-allocation graph of Holt ("Some Deadlock Properties of Computer
// Systems", ACM Computing Surveys 4(3), 1972) with one unit of each lock. A deadlock has two signs: a cycle, and that
// nobody can go on. Only the second is complete: a lost wake-up has no cycle.
import { conditionsAfter, cyclesOf, joinedBy, NO_CONDITION } from './coffman.ts';
import type { TraceEvent } from './event.ts';
import type { Header } from './header.ts';
import type { Model } from './model.ts';
import type { Wait, WaitForGraph } from './wait-for-graph.ts';

/** Folds the events of threads, locks and waits into the graph; for labs and for the stage that draws it. */
export const waitForGraph: Model<WaitForGraph> = {
  initial: ({ actors }: Header) => ({
    holds: new Map(),
    waits: new Map(),
    lives: new Map(),
    daemons: new Set(),
    cycles: [],
    conditions: NO_CONDITION,
    stuckSince: undefined,
    threads: actors.filter((actor) => actor.role === 'thread').map((actor) => actor.id),
  }),
  apply(state, event) {
    const moved = stir(move(state, event), event);
    if (moved === state) return state;
    const cycles = cyclesOf(moved);
    const now = { ...moved, cycles };
    return {
      ...now,
      conditions: conditionsAfter(state.conditions, now, event.seq),
      stuckSince: isStuck(now) ? (state.stuckSince ?? event.seq) : undefined,
    };
  },
};

function move(state: WaitForGraph, event: TraceEvent): WaitForGraph {
  const { actor, seq } = event;
  switch (event.kind) {
    case 'thread.spawned':
      return {
        ...state,
        lives: new Map(state.lives).set(event.thread, 'spawned'),
        daemons: event.daemon ? new Set(state.daemons).add(event.thread) : state.daemons,
      };
    case 'thread.started':
      return { ...state, lives: new Map(state.lives).set(actor, 'alive') };
    case 'thread.finished':
    case 'thread.killed':
      return { ...goesOn(state, actor), lives: new Map(state.lives).set(actor, 'over') };
    case 'lock.requested':
      return waits(state, { thread: actor, on: event.lock, since: seq, isBlocked: false, isStirred: false });
    case 'thread.blocked': {
      const { on, holder, timeoutMs } = event;
      return waits(state, {
        thread: actor,
        on,
        since: seq,
        isBlocked: true,
        isStirred: false,
        ...(holder === undefined ? {} : { holder }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      });
    }
    case 'lock.acquired': {
      const { lock } = event;
      const free = goesOn(state, actor);
      if (free.holds.get(lock)?.thread === actor) return free;
      return { ...free, holds: new Map(free.holds).set(lock, { lock, thread: actor, since: seq }) };
    }
    case 'lock.released':
      return (event.depth ?? 0) > 0 ? goesOn(state, actor) : letsGo(goesOn(state, actor), event.lock);
    case 'run.ended':
    case 'run.failed':
    case 'run.dropped':
    case 'outcome.observed':
      return state;
    default:
      return goesOn(state, actor);
  }
}

function waits(state: WaitForGraph, wait: Wait): WaitForGraph {
  return { ...state, waits: new Map(state.waits).set(wait.thread, wait) };
}

/** Whoever does something waits no more. */
function goesOn(state: WaitForGraph, thread: string): WaitForGraph {
  if (!state.waits.has(thread)) return state;
  const left = new Map(state.waits);
  left.delete(thread);
  return { ...state, waits: left };
}

function letsGo(state: WaitForGraph, lock: string): WaitForGraph {
  if (!state.holds.has(lock)) return state;
  const holds = new Map(state.holds);
  holds.delete(lock);
  return { ...state, holds };
}

/**
 * A change to what somebody waits for comes a few events before it is told who can go on by it: until then nobody is
 * called stuck. The next step settles it.
 */
function stir(state: WaitForGraph, event: TraceEvent): WaitForGraph {
  if (event.kind === 'lock.requested' || event.kind === 'thread.blocked' || event.kind === 'thread.unblocked')
    return state;
  const isEnd = event.kind === 'thread.finished';
  let stirred: Map<string, Wait> | undefined;
  for (const wait of state.waits.values()) {
    const changes =
      wait.thread !== event.actor &&
      (isEnd ? joinedBy(wait.on)?.includes(event.actor) === true : objectOf(event) === wait.on);
    const isStirred = changes || (isEnd && wait.isStirred);
    if (isStirred === wait.isStirred) continue;
    stirred ??= new Map(state.waits);
    const { holder: _, ...rest } = wait;
    // What was told of the holder when the wait began is true no longer.
    stirred.set(wait.thread, { ...(changes ? rest : wait), isStirred });
  }
  return stirred ? { ...state, waits: stirred } : state;
}

/** The synchronization object that an event is about. */
function objectOf(event: TraceEvent): string | undefined {
  if ('lock' in event) return event.lock;
  if ('semaphore' in event) return event.semaphore;
  if ('condition' in event) return event.condition;
  if ('event' in event) return event.event;
  if ('barrier' in event) return event.barrier;
  if ('queue' in event) return event.queue;
  if ('future' in event) return event.future;
  return 'pool' in event ? event.pool : undefined;
}

function isStuck({ threads, lives, waits, daemons }: WaitForGraph): boolean {
  const mainRuns = threads.includes('main');
  let someWait = false;
  for (const thread of threads) {
    const life = lives.get(thread);
    if (life === 'over') continue;
    // A thread that a program has not started yet cannot start by itself; where no program starts them, all will.
    if (life === undefined && mainRuns && thread !== 'main') continue;
    const wait = waits.get(thread);
    if (!wait?.isBlocked || wait.timeoutMs !== undefined || wait.isStirred) return false;
    someWait ||= !daemons.has(thread);
  }
  return someWait;
}
