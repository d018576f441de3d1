import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';

/** Redis cannot be used, in words for the terminal. */
export class RedisError extends Error {
  override readonly name = 'RedisError';
}

const CONNECT_TIMEOUT_MS = 3000;
const COMMAND_TIMEOUT_MS = 2000;
const LONGEST_RETRY_MS = 1000;
/** `XADD NOMKSTREAM` and exclusive ranges came with 6.2. */
const LEAST_VERSION = [6, 2] as const;

// A command is done now or it fails now: nothing waits in a queue for a Redis that is away, and nothing is sent a second
// time when it may have been done already.
const OPTIONS = {
  lazyConnect: true,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  maxRetriesPerRequest: 0,
  commandTimeout: COMMAND_TIMEOUT_MS,
  connectTimeout: CONNECT_TIMEOUT_MS,
  retryStrategy: (times) => Math.min(times * 100, LONGEST_RETRY_MS),
} satisfies RedisOptions;

/** The address without its password. */
export function describeRedisUrl(url: string): string {
  const { host } = new URL(url);
  return host;
}

/**
 * Connects; when the connection is lost later, it is taken up again for ever.
 * @throws RedisError
 */
export async function connectRedis(url: string, logger: Logger): Promise<Redis> {
  const where = describeRedisUrl(url);
  const redis = new Redis(url, OPTIONS);
  let fault = 'it does not answer';
  redis.on('error', (error: Error) => {
    fault = error.message || fault;
    logger.debug({ err: error }, 'the connection to Redis failed');
  });
  try {
    await redis.connect();
    await checkVersion(redis, where);
  } catch (error) {
    redis.disconnect();
    if (error instanceof RedisError) throw error;
    throw new RedisError(
      `Redis at ${where} cannot be used: ${fault.replace(/\.+$/, '')}. Check REDIS_URL, or start without it.`,
    );
  }
  return redis;
}

async function checkVersion(redis: Redis, where: string): Promise<void> {
  const version = /redis_version:(\S+)/.exec(await redis.info('server'))?.[1] ?? '0';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < LEAST_VERSION[0] || (major === LEAST_VERSION[0] && minor < LEAST_VERSION[1]))
    throw new RedisError(`Redis at ${where} is version ${version}; it must be ${LEAST_VERSION.join('.')} or newer.`);
}
