// The line to the engine: the same as the line to the server, but the other end is a worker of this page.
import type { OrderVerdict, Reply, RunReply } from '@lockstep/lab';
import type { Connection, ConnectionListener, Unreachable } from '../live/connection.ts';
import type { EngineAnswer, EngineJob, EngineMessage, EngineQuestion, EngineRequest } from './engine-messages.ts';

type Answer = EngineAnswer | Unreachable;

/** The engine can also be asked about the order of two operations. */
export interface EngineConnection extends Connection {
  readonly swap: (lab: string, body: object) => Promise<OrderVerdict | 'unreachable'>;
}

/** An engine that does not answer computes without an end: it is given up, and the next request gets another. */
const ANSWER_WITHIN_MS = 20_000;

let shared: EngineConnection | undefined;

/** The page's one engine; its worker is started with the first request. */
export function engineConnection(): EngineConnection {
  shared ??= createEngineConnection(
    () => new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  );
  return shared;
}

/** @param startWorker starts a worker that runs lab.worker.ts */
export function createEngineConnection(startWorker: () => Worker): EngineConnection {
  const listeners = new Set<ConnectionListener>();
  const asked = new Map<number, (answer: Answer) => void>();
  let worker: Worker | undefined;
  let lastId = 0;

  function engine(): Worker {
    if (worker) return worker;
    worker = startWorker();
    worker.addEventListener('message', ({ data }: MessageEvent<EngineMessage>) => hear(data));
    worker.addEventListener('error', (event) => {
      console.error(event.message);
      giveUp(event.message);
    });
    worker.postMessage({ kind: 'engine' } satisfies EngineJob);
    return worker;
  }

  function hear(message: EngineMessage): void {
    if (message.kind === 'frame') return listeners.forEach((listener) => listener.onFrame(message.frame));
    asked.get(message.id)?.(message.answer);
    asked.delete(message.id);
  }

  function giveUp(why = 'the engine does not answer'): void {
    worker?.terminate();
    worker = undefined;
    for (const answer of asked.values()) answer({ ok: false, code: 'unreachable', message: why });
    asked.clear();
  }

  function ask(name: EngineRequest, request: unknown): Promise<Answer> {
    const id = ++lastId;
    return new Promise((resolve) => {
      const patience = setTimeout(giveUp, ANSWER_WITHIN_MS);
      asked.set(id, (answer) => {
        clearTimeout(patience);
        resolve(answer);
      });
      engine().postMessage({ id, name, request } satisfies EngineQuestion);
    });
  }

  return {
    run: (request) => ask('run', request) as Promise<RunReply | Unreachable>,
    watch: (request) => ask('watch', request) as Promise<Reply | Unreachable>,
    step: (request) => ask('step', request) as Promise<Reply | Unreachable>,
    stop: (request) => ask('stop', request) as Promise<Reply | Unreachable>,
    leave: (run) => void ask('leave', { run }),
    async swap(lab, body) {
      const answer = await ask('swap', { lab, body });
      return 'order' in answer ? answer : 'unreachable';
    },
    listen(listener) {
      listeners.add(listener);
      queueMicrotask(() => listener.onLine('connected'));
      return () => listeners.delete(listener);
    },
  };
}
