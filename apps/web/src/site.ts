/** What serves the page: our server, any static host, or nobody (one file, opened from disk). Set when it is built. */
export type Site = 'server' | 'static' | 'file';

export const site: Site = (import.meta.env as { readonly LOCKSTEP_SITE?: Site } | undefined)?.LOCKSTEP_SITE ?? 'server';
