// What the server would answer by HTTP, without one: golden recordings are files of the folder, runs are kept by this
// browser.
import { type Mode, parseTrace, type Trace } from '@lockstep/trace';
import { base } from '../site.ts';
import { keptRun } from './kept-runs.ts';

/** The recording that belongs to the lab, its first or that of a mode; undefined when it has none. */
export async function fetchGoldenFile(lab: string, mode: Mode | 'first' = 'first'): Promise<Trace | undefined> {
  const response = await fetch(`${base}/recordings/${lab}/${mode}.jsonl`);
  // Some hosts answer with a page where there is no file.
  const isPage = response.headers.get('content-type')?.includes('text/html');
  return response.ok && !isPage ? parseTrace(await response.text()) : undefined;
}

/** A run that was made in this browser. */
export async function findKeptRun(run: string): Promise<Trace | undefined> {
  const recording = await keptRun(run);
  return recording === undefined ? undefined : parseTrace(recording);
}
