// A run as the other servers see it: a stream of batches of its recording and of its status, each as it was published.
// What a viewer here is shown has been offered to Redis before, so that whoever comes to another server, after this one
// was killed, finds there all that they had.
import type { RunStatus } from '@lockstep/lab';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { runKey } from './keys.ts';

export interface RunStream {
  /** Events as the file has them; the first text begins with the header. Settles when Redis has it, or is away. */
  addText(text: string): Promise<void>;
  addStatus(status: RunStatus): void;
  /** Tries again what Redis could not take. */
  flush(): Promise<void>;
  /** Nothing will be added; what waits is still tried. */
  end(): void;
  /** Nothing waits, and nothing will come. */
  readonly isDone: boolean;
}

export interface RunStreamOptions {
  readonly redis: Redis;
  readonly run: string;
  readonly server: string;
  readonly logger: Logger;
  readonly nudge: (key: string) => void;
}

const RUNNING_KEPT_SECONDS = 3600;
const OVER_KEPT_SECONDS = 900;

export function createRunStream({ redis, run, server, logger, nudge }: RunStreamOptions): RunStream {
  const key = runKey(run);
  const waiting: string[][] = [['server', server]];
  /** Lines of the recording so far, the header among them. */
  let lineCount = 0;
  let isBegun = false;
  let isEnded = false;
  let sending: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    for (let next = waiting[0]; next; next = waiting[0]) {
      const entry = await redis.xadd(key, ...(isBegun ? (['NOMKSTREAM'] as const) : []), '*', ...next);
      if (entry === null) return giveUp();
      isBegun = true;
      waiting.shift();
      if (waiting.length === 0) await redis.expire(key, isEnded ? OVER_KEPT_SECONDS : RUNNING_KEPT_SECONDS);
      nudge(key);
    }
  }

  /** A stream that lost its beginning is of no use to anybody. */
  function giveUp(): void {
    logger.error({ run }, 'Redis does not have this run any more: other servers cannot show it');
    waiting.length = 0;
    isEnded = true;
  }

  async function flush(): Promise<void> {
    try {
      sending ??= sendAll().finally(() => {
        sending = undefined;
      });
      await sending;
    } catch (error) {
      logger.debug({ err: error, run }, 'a run could not be told to Redis yet');
    }
  }

  return {
    addText(text) {
      if (isEnded) return Promise.resolve();
      // An entry that Redis took although it seemed lost comes twice; the number tells.
      waiting.push(['text', text, 'line', String(lineCount)]);
      lineCount += text.split('\n').length - 1;
      return flush();
    },
    addStatus(status) {
      if (isEnded) return;
      waiting.push(['status', JSON.stringify(status)]);
      void flush();
    },
    flush,
    end() {
      isEnded = true;
    },
    get isDone() {
      return isEnded && waiting.length === 0;
    },
  };
}
