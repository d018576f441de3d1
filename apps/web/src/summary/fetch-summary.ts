// The summary of a class as the server has it. Only members may have it, so their token goes along in a header, never in
// an address, which could be shared.
import type { ClassSummary, Language } from '@lockstep/lab';

/** What is needed of a member's place. */
export interface SummaryPlace {
  readonly class: string;
  readonly token: string;
}

export type FetchedSummary =
  | { readonly kind: 'summary'; readonly summary: ClassSummary }
  /** The server does not know the class, or not this member of it. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unreachable' };

export async function fetchSummary(place: SummaryPlace): Promise<FetchedSummary> {
  const response = await ask(place, '');
  if (!response) return { kind: 'unreachable' };
  if (!response.ok) return { kind: 'unknown' };
  return { kind: 'summary', summary: (await response.json()) as ClassSummary };
}

/** The summary as a file to keep; a table is in one language. Undefined: it could not be had. */
export async function fetchSummaryFile(
  place: SummaryPlace,
  format: 'json' | 'csv',
  language: Language,
): Promise<Blob | undefined> {
  const response = await ask(place, format === 'csv' ? `.csv?language=${language}` : '');
  return response?.ok ? response.blob() : undefined;
}

/** Undefined: there is no server to answer, or it cannot just now. */
async function ask({ class: id, token }: SummaryPlace, suffix: string): Promise<Response | undefined> {
  try {
    const response = await fetch(`/api/classes/${id}/summary${suffix}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const isPage = response.headers.get('content-type')?.includes('text/html') === true;
    return response.status >= 500 || isPage ? undefined : response;
  } catch {
    return undefined;
  }
}
