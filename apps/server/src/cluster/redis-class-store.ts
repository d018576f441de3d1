// Classes in Redis: a stream a class. Redis decides the order of the facts; each server folds them by reading them back,
// its own too, so that all see the same class.

import { Refused } from '@lockstep/lab';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type ClassFact, classFact } from '../classes/class-facts.ts';
import type { ClassLog, ClassStore } from '../classes/class-store.ts';
import { isSameShow } from '../classes/store/without-passages.ts';
import { CODES_KEY, classKey, codeKey } from './keys.ts';
import type { StreamTail, StreamTails } from './stream-tails.ts';

export interface RedisClassStoreOptions {
  readonly redis: Redis;
  readonly tails: StreamTails;
  readonly logger: Logger;
  /** Classes that can be joined at one time, on all servers. */
  readonly maxClasses: number;
  /** Tells the other servers that a stream has grown. */
  readonly nudge: (key: string) => void;
}

interface Named {
  readonly entry: string;
  readonly fact: ClassFact;
}

interface Tail extends StreamTail {
  /** The last three at most. */
  readonly recent: Named[];
}

/** A class is forgotten this long after its last fact. */
const KEPT_SECONDS = 24 * 60 * 60;

export function createRedisClassStore(options: RedisClassStoreOptions): ClassStore {
  const { redis, tails, logger, maxClasses, nudge } = options;
  const open = new Set<ClassLog>();

  function parse(text: string | undefined, id: string): ClassFact | undefined {
    const parsed = classFact.safeParse(JSON.parse(text ?? 'null'));
    if (parsed.success) return parsed.data;
    logger.error({ class: id, issues: parsed.error.issues }, 'a fact of a class is not understood and is left out');
    return undefined;
  }

  /** A tail that remembers the last facts, with the names that Redis gave them. */
  function openTail(id: string, onFact: (fact: ClassFact) => void): Tail {
    const recent: Named[] = [];
    const tail = tails.open(classKey(id), ({ fact: text }, entry) => {
      const fact = parse(text, id);
      if (!fact) return;
      recent.push({ entry, fact });
      if (recent.length > 3) recent.shift();
      onFact(fact);
    });
    return { ...tail, recent };
  }

  function createLog(id: string, tail: Tail, code: () => string | undefined, isNew: boolean): ClassLog {
    const key = classKey(id);
    let isBegun = !isNew;

    async function add(fact: ClassFact): Promise<void> {
      // A stream that is gone must not begin anew in its middle.
      const mode = isBegun ? (['NOMKSTREAM'] as const) : [];
      const entry = await redis.xadd(key, ...mode, '*', 'fact', JSON.stringify(fact));
      if (entry === null) throw new Refused('unknown-class', 'Redis does not have this class any more');
      isBegun = true;
      nudge(key);
      await Promise.all([tail.read(), prolong(key, code())]);
      if (fact.kind === 'view.shown') await dropPassage(key, tail.recent);
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

  async function prolong(key: string, code: string | undefined): Promise<void> {
    await redis.expire(key, KEPT_SECONDS);
    if (code === undefined || (await redis.expire(codeKey(code), KEPT_SECONDS)) === 0) return;
    await redis.zadd(CODES_KEY, Date.now() + KEPT_SECONDS * 1000, code);
  }

  /** A class that is led step by step through a run is shown many steps that nobody needs afterwards. */
  async function dropPassage(key: string, recent: Named[]): Promise<void> {
    const [before, between, now] = recent;
    if (!before || !between || !now) return;
    if (!isSameShow(before.fact, between.fact) || !isSameShow(between.fact, now.fact)) return;
    recent.splice(1, 1);
    await redis.xdel(key, between.entry);
  }

  async function reserve(id: string, code: string): Promise<boolean> {
    await redis.zremrangebyscore(CODES_KEY, '-inf', Date.now());
    const joinable = await redis.zcard(CODES_KEY);
    if (joinable >= maxClasses) throw new Refused('too-many-classes', `${joinable} classes are open already`);
    if ((await redis.set(codeKey(code), id, 'EX', KEPT_SECONDS, 'NX')) === null) return false;
    await redis.zadd(CODES_KEY, Date.now() + KEPT_SECONDS * 1000, code);
    return true;
  }

  async function openLog(id: string, onFact: (fact: ClassFact) => void): Promise<ClassLog | undefined> {
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
  }

  return {
    create: (id, code, onFact) =>
      orRefuse(
        reserve(id, code).then((isFree) =>
          isFree ? createLog(id, openTail(id, onFact), () => code, true) : undefined,
        ),
      ),
    open: (id, onFact) => orRefuse(openLog(id, onFact)),
    find: (code) => orRefuse(redis.get(codeKey(code))).then((id) => id ?? undefined),
    retire: (code) =>
      orRefuse(Promise.all([redis.del(codeKey(code)), redis.zrem(CODES_KEY, code)])).then(() => undefined),
    // Streams are not read for that: only classes that a server holds protect their runs there.
    runs: async () => ({ classOf: new Map(), inUse: new Set() }),
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
    const isOpen = /timed out/i.test(why) ? '; whether this was kept shows when it does' : ': try again in a moment';
    throw new Refused('not-now', `Redis, which keeps the classes, does not answer${isOpen} (${why})`);
  }
}
