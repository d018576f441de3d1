// One thread that runs one function of one compiled module; each thing that the function tells is a message. It ends
// when the function has returned.
import { parentPort, workerData } from 'node:worker_threads';
import type { FunctionTask } from './function-task.ts';

const { url, functionName, argument } = workerData as FunctionTask;
const module = (await import(url)) as Record<string, unknown>;
const work = module[functionName] as (argument: unknown, tell: (message: unknown) => void) => unknown;
await work(argument, (message) => parentPort?.postMessage(message));
