// Every run that was ever made here, as far as it is kept. The recordings are the truth, the notes are what people added,
// and the index is a copy of both that can be listed and searched.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeepRules, LibraryChange, LibraryKeeping, LibraryPage, LibraryQuery, LibraryRun } from '@lockstep/lab';
import type { Logger } from 'pino';
import type { RunsOfClasses } from '../classes/class-store.ts';
import type { LabFolders, LabLibrary } from '../labs/lab-library.ts';
import type { RecordingFiles, Recordings } from '../recordings/recordings.ts';
import { createDescriber } from './create-describer.ts';
import type { IndexedRun } from './index/indexed-run.ts';
import { createLibraryIndex } from './index/library-index.ts';
import { openIndexFile } from './index/open-index-file.ts';
import { createKeeping } from './keeping.ts';
import { openLibraryNotes } from './library-notes.ts';
import { LibraryRefusal } from './library-refusal.ts';
import { createListKeeper } from './list-keeper.ts';
import { createReception } from './reception.ts';
import { watchRecordings } from './watch-recordings.ts';

export interface Library {
  /** Begins to compare its list with the files; nobody has to wait for it. */
  begin(): void;
  /** The same recordings; each run made with them is entered when it begins, and completed when it ends. */
  watch(recordings: Recordings): Recordings;
  /** @throws LibraryRefusal bad-request */
  list(query: LibraryQuery): Promise<LibraryPage>;
  /** Each rejects with LibraryRefusal unknown-run, or in-use where a run cannot go now. */
  find(run: string): Promise<LibraryRun>;
  change(run: string, change: LibraryChange): Promise<LibraryRun>;
  bin(run: string): Promise<LibraryRun>;
  restore(run: string): Promise<LibraryRun>;
  /** For good; only what is in the bin. */
  remove(run: string): Promise<void>;
  /** @param rules what they would do; absent: those that hold */
  keeping(rules?: KeepRules): Promise<LibraryKeeping>;
  setRules(rules: KeepRules): Promise<LibraryKeeping>;
  /** Takes in a recording from elsewhere. @throws LibraryRefusal bad-recording, too-large, not-now */
  receive(body: AsyncIterable<Buffer>): Promise<LibraryRun>;
  /** Settles when it knows all files. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export interface LibraryOptions {
  readonly directory: string;
  readonly files: RecordingFiles;
  readonly folders: LabFolders;
  readonly labs: LabLibrary;
  readonly initialRules: KeepRules;
  /** Of a recording that is brought, unpacked. */
  readonly maxImportBytes: number;
  /** Other servers have the same files: then the index is each server's own, and the files are looked at anew now and then. */
  readonly isShared: boolean;
  readonly runsOfClasses: () => Promise<RunsOfClasses>;
  readonly logger: Logger;
}

/** Files of other servers are looked for at most this often. */
const LOOK_MS = 2_000;

export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const { directory, files, labs, isShared, logger } = options;
  await mkdir(directory, { recursive: true });
  const [notes, indexFile] = await Promise.all([
    openLibraryNotes(join(directory, 'notes.jsonl'), isShared, logger),
    openIndexFile(isShared ? undefined : join(directory, 'index.sqlite'), logger),
  ]);
  const index = createLibraryIndex(indexFile);
  const describer = createDescriber(options.folders, labs);
  const keeper = createListKeeper({ files, index, notes, describer, isShared, logger });
  const keeping = createKeeping({ ...options, index, notes });
  const reception = createReception({ ...options, describer });

  let lookedAt = performance.now();
  let looked = Promise.resolve();

  async function lookAtAll(): Promise<void> {
    try {
      await keeper.reconcile();
      await keeper.settled();
      await keeping.tidy();
    } catch (error) {
      logger.error({ err: error }, 'the library cannot be compared with its files');
    }
  }

  /** What other servers did meanwhile. */
  async function lookAgain(): Promise<void> {
    if (!isShared || performance.now() - lookedAt < LOOK_MS) return;
    lookedAt = performance.now();
    await notes.refresh();
    await keeper.reconcile();
  }

  async function withClass(runs: readonly IndexedRun[]): Promise<readonly LibraryRun[]> {
    const { classOf } = await options.runsOfClasses();
    return runs.map((run) => {
      const of = classOf.get(run.run);
      return of === undefined ? run : { ...run, class: of };
    });
  }

  async function find(run: string): Promise<LibraryRun> {
    const found = await index.find(run);
    const [entry] = found ? await withClass([found]) : [];
    if (!entry) throw new LibraryRefusal('unknown-run', 'there is no such run in the library');
    return entry;
  }

  function labsWith(word: string): readonly string[] {
    return [...labs.values()].flatMap(({ lab: { id, title } }) =>
      `${title.en}\n${title.zh}`.toLowerCase().includes(word) ? [id] : [],
    );
  }

  async function moved(run: string): Promise<LibraryRun> {
    await keeper.read(run);
    return await find(run);
  }

  return {
    begin() {
      looked = lookAtAll();
    },
    watch: (recordings) =>
      watchRecordings(recordings, logger, {
        onBegun: (run, headerLine) => keeper.begin(run, headerLine),
        async onOver(run) {
          await keeper.read(run);
          await keeping.tidyNowAndThen();
        },
      }),
    async list(query) {
      await lookAgain();
      // Before the rows are read: what comes in meanwhile is still to be waited for.
      const { unread } = keeper;
      const [{ runs, ...page }, labsWithRuns] = await Promise.all([index.list(query, labsWith), index.labs()]);
      return { runs: await withClass(runs), ...page, labs: labsWithRuns, unread };
    },
    find,
    async change(run, { name, isStarred }) {
      await find(run);
      await notes.add(
        ...(name === undefined ? [] : [{ kind: 'run.named', run, name: name.trim() } as const]),
        ...(isStarred === undefined ? [] : [{ kind: 'run.starred', run, isStarred } as const]),
      );
      await index.note(run, notes.of(run));
      return await find(run);
    },
    async bin(run) {
      await find(run);
      await keeping.checkFree(run);
      await files.bin(run);
      return await moved(run);
    },
    async restore(run) {
      await files.restore(run);
      return await moved(run);
    },
    async remove(run) {
      if ((await find(run)).deletedAt === undefined)
        throw new LibraryRefusal('not-now', 'only what is in the bin can be removed');
      await keeping.remove([run]);
    },
    keeping: (rules) => keeping.tell(rules),
    async setRules(rules) {
      await notes.add({ kind: 'rules.set', rules });
      await keeping.tidy();
      return await keeping.tell();
    },
    async receive(body) {
      const run = await reception.receive(body);
      await keeper.read(run);
      await keeping.tidyNowAndThen();
      return await find(run);
    },
    async settled() {
      await looked;
      await keeper.settled();
    },
    async close() {
      keeping.close();
      await keeper.close();
      await looked;
      await describer.close();
      await index.close();
    },
  };
}
