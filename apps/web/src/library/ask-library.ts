// The library of the server. On a server that is open to a network it is the instructor's, whose token goes along in a
// header, never in an address.
import type { KeepRules, LibraryChange, LibraryKeeping, LibraryPage, LibraryQuery, LibraryRun } from '@lockstep/lab';
import { instructorToken } from '../live/instructor-token.ts';

export type Answer<T> =
  | { readonly kind: 'told'; readonly value: T }
  /** `message` is the server's own, in English. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'unreachable' };

export const fetchPage = (query: LibraryQuery): Promise<Answer<LibraryPage>> =>
  ask(`?${new URLSearchParams(query as Record<string, string>).toString()}`);

export const changeRun = (run: string, change: LibraryChange): Promise<Answer<LibraryRun>> =>
  ask(`/${run}`, { method: 'PATCH', ...asJson(change) });

/** Into the bin, or, from there, for good. */
export const deleteRun = (run: string): Promise<Answer<unknown>> => ask(`/${run}`, { method: 'DELETE' });

export const restoreRun = (run: string): Promise<Answer<LibraryRun>> => ask(`/${run}/restore`, { method: 'POST' });

export const addRecording = (file: Blob): Promise<Answer<LibraryRun>> => ask('', { method: 'POST', body: file });

/** What is kept; with rules, what they would delete. */
export const fetchKeeping = (rules?: KeepRules): Promise<Answer<LibraryKeeping>> =>
  ask(
    `/rules${rules ? `?${new URLSearchParams(Object.entries(rules).map(([name, value]) => [name, String(value)])).toString()}` : ''}`,
  );

export const setRules = (rules: KeepRules): Promise<Answer<LibraryKeeping>> =>
  ask('/rules', { method: 'PUT', ...asJson(rules) });

function asJson(body: unknown): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
  const token = instructorToken();
  try {
    const response = await fetch(`/api/library${path}`, {
      ...init,
      headers: { ...init.headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    });
    // A static host answers any address with the page itself.
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    if (!isJson || response.status >= 500) return { kind: 'unreachable' };
    const body: unknown = await response.json();
    if (response.ok) return { kind: 'told', value: body as T };
    const { code, message } = body as { readonly code: string; readonly message: string };
    return { kind: 'refused', code, message };
  } catch {
    return { kind: 'unreachable' };
  }
}
