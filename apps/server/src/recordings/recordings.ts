import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { completeLength } from './complete-length.ts';
import { hasEnd } from './has-end.ts';
import { createRecordingFile, type RecordingFile } from './recording-file.ts';
import { selectSurplus } from './select-surplus.ts';

/** A recording on disk, complete lines only. */
export interface StoredRecording {
  readonly path: string;
  readonly byteLength: number;
  /** False while its run goes on: then it may grow. */
  readonly isFinal: boolean;
}

/**
 * All recordings of this server: one file a run, `<run>.jsonl`. When one ends, the oldest surplus is deleted; where
 * thousands are kept, for several together.
 */
export interface Recordings {
  create(run: string): Promise<RecordingFile>;
  find(run: string): Promise<StoredRecording | undefined>;
}

export interface RecordingsOptions {
  readonly directory: string;
  readonly maxRecordings: number;
  readonly maxRecordingBytes: number;
  /** Other servers write into this directory too. */
  readonly isShared?: boolean;
  readonly logger: Logger;
}

const RUN = /^[0-9a-f]{32}$/;
const EXTENSION = '.jsonl';
/** A file of another server may still grow when something was written to it this recently. */
const MAY_GROW_MS = 30 * 60_000;

/** A name that cannot be guessed: who knows it may watch. */
export function createRunId(): string {
  return randomBytes(16).toString('hex');
}

export async function openRecordings(options: RecordingsOptions): Promise<Recordings> {
  const { directory, logger } = options;
  await mkdir(directory, { recursive: true });
  const growing = new Set<string>();
  const pathOf = (run: string) => join(directory, `${run}${EXTENSION}`);

  async function tidy(): Promise<void> {
    const names = (await readdir(directory)).filter((name) => name.endsWith(EXTENSION));
    const files = await Promise.all(
      names.map(async (name) => {
        const { size, mtimeMs } = await stat(join(directory, name));
        return { run: name.slice(0, -EXTENSION.length), byteLength: size, writtenAtMs: mtimeMs };
      }),
    );
    const settled = files.filter(({ run }) => !growing.has(run));
    const surplus = selectSurplus(settled, options.maxRecordings, options.maxRecordingBytes);
    for (const { run, writtenAtMs } of surplus) {
      if (options.isShared && Date.now() - writtenAtMs < MAY_GROW_MS) continue;
      await rm(pathOf(run), { force: true });
      logger.info({ run }, 'an old recording is dropped');
    }
  }

  let endedSince = 0;
  async function tidyNowAndThen(): Promise<void> {
    if (++endedSince < options.maxRecordings / 100) return;
    endedSince = 0;
    await tidyInTurn();
  }

  let turn = Promise.resolve();
  function tidyInTurn(): Promise<void> {
    turn = turn.then(tidy).catch((error: unknown) => logger.error({ err: error }, 'recordings cannot be tidied'));
    return turn;
  }

  await tidyInTurn();
  return {
    async create(run) {
      const file = await createRecordingFile(pathOf(run));
      growing.add(run);
      return {
        append: (text) => file.append(text),
        async close() {
          await file.close();
          growing.delete(run);
          await tidyNowAndThen();
        },
      };
    },
    async find(run) {
      if (!RUN.test(run)) return undefined;
      const file = await openIfThere(pathOf(run));
      if (!file) return undefined;
      try {
        const byteLength = await completeLength(file);
        const isFinal = !growing.has(run) && (!options.isShared || (await hasEnd(file, byteLength)));
        return byteLength > 0 ? { path: pathOf(run), byteLength, isFinal } : undefined;
      } finally {
        await file.close();
      }
    },
  };
}

async function openIfThere(path: string) {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
