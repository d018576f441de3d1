// The question of order in a thread of its own: it may compute for seconds, and the server must go on meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import type { OrderTask } from './ask-order.ts';
import { runOrder } from './run-order.ts';

parentPort?.postMessage(await runOrder(workerData as OrderTask));
