// The four conditions without which there is no deadlock: Coffman, Elphick, Shoshani, "System Deadlocks", ACM Computing
// Surveys 3(2), 1971. The last of them, a circle of waits, is found in the graph.
import { threadNumber } from './thread-number.ts';
import type { Coffman, CoffmanCondition, Wait, WaitForCycle, WaitForEdge, WaitForGraph } from './wait-for-graph.ts';

/** In the order of the paper. */
export const COFFMAN_CONDITIONS: readonly CoffmanCondition[] = [
  'mutual-exclusion',
  'hold-and-wait',
  'no-preemption',
  'circular-wait',
];

export const NO_CONDITION: Coffman = {
  'mutual-exclusion': undefined,
  'hold-and-wait': undefined,
  'no-preemption': undefined,
  'circular-wait': undefined,
};

/**
 * Whose end a wait is for, by actor; undefined: it is for something else. A thread that joins another one waits for
 * `t1`, a main that only starts the threads for `join(t1, t2)`.
 */
export function joinedBy(on: string): readonly string[] | undefined {
  return /^join\((.+)\)$/.exec(on)?.[1]?.split(', ') ?? (threadNumber(on) === undefined ? undefined : [on]);
}

/** All arrows at a cursor: holds first, in the order of the acquires, then waits. */
export function waitForEdges({ holds, waits }: WaitForGraph): readonly WaitForEdge[] {
  const held = [...holds.values()].map(({ thread, lock, since }) => ({
    kind: 'hold' as const,
    thread,
    on: lock,
    since,
  }));
  const told = [...waits.values()].flatMap((wait) =>
    wait.holder === undefined || holds.has(wait.on) || joinedBy(wait.on) ? [] : [holdOf(wait, wait.holder)],
  );
  return [...held, ...told, ...[...waits.values()].map(waitEdge)];
}

export function conditionsAfter(before: Coffman, graph: WaitForGraph, seq: number): Coffman {
  const { holds, waits, cycles } = graph;
  const holders = new Set([...holds.values()].map((hold) => hold.thread));
  const blocked = [...waits.values()].filter((wait) => wait.isBlocked);
  const since = (condition: CoffmanCondition, holdsNow: boolean) => (holdsNow ? (before[condition] ?? seq) : undefined);
  return {
    'mutual-exclusion': since('mutual-exclusion', holds.size > 0),
    'hold-and-wait': since(
      'hold-and-wait',
      blocked.some((wait) => holders.has(wait.thread)),
    ),
    'no-preemption': since(
      'no-preemption',
      blocked.some((wait) => holds.has(wait.on)),
    ),
    'circular-wait': since('circular-wait', cycles.length > 0),
  };
}

export function cyclesOf(graph: WaitForGraph): readonly WaitForCycle[] {
  const cycles: WaitForCycle[] = [];
  for (const thread of inOrder(graph)) {
    if (cycles.some((cycle) => cycle.threads.includes(thread))) continue;
    const threads = wayBack(graph, thread);
    if (threads) cycles.push(cycleOf(graph, threads));
  }
  return cycles;
}

function inOrder({ threads, waits }: WaitForGraph): readonly string[] {
  return [...threads.filter((thread) => waits.has(thread)), ...[...waits.keys()].filter((t) => !threads.includes(t))];
}

/** Whom a thread cannot go on without. */
function waitedFor({ holds, waits, lives }: WaitForGraph, thread: string): readonly string[] {
  const wait = waits.get(thread);
  if (!wait?.isBlocked) return [];
  const joined = joinedBy(wait.on);
  if (joined) return joined.filter((other) => lives.get(other) !== 'over');
  const holder = holds.get(wait.on)?.thread ?? wait.holder;
  return holder === undefined ? [] : [holder];
}

/** The threads on a way from `first` back to itself. */
function wayBack(graph: WaitForGraph, first: string): readonly string[] | undefined {
  const seen = new Set<string>();
  const walk = (path: readonly string[]): readonly string[] | undefined => {
    for (const next of waitedFor(graph, path.at(-1) as string)) {
      if (next === first) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk([...path, next]);
      if (found) return found;
    }
    return undefined;
  };
  return walk([first]);
}

function cycleOf({ holds, waits }: WaitForGraph, threads: readonly string[]): WaitForCycle {
  const around = threads.map((thread) => waits.get(thread) as Wait);
  const edges = around.flatMap((wait): WaitForEdge[] => {
    const hold = holds.get(wait.on);
    if (hold) return [waitEdge(wait), { kind: 'hold', thread: hold.thread, on: wait.on, since: hold.since }];
    return wait.holder === undefined || joinedBy(wait.on)
      ? [waitEdge(wait)]
      : [waitEdge(wait), holdOf(wait, wait.holder)];
  });
  return {
    threads,
    edges,
    since: Math.max(...edges.map((edge) => edge.since)),
    isTimed: around.some((wait) => wait.timeoutMs !== undefined),
  };
}

function waitEdge({ thread, on, since }: Wait): WaitForEdge {
  return { kind: 'wait', thread, on, since };
}

/** A hold that only the one who waits has told of. */
function holdOf({ on, since }: Wait, holder: string): WaitForEdge {
  return { kind: 'hold', thread: holder, on, since };
}
