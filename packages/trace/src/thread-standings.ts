// What each thread is doing at a cursor, and for what it waits: the same answer for every drawing and every lab.
import type { TraceEvent } from './event.ts';
import type { Model } from './model.ts';

/**
 * `waiting`: it cannot go on. `called`: what it waited for has come, and it has not gone on yet (it may still have to
 * wait again). `ready`: it could do its next operation.
 */
export type ThreadState = 'not-started' | 'ready' | 'waiting' | 'called' | 'sleeping' | 'finished' | 'killed';

/** A thread at a cursor. */
export interface ThreadStanding {
  readonly actor: string;
  readonly state: ThreadState;
  /** `seq` since which; of who waits, is called and waits again: since the first wait. Before its first event: -1. */
  readonly since: number;
  /** For `waiting` and `called`: the object, or `join(t1)`. */
  readonly on?: string;
  /** For `waiting`: at most so long. */
  readonly timeoutMs?: number;
  /** For `sleeping`. */
  readonly sleepMs?: number;
  /** The error that its last operation raised; kept if that ended it. */
  readonly failure?: Failure;
  readonly isDaemon: boolean;
}

/** An operation that raised Python's error. */
export interface Failure {
  readonly seq: number;
  readonly operation: string;
  readonly error: string;
}

/** All threads by actor, in the order of the header. */
export type ThreadStandings = ReadonlyMap<string, ThreadStanding>;

/** Folds the events of threads into what each is doing. */
export const threadStandings: Model<ThreadStandings> = {
  initial: ({ actors }) =>
    new Map(
      actors
        .filter(({ role }) => role === 'thread' || role === 'main')
        .map(({ id, role }) => [
          id,
          { actor: id, state: role === 'main' ? 'ready' : 'not-started', since: -1, isDaemon: false },
        ]),
    ),
  apply(state, event) {
    if (event.kind === 'thread.spawned') {
      const spawned = state.get(event.thread);
      if (!spawned || !event.daemon) return stood(state, event);
      return stood(new Map(state).set(event.thread, { ...spawned, isDaemon: true }), event);
    }
    return stood(state, event);
  },
};

/** Those who stand before this object, in the order in which they came. That promises no order of going in. */
export function waitersOf(standings: ThreadStandings, on: string): readonly ThreadStanding[] {
  return [...standings.values()]
    .filter((one) => one.on === on && (one.state === 'waiting' || one.state === 'called'))
    .sort((a, b) => a.since - b.since);
}

function stood(state: ThreadStandings, event: TraceEvent): ThreadStandings {
  const before = state.get(event.actor);
  if (!before || isAboutTheRun(event)) return state;
  const now = after(before, event);
  return now === before ? state : new Map(state).set(event.actor, now);
}

function after(before: ThreadStanding, event: TraceEvent): ThreadStanding {
  const { actor, isDaemon } = before;
  const { seq } = event;
  const base = { actor, isDaemon, since: seq };
  switch (event.kind) {
    case 'thread.blocked': {
      const { on, timeoutMs } = event;
      const since = before.state === 'called' && before.on === on ? before.since : seq;
      return { ...base, state: 'waiting', on, since, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
    }
    case 'thread.unblocked':
      return { ...base, state: 'called', on: event.on, since: before.on === event.on ? before.since : seq };
    case 'thread.slept':
      return { ...base, state: 'sleeping', sleepMs: event.ms };
    case 'operation.failed':
      return { ...base, state: 'ready', failure: { seq, operation: event.operation, error: event.error } };
    case 'thread.finished':
      return { ...base, state: 'finished', ...(before.failure ? { failure: before.failure } : {}) };
    case 'thread.killed':
      return { ...base, state: 'killed' };
    default:
      return before.state === 'ready' && !before.failure ? before : { ...base, state: 'ready' };
  }
}

/** Told in main's name, but nothing that main does. */
function isAboutTheRun({ kind }: TraceEvent): boolean {
  return kind === 'run.ended' || kind === 'run.failed' || kind === 'run.dropped' || kind === 'outcome.observed';
}
