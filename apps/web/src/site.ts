/** What serves the page: our server, any static host, or nobody (one file, opened from disk). Set when it is built. */
export type Site = 'server' | 'static' | 'file';

interface Built {
  readonly LOCKSTEP_SITE?: Site;
  readonly LOCKSTEP_RUNNABLE?: readonly string[];
}

export const site: Site = (import.meta.env as Built | undefined)?.LOCKSTEP_SITE ?? 'server';

/** The folder in which a static site lies, without a slash at its end: `/some/path`. Our server has the page at its root. */
export const base: string =
  site === 'static' ? new URL(/* @vite-ignore */ '..', import.meta.url).pathname.replace(/\/$/, '') : '';

/**
 * Whether threads are real ones here: on our server always, in a page only where it is cross-origin isolated. Elsewhere a
 * virtual machine stands in for them, and nothing may be said that is true of real threads only.
 */
export const hasRealThreads: boolean = site !== 'static' || globalThis.crossOriginIsolated === true;

/** Whether the runs of this lab can be made here. */
export function canRunHere(lab: string): boolean {
  return site === 'server' || ((import.meta.env as Built | undefined)?.LOCKSTEP_RUNNABLE ?? []).includes(lab);
}

/** The address of one of our pages, on this host: `/labs/race?step=1`, in a folder `/some/path/labs/race/?step=1`. */
export function addressOf(page: string): string {
  return base + asFolder(page);
}

/** Which of our pages this is: `/labs/race`, wherever the site lies. */
export function pagePath(): string {
  if (site !== 'static') return location.pathname;
  return location.pathname
    .slice(base.length)
    .replace(/index\.html$/, '')
    .replace(/(.)\/$/, '$1');
}

/** On a static host each page is a folder, whose address ends with a slash, or the host would have to lead there. */
export function asFolder(page: string): string {
  if (site !== 'static') return page;
  const end = page.search(/[?#]|$/);
  return page.slice(0, end).replace(/\/?$/, '/') + page.slice(end);
}
