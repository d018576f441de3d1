// The question of order in a thread of its own: it may compute for seconds, and the server must go on meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadProgram } from '../program.ts';
import type { OrderTask } from './ask-order.ts';
import { findOrder } from './find-order.ts';

const MAX_STATES = 200_000;
const MAX_STEPS = 1000;

const { programUrl, knobs, question, maxMs } = workerData as OrderTask;
const { program } = (await import(programUrl)) as { program: ThreadProgram };
const endMs = performance.now() + maxMs;
parentPort?.postMessage(
  findOrder(program.instantiate(knobs), question, {
    maxStates: MAX_STATES,
    maxSteps: MAX_STEPS,
    isOver: () => performance.now() > endMs,
  }),
);
