// Keeps the index in step with the files. Files without a row are read and entered, rows without a file go, and what was
// read before and has not changed is believed. It is done beside everything else, one recording at a time.
import { setImmediate } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { FileOfRun, RecordingFiles, StoredRecording } from '../recordings/recordings.ts';
import type { Describer } from './create-describer.ts';
import { type Description, describeBeginning } from './describe-recording.ts';
import type { IndexedRun } from './index/indexed-run.ts';
import type { FileMark, LibraryIndex } from './index/library-index.ts';
import type { LibraryNotes } from './library-notes.ts';

export interface ListKeeper {
  /** Recordings that are still to be read; at least one while it is not known whether there are any. */
  readonly unread: number;
  /** A run has its first line. */
  begin(run: string, headerLine: string): Promise<void>;
  /** Its file has changed, and is read now. */
  read(run: string): Promise<void>;
  /** Compares files and rows; reads what is new in its own time. */
  reconcile(): Promise<void>;
  /** Settles when nothing is left to be read. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface ListKeeperOptions {
  readonly files: RecordingFiles;
  readonly index: LibraryIndex;
  readonly notes: LibraryNotes;
  readonly describer: Describer;
  readonly isShared: boolean;
  readonly logger: Logger;
}

/** A run of another server that has not been written for so long has no end to come. */
const FORSAKEN_MS = 30 * 60_000;
const WRITTEN_TOGETHER = 32;

export function createListKeeper({ files, index, notes, describer, isShared, logger }: ListKeeperOptions): ListKeeper {
  const toRead = new Map<string, FileOfRun>();
  let reading: Promise<void> | undefined;
  let hasCompared = false;
  let comparing = 0;
  let isClosed = false;

  function entryOf(file: FileOfRun, { startedAt, ...description }: Description) {
    const { run, byteLength, writtenAt, deletedAt } = file;
    return {
      run: {
        ...description,
        run,
        byteLength,
        startedAt: startedAt ?? writtenAt,
        ...notes.of(run),
        ...(deletedAt > 0 && { deletedAt }),
      } satisfies IndexedRun,
      writtenAt,
    };
  }

  async function describe(file: FileOfRun) {
    const stored = await (file.deletedAt > 0 ? files.findBinned(file.run) : files.find(file.run));
    if (!stored) await forgetEmpty(file);
    const whole: StoredRecording | undefined = stored && { ...stored, isFinal: stored.isFinal || file.deletedAt > 0 };
    const description = whole ? await describer.describe(whole) : undefined;
    return description && entryOf(file, description);
  }

  /** Of a run whose server was killed as it began there is not even the first line: nobody was ever shown anything of it. */
  async function forgetEmpty({ run, writtenAt }: FileOfRun): Promise<void> {
    if (files.isGrowing(run) || (isShared && Date.now() - writtenAt < FORSAKEN_MS)) return;
    await files.remove(run);
    logger.info({ run }, 'a recording without a whole line is dropped');
  }

  /** Whatever is wrong with one, the others are read. */
  async function tryToDescribe(file: FileOfRun) {
    try {
      return await describe(file);
    } catch (error) {
      logger.warn({ err: error, run: file.run }, 'a recording cannot be read into the library');
      return undefined;
    }
  }

  async function readAll(): Promise<void> {
    while (toRead.size > 0 && !isClosed) {
      const some = [...toRead.values()].slice(0, WRITTEN_TOGETHER);
      const entries = [];
      for (const file of some) {
        if (isClosed) return;
        const entry = files.isGrowing(file.run) ? undefined : await tryToDescribe(file);
        if (entry) entries.push(entry);
        await setImmediate();
      }
      await index.put(entries);
      for (const { run } of some) toRead.delete(run);
    }
  }

  function hasChanged(file: FileOfRun, mark: FileMark): boolean {
    if (file.byteLength !== mark.byteLength || file.writtenAt !== mark.writtenAt) return true;
    return mark.state === 'running' && (!isShared || Date.now() - file.writtenAt > FORSAKEN_MS);
  }

  async function compare(): Promise<void> {
    const marks = new Map((await index.marks()).map((mark) => [mark.run, mark]));
    const listed = await files.list();
    const there = new Set(listed.map(({ run }) => run));
    await index.remove([...marks.keys()].filter((run) => !there.has(run) && !files.isGrowing(run)));
    for (const file of listed.toSorted((a, b) => b.writtenAt - a.writtenAt)) {
      const { run, deletedAt } = file;
      if (files.isGrowing(run)) continue;
      const mark = marks.get(run);
      if (!mark || hasChanged(file, mark)) {
        toRead.set(run, file);
        continue;
      }
      const note = notes.of(run);
      if (mark.deletedAt !== deletedAt) await index.move(run, deletedAt);
      if (mark.note.name !== note.name || mark.note.isStarred !== note.isStarred) await index.note(run, note);
    }
  }

  return {
    get unread() {
      return Math.max(toRead.size, comparing, hasCompared ? 0 : 1);
    },
    async begin(run, headerLine) {
      const file = await files.look(run);
      if (file) await index.put([entryOf(file, describeBeginning(headerLine))]);
    },
    async read(run) {
      const file = await files.look(run);
      const entry = file && (await tryToDescribe(file));
      toRead.delete(run);
      await (entry ? index.put([entry]) : index.remove([run]));
    },
    async reconcile() {
      comparing++;
      try {
        await compare();
        hasCompared = true;
      } finally {
        comparing--;
      }
      reading ??= readAll()
        .catch((error: unknown) => logger.error({ err: error }, 'the library cannot be brought up to date'))
        .finally(() => {
          reading = undefined;
        });
    },
    async settled() {
      await reading;
    },
    async close() {
      isClosed = true;
      await reading;
    },
  };
}
