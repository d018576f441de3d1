import { randomBytes } from 'node:crypto';
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { completeLength } from './complete-length.ts';
import { hasEnd } from './has-end.ts';
import { createRecordingFile, type RecordingFile } from './recording-file.ts';

/** A recording on disk, complete lines only. */
export interface StoredRecording {
  readonly path: string;
  readonly byteLength: number;
  /** False while its run goes on: then it may grow. */
  readonly isFinal: boolean;
}

/** All recordings of this server: one file a run, `<run>.jsonl`. */
export interface Recordings {
  create(run: string): Promise<RecordingFile>;
  find(run: string): Promise<StoredRecording | undefined>;
}

/** The files themselves, and a bin beside them from which they can come back. */
export interface RecordingFiles extends Recordings {
  /** This server is writing it. */
  isGrowing(run: string): boolean;
  list(): Promise<readonly FileOfRun[]>;
  /** Undefined: neither here nor in the bin. */
  look(run: string): Promise<FileOfRun | undefined>;
  /** One of those in the bin. */
  findBinned(run: string): Promise<StoredRecording | undefined>;
  /** @returns whether it was there */
  bin(run: string): Promise<boolean>;
  restore(run: string): Promise<boolean>;
  /** From wherever it is, for good. */
  remove(run: string): Promise<void>;
  /** Takes over a complete file. Rejects when there is such a run. */
  adopt(path: string, run: string): Promise<void>;
}

export interface FileOfRun {
  readonly run: string;
  readonly byteLength: number;
  readonly writtenAt: number;
  /** When it was put into the bin; 0: it is not there. */
  readonly deletedAt: number;
}

export interface RecordingsOptions {
  readonly directory: string;
  /** Beside it, so that a file can be moved there. */
  readonly binDirectory: string;
  /** Other servers write into this directory too. */
  readonly isShared?: boolean;
}

const RUN = /^[0-9a-f]{32}$/;
const EXTENSION = '.jsonl';
/** A file of another server may still grow when something was written to it this recently. */
const MAY_GROW_MS = 30 * 60_000;

/** A name that cannot be guessed: who knows it may watch. */
export function createRunId(): string {
  return randomBytes(16).toString('hex');
}

export async function openRecordings(options: RecordingsOptions): Promise<RecordingFiles> {
  const { directory, binDirectory, isShared = false } = options;
  await mkdir(directory, { recursive: true });
  const growing = new Set<string>();
  const pathOf = (run: string, of = directory) => join(of, `${run}${EXTENSION}`);

  async function findIn(of: string, run: string): Promise<StoredRecording | undefined> {
    if (!RUN.test(run)) return undefined;
    const file = await openIfThere(pathOf(run, of));
    if (!file) return undefined;
    try {
      const byteLength = await completeLength(file);
      const isFinal = !growing.has(run) && (!isShared || !(await mayGrow(file, byteLength)));
      return byteLength > 0 ? { path: pathOf(run, of), byteLength, isFinal } : undefined;
    } finally {
      await file.close();
    }
  }

  /** Another server may be writing it. */
  async function mayGrow(file: FileHandle, byteLength: number): Promise<boolean> {
    const { mtimeMs } = await file.stat();
    return Date.now() - mtimeMs < MAY_GROW_MS && !(await hasEnd(file, byteLength));
  }

  async function lookIn(of: string, run: string): Promise<FileOfRun | undefined> {
    // Another server may have dropped it meanwhile.
    const found = await stat(pathOf(run, of)).catch(() => undefined);
    if (!found) return undefined;
    // Moving a file changes its status, and nothing else of it.
    const deletedAt = of === binDirectory ? Math.round(found.ctimeMs) : 0;
    return { run, byteLength: found.size, writtenAt: Math.round(found.mtimeMs), deletedAt };
  }

  async function listIn(of: string): Promise<readonly FileOfRun[]> {
    const files: FileOfRun[] = [];
    for (const name of await namesIn(of)) {
      const run = name.slice(0, -EXTENSION.length);
      const file = name.endsWith(EXTENSION) && RUN.test(run) ? await lookIn(of, run) : undefined;
      if (file) files.push(file);
    }
    return files;
  }

  return {
    async create(run) {
      const file = await createRecordingFile(pathOf(run));
      growing.add(run);
      return {
        append: (text) => file.append(text),
        async close() {
          await file.close();
          growing.delete(run);
        },
      };
    },
    find: (run) => findIn(directory, run),
    findBinned: (run) => findIn(binDirectory, run),
    isGrowing: (run) => growing.has(run),
    list: async () => [...(await listIn(directory)), ...(await listIn(binDirectory))],
    look: async (run) => (await lookIn(directory, run)) ?? (await lookIn(binDirectory, run)),
    async bin(run) {
      await mkdir(binDirectory, { recursive: true });
      return await move(pathOf(run), pathOf(run, binDirectory));
    },
    async restore(run) {
      const isBack = await move(pathOf(run, binDirectory), pathOf(run));
      // What came back counts as new, or the rules might take it again at once.
      if (isBack) await utimes(pathOf(run), new Date(), new Date());
      return isBack;
    },
    async remove(run) {
      await rm(pathOf(run), { force: true });
      await rm(pathOf(run, binDirectory), { force: true });
    },
    async adopt(path, run) {
      // Unlike a renaming, it never replaces what is there.
      await link(path, pathOf(run));
      await rm(path);
    },
  };
}

/** There is no bin before it is used. */
async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function move(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function openIfThere(path: string) {
  try {
    return await open(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
