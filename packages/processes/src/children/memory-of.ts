import { readFile } from 'node:fs/promises';

/** What a process has in memory, in KiB. */
export interface Memory {
  /** Resident set size: every page that it can reach, also those that it shares. */
  readonly rssKib: number;
  /** Proportional set size: a page that n processes share counts as 1/n; so these may be added up. */
  readonly pssKib: number;
}

/**
 * Asks the kernel: /proc/<pid>/smaps_rollup (proc_pid_smaps(5)).
 * @returns undefined where there is no such file (other systems), or no such process any more
 */
export async function memoryOf(pid: number): Promise<Memory | undefined> {
  try {
    const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
    const [rssKib, pssKib] = [/^Rss:\s+(\d+) kB/m, /^Pss:\s+(\d+) kB/m].map((line) => Number(line.exec(text)?.[1]));
    return rssKib === undefined || pssKib === undefined ? undefined : { rssKib, pssKib };
  } catch {
    return undefined;
  }
}
