import { LIBRARY_OUTCOMES, LIBRARY_SORTS, type LibraryQuery } from '@lockstep/lab';
import { MODES } from '@lockstep/trace';

/** Reads what it understands of the query of an address; anything else is left out. */
export function parseQuery(search: string): LibraryQuery {
  const given = new URLSearchParams(search);
  const text = given.get('text')?.slice(0, 200);
  const lab = given.get('lab') ?? '';
  const mode = MODES.find((one) => one === given.get('mode'));
  const outcome = LIBRARY_OUTCOMES.find((one) => one === given.get('outcome'));
  const sort = LIBRARY_SORTS.find((one) => one === given.get('sort'));
  return {
    ...(text !== undefined && text !== '' && { text }),
    ...(/^[a-z0-9-]{1,64}$/.test(lab) && { lab }),
    ...(mode && { mode }),
    ...(outcome && { outcome }),
    ...(given.get('starred') === '1' && { starred: '1' as const }),
    ...(given.get('bin') === '1' && { bin: '1' as const }),
    ...(sort && sort !== 'newest' && { sort }),
  };
}

/** With its question mark; empty when all runs are asked for, newest first. */
export function serializeQuery(query: LibraryQuery): string {
  const text = new URLSearchParams(query as Record<string, string>).toString();
  return text === '' ? '' : `?${text}`;
}

/** Whether it leaves out any run that is there. */
export function isNarrow({ text, lab, mode, outcome, starred }: LibraryQuery): boolean {
  return [text, lab, mode, outcome, starred].some((one) => one !== undefined);
}
