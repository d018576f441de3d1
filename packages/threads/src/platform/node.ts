// What the executors need of the machine below them, as Node has it. browser.ts is the same for a page; `imports` in
// package.json says who gets which.
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { createLineFinder } from '../live/line-finder.ts';
import type { ThreadProgram } from '../program.ts';
import { startWorker } from '../start-worker.ts';
import type { Job, StartedWorker } from './started-worker.ts';

/** Whether threads can share memory here; without it programs run on the virtual machine only. */
export function hasSharedMemory(): boolean {
  return true;
}

/** Found once: to look it up on `process` costs as much again as to read the clock. */
const { hrtime } = process;

/** A clock that all threads read alike. */
export function nowNs(): bigint {
  return hrtime.bigint();
}

/** Lets whatever waits have its turn: messages, timers, an abort. */
export function letOthersGo(): Promise<void> {
  return setImmediate();
}

/** Does not keep the process alive. Returns what stops it. */
export function startTimer(ms: number, onOver: () => void): () => void {
  const timer = setTimeout(onOver, ms).unref();
  return () => clearTimeout(timer);
}

/** How workers find the program of a lab. */
export function programUrl(directory: string, program: string): string {
  return pathToFileURL(join(directory, program)).href;
}

export async function importProgram(url: string): Promise<ThreadProgram> {
  const { program } = (await import(/* @vite-ignore */ url)) as { program: ThreadProgram };
  return program;
}

/** What finds the line of the program from which it is called; undefined where lines cannot be known. */
export function findLines(url: string): Promise<(() => number) | undefined> {
  return Promise.resolve(createLineFinder(url));
}

const SCRIPTS = {
  thread: '../live/thread.worker',
  search: '../explorer/search.worker',
  order: '../explorer/order.worker',
} as const;

export function startJob(job: Job): StartedWorker {
  const worker = startWorker(import.meta.url, SCRIPTS[job.kind], { workerData: job.task });
  return {
    onMessage: (listener) => void worker.on('message', listener),
    onError: (listener) => void worker.once('error', (error) => listener(error as Error)),
    stayAlive: (stays) => (stays ? worker.ref() : worker.unref()),
    terminate: () => worker.terminate(),
  };
}
