// The explorer in a thread of its own: it computes for seconds, and the server must go on meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadProgram } from '../program.ts';
import type { SearchMessage, SearchTask } from './search.ts';
import { searchProgram, type TriedSchedule } from './search-program.ts';

const PROGRESS_MS = 200;

const { programUrl, knobs, by, limits } = workerData as SearchTask;
const { program } = (await import(programUrl)) as { program: ThreadProgram };

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

function send(message: SearchMessage): void {
  parentPort?.postMessage(message);
}
