import { afterEach, beforeEach } from 'vitest';
import type { LockstepServer, ServerOptions } from '../create-server.ts';
import type { ServerLimits } from '../server-limits.ts';
import { type ClassClient, connectToClasses } from './class-client.ts';
import { createTemporaryDirectory, startTestServer } from './start-test-server.ts';
import type { connect } from './test-client.ts';

/** Servers and windows of classes for the tests of one file; each test has a data directory of its own. */
export function setUpClassServers() {
  let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
  const servers: LockstepServer[] = [];
  const clients: ClassClient[] = [];

  beforeEach(async () => {
    directory = await createTemporaryDirectory();
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    for (const server of servers.splice(0)) await server.close();
    await directory.release();
  });

  async function start(
    limits: Partial<ServerLimits> = {},
    options: Partial<Omit<ServerOptions, 'limits'>> = {},
  ): Promise<LockstepServer> {
    const server = await startTestServer(directory.path, {
      limits: { classCountMs: 30, joinAnswerMs: 0, ...limits },
      ...options,
    });
    servers.push(server);
    return server;
  }

  async function comeTo(server: LockstepServer, options: Parameters<typeof connect>[1] = {}): Promise<ClassClient> {
    const client = await connectToClasses(server.url, options);
    clients.push(client);
    return client;
  }

  /** An owner and two learners. */
  async function openClass(server: LockstepServer) {
    const [owner, ann, bob] = [await comeTo(server), await comeTo(server), await comeTo(server)];
    const place = await owner.open({ cursor: 3 }, 'Teacher');
    const [annsPlace, bobsPlace] = [await ann.join(place.code, 'Ann'), await bob.join(place.code, 'Bob')];
    return { owner, ann, bob, place, annsPlace, bobsPlace };
  }

  return { start, comeTo, openClass, dataDirectory: () => directory.path };
}
