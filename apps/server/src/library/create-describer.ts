// Short recordings are read where we are, long ones by a worker that is there while it has work.
import { Worker } from 'node:worker_threads';
import type { LabFolders, LabLibrary } from '../labs/lab-library.ts';
import type { StoredRecording } from '../recordings/recordings.ts';
import { describeFile } from './describe-file.ts';
import type { Description } from './describe-recording.ts';
import type { ImportRequest } from './import-file.ts';

export type DescribeRequest =
  | ({ readonly kind: 'describe' } & StoredRecording)
  | ({ readonly kind: 'import' } & ImportRequest);

export type DescribeAnswer =
  | { readonly kind: 'described'; readonly description: Description }
  | { readonly kind: 'imported'; readonly run: string }
  | { readonly kind: 'failed'; readonly message: string };

export interface Describer {
  describe(recording: StoredRecording): Promise<Description>;
  /** @throws Error naming the place where the file cannot be read */
  import(request: ImportRequest): Promise<string>;
  close(): Promise<void>;
}

/** Takes about a millisecond. */
const SHORT_BYTES = 48 * 1024;
const IDLE_MS = 10_000;
/** A file that unpacks into more than that is given up, and not the server. */
const MOST_HEAP_MEGABYTES = 1024;

export function createDescriber(folders: LabFolders, labs: LabLibrary): Describer {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let waiting: { resolve(answer: DescribeAnswer): void; reject(error: Error): void } | undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other: a second reader would only take time from those who watch. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function ask(request: DescribeRequest): Promise<DescribeAnswer> {
    clearTimeout(idle);
    worker ??= start();
    const asked = worker;
    try {
      return await new Promise<DescribeAnswer>((resolve, reject) => {
        waiting = { resolve, reject };
        asked.postMessage(request);
      });
    } finally {
      waiting = undefined;
      idle = setTimeout(() => void stop(), IDLE_MS);
      idle.unref();
    }
  }

  function start(): Worker {
    const started = startWorker(folders);
    const give = (error: Error) => {
      if (worker === started) worker = undefined;
      waiting?.reject(error);
    };
    started.on('message', (answer: DescribeAnswer) => waiting?.resolve(answer));
    started.on('error', give);
    started.on('exit', () => worker === started && give(new Error('its reader gave up')));
    return started;
  }

  async function stop(): Promise<void> {
    clearTimeout(idle);
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  }

  return {
    describe: (recording) =>
      inTurn(async () => {
        if (recording.byteLength <= SHORT_BYTES) return await describeFile(recording, labs);
        const answer = await ask({ kind: 'describe', ...recording });
        if (answer.kind !== 'described') throw new Error(answer.kind === 'failed' ? answer.message : answer.kind);
        return answer.description;
      }),
    import: (request) =>
      inTurn(async () => {
        const answer = await ask({ kind: 'import', ...request });
        if (answer.kind !== 'imported') throw new Error(answer.kind === 'failed' ? answer.message : answer.kind);
        return answer.run;
      }),
    async close() {
      await turn;
      await stop();
    },
  };
}

/** Workers run compiled code; a test, which runs from source, takes the compiled twin. */
function startWorker(folders: LabFolders): Worker {
  const url = import.meta.url.endsWith('.ts')
    ? new URL('../../dist/library/describe.worker.js', import.meta.url)
    : new URL('./describe.worker.js', import.meta.url);
  const worker = new Worker(url, {
    workerData: folders,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MEGABYTES },
  });
  worker.unref();
  return worker;
}
