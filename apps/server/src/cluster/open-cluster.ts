// Several servers that share classes and runs through Redis.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Classes } from '../classes/classes.ts';
import type { ServerLimits } from '../server-limits.ts';
import type { Cluster } from './cluster-contract.ts';
import { connectRedis, describeRedisUrl } from './connect-redis.ts';
import { serverKey, TOKEN_KEY } from './keys.ts';
import { createNews } from './news.ts';
import { createRedisClassStore } from './redis-class-store.ts';
import { createSharedPresence } from './shared-presence.ts';
import { createSharedRuns } from './shared-runs.ts';
import { createStreamTails } from './stream-tails.ts';

export interface ClusterOptions {
  /** `redis://` or `rediss://`. */
  readonly url: string;
  readonly logger: Logger;
  readonly limits: Pick<ServerLimits, 'maxClasses'>;
}

const BEAT_MS = 1000;
/** A sign of life outlives two beats that are late. */
const ALIVE_SECONDS = 3;
const TOKEN_KEPT_SECONDS = 30 * 24 * 60 * 60;
const NUDGE = 'lockstep-nudge';

/**
 * Joins the servers that use this Redis.
 * @throws RedisError when it cannot be used
 */
export async function openCluster({ url, logger, limits }: ClusterOptions): Promise<Cluster> {
  const server = randomUUID();
  const redis = await connectRedis(url, logger);
  const news = createNews(redis, url);
  const tails = createStreamTails(redis, logger);
  const nudge = (key: string) => news.tell(NUDGE, key);
  const classes = createRedisClassStore({ redis, tails, logger, ...limits, nudge });
  const runs = createSharedRuns({ redis, server, tails, news, logger, nudge });
  const presence = createSharedPresence(server, news);
  let classesHere: Classes | undefined;
  let isReachable = true;
  let beating: Promise<void> | undefined;

  async function beat(): Promise<void> {
    try {
      await redis.set(serverKey(server), '1', 'EX', ALIVE_SECONDS);
      tellReachable(true);
      tails.poll();
      presence.beat();
      await runs.beat();
      await classesHere?.forgetLost(runs.isLost);
    } catch (error) {
      tellReachable(false, error);
    }
  }

  function tellReachable(now: boolean, error?: unknown): void {
    if (now === isReachable) return;
    isReachable = now;
    const where = describeRedisUrl(url);
    if (now) logger.warn({ redis: where }, 'Redis is back');
    else logger.error({ redis: where, err: error }, 'Redis is lost: classes can be read, acts are refused');
  }

  await redis.set(TOKEN_KEY, randomBytes(16).toString('hex'), 'EX', TOKEN_KEPT_SECONDS, 'NX');
  const token = (await redis.get(TOKEN_KEY)) as string;
  await beat();
  const timer = setInterval(() => {
    beating ??= beat().finally(() => {
      beating = undefined;
    });
  }, BEAT_MS);

  return {
    token,
    adapter: news.adapter,
    classes,
    runsElsewhere: runs.elsewhere,
    share: runs.share,
    announce: runs.announce,
    openPresence: presence.open,
    join(sockets, ownRuns, ownClasses) {
      news.attach(sockets);
      news.on(NUDGE, (key) => tails.nudge(key as string));
      presence.join();
      runs.join(ownRuns);
      classesHere = ownClasses;
    },
    health: () =>
      isReachable ? { ok: true } : { ok: false, why: 'Redis is lost: classes can be read, acts are refused' },
    async close() {
      clearInterval(timer);
      await beating;
      await runs.close();
      await classes.close();
      await news.close();
      await redis.del(serverKey(server)).catch(() => undefined);
      redis.disconnect();
    },
  };
}
