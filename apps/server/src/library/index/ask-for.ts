// A question to the library as SQL. Whatever comes from outside is bound, never part of the text.
import type { LibraryQuery, LibrarySort } from '@lockstep/lab';
import { LibraryRefusal } from '../library-refusal.ts';
import type { IndexedRun } from './indexed-run.ts';

export interface Asked {
  readonly where: readonly string[];
  readonly args: readonly (string | number)[];
  readonly order: string;
  /** Only what comes after the last run of the page before. */
  readonly after: { readonly sql: string; readonly args: readonly (string | number)[] } | undefined;
  readonly sort: LibrarySort;
  readonly limit: number;
}

const PAGE = 60;
const MOST_WORDS = 8;

interface Order {
  readonly column: string;
  readonly isUp: boolean;
  readonly of: (run: IndexedRun) => number;
}

const ORDERS: Readonly<Record<LibrarySort, Order>> = {
  newest: { column: 'started_at', isUp: false, of: ({ startedAt }) => startedAt },
  oldest: { column: 'started_at', isUp: true, of: ({ startedAt }) => startedAt },
  longest: { column: 'events', isUp: false, of: ({ events }) => events },
  shortest: { column: 'events', isUp: true, of: ({ events }) => events },
};

/**
 * @param labsWith the labs whose title has this word
 * @throws LibraryRefusal for an `after` that no page has given
 */
export function askFor(query: LibraryQuery, labsWith: (word: string) => readonly string[]): Asked {
  const { sort = 'newest' } = query;
  const { column, isUp } = ORDERS[sort];
  const where = [query.bin ? 'deleted_at > 0' : 'deleted_at = 0'];
  const args: (string | number)[] = [];
  for (const name of ['lab', 'mode', 'outcome'] as const) {
    const value = query[name];
    if (value === undefined) continue;
    where.push(`${name} = ?`);
    args.push(value);
  }
  if (query.starred) where.push('is_starred = 1');
  for (const word of wordsIn(query.text)) {
    const labs = labsWith(word);
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
    where.push(`(words LIKE ? ESCAPE '\\' OR name_words LIKE ? ESCAPE '\\'${labs.map(() => ' OR lab = ?').join('')})`);
    args.push(pattern, pattern, ...labs);
  }
  const direction = isUp ? 'ASC' : 'DESC';
  return {
    where,
    args,
    order: `${column} ${direction}, run ${direction}`,
    after:
      query.after === undefined
        ? undefined
        : { sql: `(${column}, run) ${isUp ? '>' : '<'} (?, ?)`, args: parseCursor(query.after, sort) },
    sort,
    limit: PAGE,
  };
}

export function cursorAfter({ sort }: Asked, last: IndexedRun): string {
  return `${sort}.${ORDERS[sort].of(last)}.${last.run}`;
}

function parseCursor(text: string, sort: LibrarySort): readonly [number, string] {
  const [of, value, run, ...more] = text.split('.');
  if (of !== sort || !/^-?\d{1,16}$/.test(value ?? '') || !/^[0-9a-f]{32}$/.test(run ?? '') || more.length > 0)
    throw new LibraryRefusal('bad-request', 'after: it is not of this list');
  return [Number(value), run as string];
}

function wordsIn(text = ''): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
}
