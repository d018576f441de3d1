import { workerData } from 'node:worker_threads';
import { runThread } from './run-thread.ts';
import type { WorkerTask } from './worker-task.ts';

await runThread(workerData as WorkerTask);
