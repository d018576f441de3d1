import { readFile, stat } from 'node:fs/promises';

const RUN = /"run":"([0-9a-f]{32})"/g;

/** Reads which runs the log of a class names; a file that has not changed is not read again. */
export function createRunsInFile(): (path: string) => Promise<ReadonlySet<string>> {
  const known = new Map<string, { readonly mark: string; readonly runs: ReadonlySet<string> }>();
  return async (path) => {
    // It may have been dropped meanwhile.
    const found = await stat(path).catch(() => undefined);
    if (!found) {
      known.delete(path);
      return new Set();
    }
    const mark = `${found.size} ${found.mtimeMs}`;
    const before = known.get(path);
    if (before?.mark === mark) return before.runs;
    const text = await readFile(path, 'utf8').catch(() => '');
    const runs = new Set([...text.matchAll(RUN)].map(([, run]) => run as string));
    known.set(path, { mark, runs });
    return runs;
  };
}
