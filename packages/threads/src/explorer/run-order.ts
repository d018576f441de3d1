import type { OrderVerdict } from '@lockstep/lab';
import { importProgram } from '#platform';
import type { OrderTask } from './ask-order.ts';
import { findOrder } from './find-order.ts';

const MAX_STATES = 200_000;
const MAX_STEPS = 1000;

/** What the asking thread does. It may compute for seconds without a pause. */
export async function runOrder({ programUrl, knobs, question, maxMs }: OrderTask): Promise<OrderVerdict> {
  const program = await importProgram(programUrl);
  const endMs = performance.now() + maxMs;
  return findOrder(program.instantiate(knobs), question, {
    maxStates: MAX_STATES,
    maxSteps: MAX_STEPS,
    isOver: () => performance.now() > endMs,
  });
}
