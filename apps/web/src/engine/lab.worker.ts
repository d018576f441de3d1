// The one script of all workers of the page: the engine, the threads of a program, and the search. The first message says
// which of them this one is.

import { runnableLabs } from 'virtual:runnable-labs';
import { type BrowserHost, enterBrowser, type Job, runOrder, runSearch, runThread } from '@lockstep/threads/browser';
import { assertNever } from '@lockstep/trace';
import { createEngine } from './create-engine.ts';
import type { EngineJob, EngineMessage, EngineQuestion } from './engine-messages.ts';
import { keepRun } from './kept-runs.ts';
import { thisMachine } from './this-machine.ts';

const host: BrowserHost = {
  async importProgram(name) {
    const lab = runnableLabs[name.slice(0, name.indexOf('/'))];
    if (!lab) throw new Error(`there is no program ${name}`);
    return lab.program();
  },
  startWorker(job) {
    const worker = new Worker(location.href, { type: 'module', name: job.kind });
    worker.postMessage(job);
    return {
      onMessage: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
      onError(listener) {
        worker.addEventListener('error', (event) => {
          event.preventDefault();
          listener(new Error(event.message ?? 'a worker could not be started'));
        });
      },
      stayAlive: () => undefined,
      terminate: () => Promise.resolve(worker.terminate()),
    };
  },
};

function begin(job: Job | EngineJob): void {
  enterBrowser(host);
  switch (job.kind) {
    case 'engine':
      return runEngine();
    case 'thread':
      return void runThread(job.task).catch(reportError);
    case 'search':
      return void runSearch(job.task, (message) => postMessage(message)).catch(reportError);
    case 'order':
      return void runOrder(job.task).then((verdict) => postMessage(verdict), reportError);
    default:
      return assertNever(job);
  }
}

function runEngine(): void {
  const tell = (message: EngineMessage): void => postMessage(message);
  const engine = createEngine({
    labs: runnableLabs,
    machine: thisMachine(),
    send: (frame) => tell({ kind: 'frame', frame }),
    keep: keepRun,
  });
  addEventListener('message', ({ data }: MessageEvent<EngineQuestion>) => {
    void engine.answer(data.name, data.request).then((answer) => tell({ kind: 'answer', id: data.id, answer }));
  });
}

addEventListener('message', ({ data }: MessageEvent<Job | EngineJob>) => begin(data), { once: true });
