import type { OrderQuestion, OrderVerdict } from '@lockstep/lab';
import type { KnobValues } from '@lockstep/trace';
import { programUrl, startJob, startTimer } from '#platform';

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
  const task: OrderTask = { programUrl: programUrl(labDirectory, program), ...asked };
  const worker = startJob({ kind: 'order', task });
  return new Promise<OrderVerdict>((resolve, reject) => {
    const stopTimer = startTimer(asked.maxMs + GRACE_MS, () => settle({ order: 'unknown', why: 'time' }));
    function settle(verdict: OrderVerdict): void {
      stopTimer();
      void worker.terminate().then(() => resolve(verdict));
    }
    worker.onMessage((verdict) => settle(verdict as OrderVerdict));
    worker.onError((error) => {
      stopTimer();
      reject(error);
    });
  });
}
