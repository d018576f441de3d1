import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OrderQuestion, OrderVerdict } from '@lockstep/lab';
import type { KnobValues } from '@lockstep/trace';
import { startWorker } from '../start-worker.ts';

/** Which program to ask, and what. */
export interface AskOrderOptions {
  readonly labDirectory: string;
  /** File of the compiled program in that directory. */
  readonly program: string;
  readonly knobs: KnobValues;
  readonly question: OrderQuestion;
  readonly maxMs: number;
}

/** What the asking thread is told. */
export interface OrderTask {
  readonly programUrl: string;
  readonly knobs: KnobValues;
  readonly question: OrderQuestion;
  readonly maxMs: number;
}

/** How much longer than its time a search may take before its thread is ended: its program may not come back. */
const GRACE_MS = 2_000;

/** `findOrder` in a worker thread that is gone afterwards. Rejects when the program throws. */
export function askOrder({ labDirectory, program, ...asked }: AskOrderOptions): Promise<OrderVerdict> {
  const task: OrderTask = { programUrl: pathToFileURL(join(labDirectory, program)).href, ...asked };
  const worker = startWorker(import.meta.url, './order.worker', { workerData: task });
  const timer = setTimeout(() => void worker.terminate(), asked.maxMs + GRACE_MS);
  return new Promise<OrderVerdict>((resolve, reject) => {
    let verdict: OrderVerdict = { order: 'unknown', why: 'time' };
    worker.once('message', (told: OrderVerdict) => {
      verdict = told;
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve(verdict);
    });
  });
}
