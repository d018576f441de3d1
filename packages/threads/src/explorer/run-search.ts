import { importProgram } from '#platform';
import type { SearchMessage, SearchTask } from './search.ts';
import { searchProgram, type TriedSchedule } from './search-program.ts';

const PROGRESS_MS = 200;

/** What the searching thread does. It computes for seconds without a pause; whoever wants to stop it ends the thread. */
export async function runSearch(
  { programUrl, knobs, by, limits }: SearchTask,
  send: (message: SearchMessage) => void,
): Promise<void> {
  const program = await importProgram(programUrl);
  const startMs = performance.now();
  let toldMs = startMs;
  let batch: TriedSchedule[] = [];

  const { verdict, space } = searchProgram(program.instantiate(knobs), {
    by,
    limits,
    onTried: (tried) => batch.push(tried),
    isOver({ tried, pruned, depth }) {
      const nowMs = performance.now();
      if (nowMs - toldMs >= PROGRESS_MS) {
        flush();
        const perSecond = Math.round((tried * 1000) / (nowMs - startMs));
        send({ kind: 'progress', progress: { tried, pruned, depth, perSecond } });
        toldMs = nowMs;
      }
      return nowMs - startMs > limits.maxMs;
    },
  });
  flush();
  if (space) send({ kind: 'space', space });
  send({ kind: 'verdict', verdict });

  function flush(): void {
    if (batch.length > 0) send({ kind: 'tried', schedules: batch });
    batch = [];
  }
}
