import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { createServer, type LockstepServer, type ServerOptions } from '../create-server.ts';
import { SERVER_LIMITS, type ServerLimits } from '../server-limits.ts';

/** The fixture labs: found as sources, run as the compiler has put them into `dist`. */
export const fixtureLabs = {
  sources: fileURLToPath(new URL('../fixtures/labs', import.meta.url)),
  compiled: fileURLToPath(new URL('../../dist/fixtures/labs', import.meta.url)),
};

/** A new empty directory, deleted when `release` is called. */
export async function createTemporaryDirectory(): Promise<{ path: string; release(): Promise<void> }> {
  const path = await mkdtemp(join(os.tmpdir(), 'lockstep-server-'));
  return { path, release: () => rm(path, { recursive: true, force: true }) };
}

/** A server on any free port with the fixture labs. */
export function startTestServer(
  dataDirectory: string,
  { limits = {}, ...options }: Partial<Omit<ServerOptions, 'limits'>> & { limits?: Partial<ServerLimits> } = {},
): Promise<LockstepServer> {
  return createServer({
    host: '127.0.0.1',
    port: 0,
    version: '1.2.3',
    dataDirectory,
    webDirectory: join(dataDirectory, 'web'),
    labs: fixtureLabs,
    logger: pino({ level: 'silent' }),
    probeNetwork: async () => ({ lane: 'D', why: 'a test' }),
    probePython: async () => ({ version: '3.11.7', gil: true }),
    ...options,
    limits: { ...SERVER_LIMITS, ...limits },
  });
}
