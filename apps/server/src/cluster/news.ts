// What servers tell each other at once, by socket.io's adapter. All of it may be lost: what matters stands in Redis, and
// is looked at every second in any case.
import { randomUUID } from 'node:crypto';
import type { Reply } from '@lockstep/lab';
import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { Sockets } from '../sockets/sockets.ts';
import { NEWS_STREAM } from './keys.ts';

export interface News {
  readonly adapter: ReturnType<typeof createAdapter>;
  /** From now on news goes out and comes in. */
  attach(sockets: Sockets): void;
  /** To all other servers. */
  tell(kind: string, value: unknown): void;
  on(kind: string, onNews: (value: unknown) => void): void;
  /** Asks all other servers; undefined: none of them has it, or it does not answer. */
  ask(question: unknown): Promise<Reply | undefined>;
  /** Answers questions of others; undefined: it is not ours. */
  answerWith(answer: (question: unknown) => Promise<Reply> | undefined): void;
  /** Settles when the last words are out. */
  close(): Promise<void>;
}

interface Question {
  readonly id: string;
  readonly question: unknown;
}

interface Answer {
  readonly id: string;
  readonly reply: Reply;
}

const PATIENCE_MS = 3000;
const ASKED = 'lockstep-asked';
const ANSWERED = 'lockstep-answered';

export function createNews(redis: Redis, url: string): News {
  // The adapter repeats what failed without a pause, so its commands have to wait while Redis is away.
  const connection = new Redis(url, { maxRetriesPerRequest: null });
  connection.on('error', () => undefined);
  // Nor does it look what became of what it published.
  const publish = connection.publish.bind(connection) as (...args: unknown[]) => Promise<number>;
  connection.publish = ((...args: unknown[]) => publish(...args).catch(() => 0)) as typeof connection.publish;
  const waiting = new Map<string, (reply: Reply | undefined) => void>();
  let sockets: Sockets | undefined;

  function emit(kind: string, value: unknown): void {
    if (redis.status === 'ready') sockets?.serverSideEmit(kind, value);
  }

  function settle(id: string, reply: Reply | undefined): void {
    waiting.get(id)?.(reply);
    waiting.delete(id);
  }

  const news: News = {
    adapter: createAdapter(connection, {
      streamName: NEWS_STREAM,
      channelPrefix: NEWS_STREAM,
      maxLen: 1000,
      blockTimeInMs: 1000,
      onlyPlaintext: true,
    }),
    attach(attached) {
      sockets = attached;
      news.on(ANSWERED, (value) => {
        const { id, reply } = value as Answer;
        settle(id, reply);
      });
    },
    tell: emit,
    on: (kind, onNews) => void (sockets as Sockets).on(kind as 'connection', onNews as never),
    ask(question) {
      const id = randomUUID();
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(id, undefined), PATIENCE_MS);
        waiting.set(id, (reply) => {
          clearTimeout(timer);
          resolve(reply);
        });
        emit(ASKED, { id, question } satisfies Question);
      });
    },
    answerWith(answer) {
      news.on(ASKED, (value) => {
        const { id, question } = value as Question;
        void answer(question)?.then((reply) => emit(ANSWERED, { id, reply } satisfies Answer));
      });
    },
    async close() {
      for (const id of waiting.keys()) settle(id, undefined);
      if (redis.status === 'ready') await connection.quit().catch(() => undefined);
      connection.disconnect();
    },
  };
  return news;
}
