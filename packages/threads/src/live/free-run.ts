import { Model } from '../model/model.ts';
import { STATE } from './board.ts';
import type { Crew } from './crew.ts';

/** How a free run ended. */
export interface FreeEnd {
  readonly ending: 'finished' | 'deadlock';
  /** Daemons that were ended in the middle. */
  readonly killed: readonly number[];
}

/** How often a run that goes on is looked at: to empty its rings, and to see whether it can go on at all. */
const WATCH_MS = 5;

/** Runs the crew's program once. Rejects with the fault when a worker breaks or the crew is stopped. */
export async function runFreely(crew: Crew, watch: () => void = () => {}): Promise<FreeEnd> {
  crew.begin();
  while (!(await crew.areAll(STATE.done, WATCH_MS))) {
    watch();
    // In this order: when nobody can go on, nothing changes any more.
    const isStuck = isDeadlocked(crew);
    const isOver = crew.isOver();
    if (!isOver && !isStuck) continue;
    const killed = isOver ? crew.living() : [];
    crew.board.abort();
    await crew.allAre(STATE.done);
    watch();
    return { ending: isOver ? 'finished' : 'deadlock', killed };
  }
  watch();
  return { ending: 'finished', killed: [] };
}

/**
 * Nobody can go on: every thread that has not finished sleeps in a primitive, and its operation is not enabled. The
 * picture is whole only if nobody went to sleep or woke while it was taken.
 */
function isDeadlocked(crew: Crew): boolean {
  const { board } = crew;
  const threads = crew.actors.map((_, thread) => thread);
  const sleepsBefore = threads.map((thread) => board.get(thread, 'sleeps'));
  const unfinished = threads.filter((thread) => board.get(thread, 'state') !== STATE.done);
  if (unfinished.length === 0) return false;
  if (unfinished.some((thread) => board.get(thread, 'state') !== STATE.blocked)) return false;
  const model = new Model(crew.instance.objects);
  model.copyFrom(board.memory);
  const canNobody = unfinished.every((thread) => !model.mayGo(thread, crew.published(thread)));
  return canNobody && threads.every((thread) => board.get(thread, 'sleeps') === sleepsBefore[thread]);
}
