// Lets go what the rules do not keep.
import type { KeepRules, LibraryKeeping, RunsAndBytes } from '@lockstep/lab';
import type { Logger } from 'pino';
import type { RunsOfClasses } from '../classes/class-store.ts';
import type { RecordingFiles } from '../recordings/recordings.ts';
import type { LibraryIndex } from './index/library-index.ts';
import { type BinnedRun, type KeptRun, nextToGo, selectForDeletion } from './keep-rules.ts';
import type { LibraryNotes } from './library-notes.ts';
import { LibraryRefusal } from './library-refusal.ts';

export interface Keeping {
  tell(rules?: KeepRules): Promise<LibraryKeeping>;
  tidy(): Promise<void>;
  /** Where thousands are kept, for several runs together. */
  tidyNowAndThen(): Promise<void>;
  remove(runs: readonly string[]): Promise<void>;
  /** @throws LibraryRefusal in-use */
  checkFree(run: string): Promise<void>;
  close(): void;
}

export interface KeepingOptions {
  readonly files: RecordingFiles;
  readonly index: LibraryIndex;
  readonly notes: LibraryNotes;
  readonly initialRules: KeepRules;
  readonly runsOfClasses: () => Promise<RunsOfClasses>;
  readonly logger: Logger;
}

const HOUR_MS = 60 * 60_000;

export function createKeeping(options: KeepingOptions): Keeping {
  const { files, index, notes, initialRules, runsOfClasses, logger } = options;
  let endedSince = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const rulesNow = () => notes.rules ?? initialRules;

  async function look() {
    const [marks, { inUse }] = await Promise.all([index.marks(), runsOfClasses()]);
    const runs: (KeptRun & { readonly isStarred: boolean })[] = [];
    const bin: BinnedRun[] = [];
    for (const { run, byteLength, writtenAt, deletedAt, state } of marks) {
      const { isStarred } = notes.of(run);
      const isSafe = isStarred || state === 'running' || files.isGrowing(run) || inUse.has(run);
      if (deletedAt > 0) bin.push({ run, byteLength, deletedAt });
      else runs.push({ run, byteLength, writtenAt, isSafe, isStarred });
    }
    return { runs, bin };
  }

  async function remove(runs: readonly string[]): Promise<void> {
    const noted = runs.filter((run) => notes.runs.has(run));
    for (const run of runs) await files.remove(run);
    await index.remove(runs);
    if (noted.length > 0) await notes.add(...noted.map((run) => ({ kind: 'run.forgotten', run }) as const));
  }

  async function tidyNow(): Promise<void> {
    const { runs, bin } = await look();
    const surplus = selectForDeletion(runs, bin, rulesNow(), Date.now());
    const gone = [...surplus.runs, ...surplus.binned];
    if (gone.length === 0) return;
    await remove(gone);
    logger.info({ runs: surplus.runs.length, binned: surplus.binned.length }, 'old recordings are dropped');
  }

  function tidy(): Promise<void> {
    turn = turn.then(tidyNow).catch((error: unknown) => logger.error({ err: error }, 'recordings cannot be tidied'));
    return turn as Promise<void>;
  }

  const timer = setInterval(() => void tidy(), HOUR_MS);
  timer.unref();
  return {
    async tell(rules = rulesNow()) {
      const { runs, bin } = await look();
      const surplus = selectForDeletion(runs, bin, rules, Date.now());
      const gone = new Set([...surplus.runs, ...surplus.binned]);
      const next = nextToGo(
        runs.filter(({ run }) => !gone.has(run)),
        rules,
      );
      const first = next && (await index.find(next.run));
      return {
        rules: rulesNow(),
        initial: initialRules,
        usage: {
          starred: sum(runs.filter(({ isStarred }) => isStarred)),
          others: sum(runs.filter(({ isStarred }) => !isStarred)),
          bin: sum(bin),
        },
        surplus: sum([...runs, ...bin].filter(({ run }) => gone.has(run))),
        ...(next && first && { next: { ...next, run: first } }),
      };
    },
    tidy,
    async tidyNowAndThen() {
      if (++endedSince < rulesNow().runs / 100) return;
      endedSince = 0;
      await tidy();
    },
    remove,
    async checkFree(run) {
      if (files.isGrowing(run)) throw new LibraryRefusal('in-use', 'this run goes on');
      if ((await runsOfClasses()).inUse.has(run))
        throw new LibraryRefusal('in-use', 'a class that goes on has this run');
    },
    close: () => clearInterval(timer),
  };
}

function sum(runs: readonly { readonly byteLength: number }[]): RunsAndBytes {
  return { runs: runs.length, bytes: runs.reduce((bytes, { byteLength }) => bytes + byteLength, 0) };
}
