// The embedded store: `<directory>/<class>.jsonl`. The codes are in memory and found again, by the first line of each
// file, when the server starts; a class that has ended, or in which nothing has happened for a day, has none.
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Refused } from '@lockstep/lab';
import type { Logger } from 'pino';
import { selectSurplus } from '../../recordings/select-surplus.ts';
import type { ClassStore } from '../class-store.ts';
import { createClassFile, openClassFile } from './class-file.ts';
import { parseEnds } from './parse-facts.ts';
import { createRunsInFile } from './runs-in-file.ts';

export interface FileClassStoreOptions {
  readonly directory: string;
  /** Classes that can be joined at one time. */
  readonly maxClasses: number;
  /** A class in which nothing happened for so long is over. */
  readonly classIdleMs: number;
  /** Classes that are over are kept for their summaries up to this size; the oldest goes first. */
  readonly maxClassBytes: number;
  readonly logger: Logger;
}

const CLASS = /^[0-9a-f]{32}$/;
const EXTENSION = '.jsonl';
const COMPACT_BYTES = 1 << 20;
const MAX_FILES = 2_000;

export async function openFileClassStore(options: FileClassStoreOptions): Promise<ClassStore> {
  const { directory, logger } = options;
  await mkdir(directory, { recursive: true });
  const pathOf = (id: string) => join(directory, `${id}${EXTENSION}`);
  const codes = await findCodes();

  async function findCodes(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const id of await listClasses(directory)) {
      const bytes = await readFile(pathOf(id));
      const { first, last } = parseEnds(bytes);
      if (first?.kind !== 'class.opened' || first.class !== id) {
        logger.warn({ class: id }, 'a file holds no class');
        // Of one that was opened in the moment in which the server was killed, there is not even its first line.
        if (!bytes.includes('\n')) await rm(pathOf(id));
      } else if (last?.kind !== 'class.ended' && (await isFresh(id))) found.set(first.code, id);
    }
    return found;
  }

  async function isFresh(id: string): Promise<boolean> {
    const { mtimeMs } = await stat(pathOf(id));
    return Date.now() - mtimeMs < options.classIdleMs;
  }

  async function tidy(): Promise<void> {
    const joinable = new Set(codes.values());
    const over = (await listClasses(directory)).filter((id) => !joinable.has(id));
    const files = await Promise.all(
      over.map(async (id) => {
        const { size, mtimeMs } = await stat(pathOf(id));
        return { id, byteLength: size, writtenAtMs: mtimeMs };
      }),
    );
    for (const { id } of selectSurplus(files, MAX_FILES, options.maxClassBytes)) {
      await rm(pathOf(id), { force: true });
      logger.info({ class: id }, 'an old class is dropped');
    }
  }

  const runsIn = createRunsInFile();

  return {
    async runs() {
      const joinable = new Set(codes.values());
      const classOf = new Map<string, string>();
      const inUse = new Set<string>();
      for (const id of await listClasses(directory))
        for (const run of await runsIn(pathOf(id))) {
          classOf.set(run, id);
          if (joinable.has(id)) inUse.add(run);
        }
      return { classOf, inUse };
    },
    async create(id, code, onFact) {
      if (codes.has(code)) return undefined;
      if (codes.size >= options.maxClasses)
        throw new Refused('too-many-classes', `${codes.size} classes are open already`);
      codes.set(code, id);
      try {
        await tidy();
        return await createClassFile({ path: pathOf(id), compactBytes: COMPACT_BYTES, logger, onFact });
      } catch (error) {
        codes.delete(code);
        throw error;
      }
    },
    async open(id, onFact) {
      if (!CLASS.test(id)) return undefined;
      return await openClassFile({ path: pathOf(id), compactBytes: COMPACT_BYTES, logger, onFact });
    },
    async find(code) {
      const id = codes.get(code);
      if (id === undefined) return undefined;
      if (await isFresh(id)) return id;
      codes.delete(code);
      return undefined;
    },
    async retire(code) {
      codes.delete(code);
    },
    async close() {},
  };
}

async function listClasses(directory: string): Promise<readonly string[]> {
  const names = await readdir(directory);
  return names.flatMap((name) => {
    const id = name.slice(0, -EXTENSION.length);
    return name.endsWith(EXTENSION) && CLASS.test(id) ? [id] : [];
  });
}
