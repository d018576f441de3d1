// Classes in Redis: a stream a class. Redis decides the order of the facts; each server folds them by reading them back,
// its own too, so that all see the same class.
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type ClassFact, classFact } from '../classes/class-facts.ts';
import type { ClassLog, ClassStore } from '../classes/class-store.ts';
import { Refused } from '../refused.ts';
import { classKey, codeKey } from './keys.ts';
import type { StreamTail, StreamTails } from './stream-tails.ts';

export interface RedisClassStoreOptions {
  readonly redis: Redis;
  readonly tails: StreamTails;
  readonly logger: Logger;
  /** Tells the other servers that a stream has grown. */
  readonly nudge: (key: string) => void;
}

/** A class is forgotten this long after its last fact. */
const KEPT_SECONDS = 24 * 60 * 60;

export function createRedisClassStore({ redis, tails, logger, nudge }: RedisClassStoreOptions): ClassStore {
  const open = new Set<ClassLog>();

  function parse(text: string | undefined, id: string): ClassFact | undefined {
    const parsed = classFact.safeParse(JSON.parse(text ?? 'null'));
    if (parsed.success) return parsed.data;
    logger.error({ class: id, issues: parsed.error.issues }, 'a fact of a class is not understood and is left out');
    return undefined;
  }

  function openTail(id: string, onFact: (fact: ClassFact) => void): StreamTail {
    return tails.open(classKey(id), ({ fact: text }) => {
      const fact = parse(text, id);
      if (fact) onFact(fact);
    });
  }

  function createLog(id: string, tail: StreamTail, code: () => string | undefined, isNew: boolean): ClassLog {
    const key = classKey(id);
    let isBegun = !isNew;

    async function add(fact: ClassFact): Promise<void> {
      // A stream that is gone must not begin anew in its middle.
      const mode = isBegun ? (['NOMKSTREAM'] as const) : [];
      const entry = await redis.xadd(key, ...mode, '*', 'fact', JSON.stringify(fact));
      if (entry === null) throw new Refused('unknown-class', 'Redis does not have this class any more');
      isBegun = true;
      nudge(key);
      await Promise.all([redis.expire(key, KEPT_SECONDS), prolongCode(), tail.read()]);
    }

    async function prolongCode(): Promise<void> {
      const known = code();
      if (known !== undefined) await redis.expire(codeKey(known), KEPT_SECONDS);
    }

    const log: ClassLog = {
      append: (fact) => orRefuse(add(fact)),
      async close() {
        open.delete(log);
        tail.close();
      },
    };
    open.add(log);
    return log;
  }

  return {
    create: (id, code, onFact) =>
      orRefuse(
        (async () => {
          if ((await redis.set(codeKey(code), id, 'EX', KEPT_SECONDS, 'NX')) === null) return undefined;
          return createLog(id, openTail(id, onFact), () => code, true);
        })(),
      ),
    open: (id, onFact) =>
      orRefuse(
        (async () => {
          if ((await redis.exists(classKey(id))) === 0) return undefined;
          let code: string | undefined;
          const tail = openTail(id, (fact) => {
            if (fact.kind === 'class.opened') code = fact.code;
            onFact(fact);
          });
          try {
            await tail.read();
          } catch (error) {
            tail.close();
            throw error;
          }
          return createLog(id, tail, () => code, false);
        })(),
      ),
    find: (code) => orRefuse(redis.get(codeKey(code))).then((id) => id ?? undefined),
    retire: (code) => orRefuse(redis.del(codeKey(code))).then(() => undefined),
    async close() {
      await Promise.all([...open].map((log) => log.close()));
    },
  };
}

async function orRefuse<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new Refused('not-now', `Redis, which keeps the classes, cannot be reached: try again in a moment (${why})`);
  }
}
