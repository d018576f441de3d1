import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What whoever starts the server may choose. */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly dataDirectory: string;
  /** Names under which a balancer in front of the server is reached. */
  readonly names: readonly string[];
  /** Where servers meet that share classes and runs; undefined: this one is alone. */
  readonly redisUrl: string | undefined;
}

/** Arguments that cannot be used, in words for the terminal. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

const USAGE =
  'Options: --port <number> (or PORT), --host <address>. Environment: LOG_LEVEL, LOCKSTEP_DATA, LOCKSTEP_NAMES, REDIS_URL.';
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * Reads the command line (without `node` and the script) and the environment.
 * @throws ConfigurationError
 */
export function parseConfiguration(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Configuration {
  const given = parseOptions(args);
  const port = Number(given.port ?? environment['PORT'] ?? 4173);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new ConfigurationError(`The port must be a number from 0 to 65535. ${USAGE}`);
  const logLevel = environment['LOG_LEVEL'] ?? 'info';
  if (!LOG_LEVELS.includes(logLevel))
    throw new ConfigurationError(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
  const redisUrl = environment['REDIS_URL'] || undefined;
  if (redisUrl !== undefined && !isRedisUrl(redisUrl))
    throw new ConfigurationError('REDIS_URL must be an address like redis://127.0.0.1:6379, or rediss:// with TLS.');
  return {
    host: given.host ?? '127.0.0.1',
    port,
    logLevel,
    dataDirectory: environment['LOCKSTEP_DATA'] ?? fileURLToPath(new URL('../../../data', import.meta.url)),
    names: (environment['LOCKSTEP_NAMES'] ?? '').split(/[\s,]+/).filter((name) => name !== ''),
    redisUrl,
  };
}

function isRedisUrl(text: string): boolean {
  return URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '';
}

function parseOptions(args: readonly string[]): { readonly host?: string; readonly port?: string } {
  try {
    const options = { host: { type: 'string' }, port: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new ConfigurationError(`${(error as Error).message}. ${USAGE}`);
  }
}
