// The explorer in a thread of its own: it computes for seconds, and the server must go on meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { runSearch } from './run-search.ts';
import type { SearchTask } from './search.ts';

await runSearch(workerData as SearchTask, (message) => parentPort?.postMessage(message));
