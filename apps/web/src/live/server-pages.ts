// What the server answers by HTTP: recordings and what this machine can do.
import type { Capabilities } from '@lockstep/lab';
import { type Mode, parseTrace, type Trace } from '@lockstep/trace';
import { site } from '../site.ts';
import { fetchHistory } from './fetch-history.ts';

/**
 * The recording so far; of a run under way its complete chunks, to which the line adds the rest. Undefined when the
 * server does not know the run. Rejects when there is no server.
 */
export async function fetchRecording(run: string): Promise<Trace | undefined> {
  if (import.meta.env.LOCKSTEP_SITE === 'static') return (await import('../engine/static-pages.ts')).findKeptRun(run);
  return (await fetchFinished(run)) ?? (await fetchHistory(run)) ?? (await fetchTrace(`/api/recordings/${run}`));
}

/** Undefined when that did not work, for whatever reason: then the other ways are tried, and they say what is wrong. */
async function fetchFinished(run: string): Promise<Trace | undefined> {
  try {
    const { fetchColumns } = await import('./fetch-columns.ts');
    return await fetchColumns(run);
  } catch {
    return undefined;
  }
}

/** The recording that belongs to the lab, its first or that of a mode; undefined when it has none. */
export async function fetchGolden(lab: string, mode?: Mode): Promise<Trace | undefined> {
  if (import.meta.env.LOCKSTEP_SITE === 'static')
    return (await import('../engine/static-pages.ts')).fetchGoldenFile(lab, mode);
  return fetchTrace(`/api/labs/${lab}/recording${mode === undefined ? '' : `?mode=${mode}`}`);
}

/** Undefined when there is no server to ask. */
export async function fetchCapabilities(): Promise<Capabilities | undefined> {
  if (site !== 'server') return undefined;
  try {
    const response = await fetch('/api/capabilities');
    return isServers(response) && response.ok ? ((await response.json()) as Capabilities) : undefined;
  } catch {
    return undefined;
  }
}

/** The addresses at which others reach this server, as origins; none when it listens on this machine only. */
export async function fetchAddresses(): Promise<readonly string[]> {
  try {
    const response = await fetch('/api/addresses');
    if (!isServers(response) || !response.ok) return [];
    const { addresses } = (await response.json()) as { readonly addresses: readonly string[] };
    return addresses.map((address) => new URL(address).origin);
  } catch {
    return [];
  }
}

async function fetchTrace(url: string): Promise<Trace | undefined> {
  const response = await fetch(url);
  if (!isServers(response) || response.status >= 500) throw new Error(`no answer from ${url}`);
  return response.ok ? parseTrace(await response.text()) : undefined;
}

/** A static host answers any address with the page itself. */
function isServers(response: Response): boolean {
  return !response.headers.get('content-type')?.includes('text/html');
}
