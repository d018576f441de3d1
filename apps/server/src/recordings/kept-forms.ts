// Binary forms on disk, so that a long run opens at once after a restart too. All of them can be made again from their
// recordings: what is lost here costs a moment and nothing else.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recordings } from './recordings.ts';
import { selectSurplus } from './select-surplus.ts';

export interface KeptForms {
  read(run: string): Promise<Buffer | undefined>;
  write(run: string, form: Buffer): Promise<void>;
}

export interface KeptFormsOptions {
  readonly directory: string;
  readonly maxBytes: number;
  readonly recordings: Pick<Recordings, 'find'>;
}

const EXTENSION = '.columns.gz';
const UNFINISHED = '.unfinished';

export function createKeptForms({ directory, maxBytes, recordings }: KeptFormsOptions): KeptForms {
  const pathOf = (run: string) => join(directory, `${run}${EXTENSION}`);

  /** Lets go the oldest that find no room, and those whose recording is gone. */
  async function tidy(): Promise<void> {
    const all = await readdir(directory);
    // What a server that was killed has left; another that writes just now is done in a moment.
    for (const name of all.filter((one) => one.endsWith(UNFINISHED))) await dropOld(join(directory, name));
    const names = all.filter((name) => name.endsWith(EXTENSION));
    const forms = await Promise.all(
      names.map(async (name) => {
        const run = name.slice(0, -EXTENSION.length);
        const [found, recording] = await Promise.all([stat(pathOf(run)), recordings.find(run)]);
        return { run, byteLength: found.size, writtenAtMs: found.mtimeMs, isOrphan: recording === undefined };
      }),
    );
    const surplus = new Set(selectSurplus(forms, Number.POSITIVE_INFINITY, maxBytes));
    for (const form of forms) if (form.isOrphan || surplus.has(form)) await rm(pathOf(form.run), { force: true });
  }

  return {
    async read(run) {
      try {
        return await readFile(pathOf(run));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    async write(run, form) {
      await mkdir(directory, { recursive: true });
      // Whole or not at all, whenever the server may be killed.
      const unfinished = join(directory, `${run}.${process.pid}${UNFINISHED}`);
      await writeFile(unfinished, form);
      await rename(unfinished, pathOf(run));
      await tidy();
    },
  };
}

const HOUR_MS = 60 * 60_000;

async function dropOld(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found && Date.now() - found.mtimeMs > HOUR_MS) await rm(path, { force: true });
}
