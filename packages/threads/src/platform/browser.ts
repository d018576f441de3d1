// What the executors need of the machine below them, as a page has it; node.ts is the same for Node. Which programs
// there are and where the workers' code lies only the page knows, so it says so first.
import type { ThreadProgram } from '../program.ts';
import { createProgramLines } from './program-lines.ts';
import type { Job, StartedWorker } from './started-worker.ts';

/** What the page brings along. */
export interface BrowserHost {
  /** Starts a web worker that does this job: `runThread`, `runSearch` or `runOrder`. */
  startWorker(job: Job): StartedWorker;
  /** @param name directory and file of a lab's program, as its run has them: `race/program.js` */
  importProgram(name: string): Promise<BrowserProgram>;
}

/** A program as it was bundled. */
export interface BrowserProgram {
  readonly program: ThreadProgram;
  /** Address of the script in which it lies; beside it lies its source map. */
  readonly builtAt?: string;
}

let host: BrowserHost | undefined;

/** To be called once in each worker, before anything runs. */
export function enterBrowser(given: BrowserHost): void {
  host = given;
}

/** Only pages that are cross-origin isolated have shared memory. https://html.spec.whatwg.org/#cross-origin-isolation */
export function hasSharedMemory(): boolean {
  return (globalThis as { readonly crossOriginIsolated?: boolean }).crossOriginIsolated === true;
}

/** Each worker's clock begins with the worker; all origins are on one scale. */
const originNs = BigInt(Math.round(performance.timeOrigin * 1000)) * 1000n;

/** A clock that all threads read alike. Browsers make it coarse: 5 µs. */
export function nowNs(): bigint {
  return originNs + BigInt(Math.round(performance.now() * 1e6));
}

/** A message to oneself comes back behind all that waits, and sooner than any timer. */
export function letOthersGo(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    // Node's types, which this package is checked with, do not know how a page listens.
    (port1 as { onmessage?: () => void }).onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

export function startTimer(ms: number, onOver: () => void): () => void {
  const timer = setTimeout(onOver, ms);
  return () => clearTimeout(timer);
}

export function programUrl(directory: string, program: string): string {
  return `${directory}/${program}`;
}

export async function importProgram(name: string): Promise<ThreadProgram> {
  return (await hosted().importProgram(name)).program;
}

export async function findLines(name: string): Promise<(() => number) | undefined> {
  const { builtAt } = await hosted().importProgram(name);
  return builtAt === undefined ? undefined : createProgramLines(builtAt);
}

export function startJob(job: Job): StartedWorker {
  return hosted().startWorker(job);
}

function hosted(): BrowserHost {
  if (!host) throw new Error('enterBrowser() comes first');
  return host;
}
