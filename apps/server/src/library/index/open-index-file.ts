// The file of the index. It can always be made again from the recordings, so whatever is wrong with it, it is set aside,
// never mended: a damaged one, one that another program holds, one that a newer version of ours has written.
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Client, createClient } from '@libsql/client/sqlite3';
import type { Logger } from 'pino';

/** Whoever changes the table raises it: an older file is made anew as well. */
const SCHEMA_VERSION = 2;

const SCHEMA = `
CREATE TABLE runs (
  run TEXT PRIMARY KEY,
  lab TEXT NOT NULL,
  mode TEXT NOT NULL,
  state TEXT NOT NULL,
  outcome TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  events INTEGER NOT NULL,
  byte_length INTEGER NOT NULL,
  written_at INTEGER NOT NULL,
  deleted_at INTEGER NOT NULL,
  name TEXT NOT NULL,
  name_words TEXT NOT NULL,
  is_starred INTEGER NOT NULL,
  words TEXT NOT NULL,
  description TEXT NOT NULL
) STRICT;
CREATE INDEX runs_by_start ON runs (deleted_at, started_at, run);
CREATE INDEX runs_by_lab ON runs (deleted_at, lab);
CREATE INDEX runs_by_length ON runs (deleted_at, events, run);
PRAGMA user_version = ${SCHEMA_VERSION};
`;

export interface IndexFile {
  readonly client: Client;
  close(): Promise<void>;
}

/** Opens the index at `path`, or, without a path, one of this process's own that is gone when it is closed. */
export async function openIndexFile(path: string | undefined, logger: Logger): Promise<IndexFile> {
  if (path === undefined) return openOwn();
  try {
    return await open(path);
  } catch (error) {
    const aside = `${path}.${Date.now()}.aside`;
    logger.warn({ err: error, aside }, 'the index of the library cannot be used: it is set aside and made anew');
    try {
      await setAside(path, aside);
      return await open(path);
    } catch (again) {
      logger.error({ err: again }, 'the index of the library cannot be written there: it is kept elsewhere');
      return openOwn();
    }
  }
}

async function openOwn(): Promise<IndexFile> {
  const directory = await mkdtemp(join(tmpdir(), 'lockstep-library-'));
  const file = await open(join(directory, 'index.sqlite'));
  return {
    client: file.client,
    async close() {
      await file.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function open(path: string): Promise<IndexFile> {
  const client = createClient({ url: pathToFileURL(path).href, intMode: 'number' });
  try {
    await client.execute('PRAGMA journal_mode = WAL');
    await client.execute('PRAGMA synchronous = NORMAL');
    const version = await pragma(client, 'user_version');
    if (version === 0) await client.executeMultiple(SCHEMA);
    else if (version !== SCHEMA_VERSION) throw new Error(`it is of version ${String(version)}`);
    const health = await pragma(client, 'quick_check');
    if (health !== 'ok') throw new Error(`it is damaged: ${String(health)}`);
    // Asks for the right to write, which another program may hold.
    await client.batch(['DELETE FROM runs WHERE 0'], 'write');
    return { client, close: async () => client.close() };
  } catch (error) {
    client.close();
    throw error;
  }
}

async function pragma(client: Client, name: string): Promise<unknown> {
  const { rows } = await client.execute(`PRAGMA ${name}`);
  return rows[0]?.[0];
}

/** With what SQLite keeps beside it, which belongs to no other file. */
async function setAside(path: string, aside: string): Promise<void> {
  await rename(path, aside);
  for (const suffix of ['-wal', '-shm']) await rename(`${path}${suffix}`, `${aside}${suffix}`).catch(() => undefined);
}
