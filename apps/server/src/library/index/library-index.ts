// What lists and searches of the library need, in a database. It holds nothing that is not also in the recordings and in
// the notes of people.

import type { Client, InStatement } from '@libsql/client';
import type { LibraryQuery, LibraryRun } from '@lockstep/lab';
import type { Note } from '../library-notes.ts';
import { type Asked, askFor, cursorAfter } from './ask-for.ts';
import type { IndexedRun } from './indexed-run.ts';
import type { IndexFile } from './open-index-file.ts';

/** A run with what tells whether its file has changed since it was read. */
export interface FileMark {
  readonly run: string;
  readonly byteLength: number;
  readonly writtenAt: number;
  readonly state: LibraryRun['state'];
  /** 0: it is not in the bin. */
  readonly deletedAt: number;
  readonly note: Note;
}

export interface LibraryIndex {
  put(entries: readonly { readonly run: IndexedRun; readonly writtenAt: number }[]): Promise<void>;
  note(run: string, note: Note): Promise<void>;
  /** @param deletedAt 0: it is not in the bin */
  move(run: string, deletedAt: number): Promise<void>;
  remove(runs: readonly string[]): Promise<void>;
  find(run: string): Promise<IndexedRun | undefined>;
  list(query: LibraryQuery, labsWith: (word: string) => readonly string[]): Promise<ListedRuns>;
  labs(): Promise<Readonly<Record<string, number>>>;
  marks(): Promise<readonly FileMark[]>;
  close(): Promise<void>;
}

interface ListedRuns {
  readonly runs: readonly IndexedRun[];
  readonly next?: string;
  readonly total: number;
}

const COLUMNS =
  'run, lab, mode, state, outcome, started_at, events, byte_length, written_at, deleted_at, name, name_words, is_starred, words, description';
const PUT = `INSERT OR REPLACE INTO runs (${COLUMNS}) VALUES (${COLUMNS.replaceAll(/\w+/g, '?')})`;
const READ = 'run, started_at, byte_length, deleted_at, name, is_starred, description';

export function createLibraryIndex(file: IndexFile): LibraryIndex {
  const { client } = file;
  let turn: Promise<unknown> = Promise.resolve();

  /** Writers take turns: SQLite has only one at a time, and would refuse the others. */
  function write(statements: InStatement[]): Promise<void> {
    const mine = turn.then(async () => {
      if (statements.length > 0) await client.batch(statements, 'write');
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  return {
    put: (entries) => write(entries.map(({ run, writtenAt }) => ({ sql: PUT, args: valuesOf(run, writtenAt) }))),
    note: (run, { name, isStarred }) =>
      write([
        {
          sql: 'UPDATE runs SET name = ?, name_words = ?, is_starred = ? WHERE run = ?',
          args: [name, name.toLowerCase(), Number(isStarred), run],
        },
      ]),
    move: (run, deletedAt) => write([{ sql: 'UPDATE runs SET deleted_at = ? WHERE run = ?', args: [deletedAt, run] }]),
    remove: (runs) => write(runs.map((run) => ({ sql: 'DELETE FROM runs WHERE run = ?', args: [run] }))),
    async find(run) {
      const { rows } = await client.execute({ sql: `SELECT ${READ} FROM runs WHERE run = ?`, args: [run] });
      return rows[0] && readRun(rows[0]);
    },
    async list(query, labsWith) {
      const asked = askFor(query, labsWith);
      const [found, total] = await Promise.all([select(client, asked), count(client, asked)]);
      const last = found.length > asked.limit ? found[asked.limit - 1] : undefined;
      return {
        runs: found.slice(0, asked.limit),
        ...(last && { next: cursorAfter(asked, last) }),
        total,
      };
    },
    async labs() {
      const { rows } = await client.execute('SELECT lab, count(*) FROM runs WHERE deleted_at = 0 GROUP BY lab');
      return Object.fromEntries(rows.map((row) => [row[0] as string, row[1] as number]));
    },
    async marks() {
      const { rows } = await client.execute(
        'SELECT run, byte_length, written_at, state, deleted_at, name, is_starred FROM runs',
      );
      return rows.map((row) => ({
        run: row[0] as string,
        byteLength: row[1] as number,
        writtenAt: row[2] as number,
        state: row[3] as LibraryRun['state'],
        deletedAt: row[4] as number,
        note: { name: row[5] as string, isStarred: row[6] === 1 },
      }));
    },
    async close() {
      await turn;
      await file.close();
    },
  };
}

async function select(client: Client, { where, args, order, after, limit }: Asked): Promise<readonly IndexedRun[]> {
  const conditions = [...where, ...(after ? [after.sql] : [])].join(' AND ');
  const { rows } = await client.execute({
    sql: `SELECT ${READ} FROM runs WHERE ${conditions} ORDER BY ${order} LIMIT ?`,
    // One more tells whether there is another page.
    args: [...args, ...(after?.args ?? []), limit + 1],
  });
  return rows.map(readRun);
}

async function count(client: Client, { where, args }: Asked): Promise<number> {
  const { rows } = await client.execute({
    sql: `SELECT count(*) FROM runs WHERE ${where.join(' AND ')}`,
    args: [...args],
  });
  return rows[0]?.[0] as number;
}

function valuesOf(entry: IndexedRun, writtenAt: number): (string | number)[] {
  const { run, startedAt, byteLength, deletedAt = 0, name, isStarred, ...described } = entry;
  return [
    run,
    described.lab,
    described.mode,
    described.state,
    outcomeKey(described),
    startedAt,
    described.events,
    byteLength,
    writtenAt,
    deletedAt,
    name,
    name.toLowerCase(),
    Number(isStarred),
    wordsOf(entry),
    JSON.stringify(described),
  ];
}

function outcomeKey({ state, outcome }: Pick<IndexedRun, 'state' | 'outcome'>): string {
  if (state === 'running') return 'running';
  if (state === 'interrupted' || state === 'damaged') return 'interrupted';
  if (outcome?.expected === undefined) return state === 'failed' ? 'unexpected' : 'other';
  return outcome.expected ? 'expected' : 'unexpected';
}

/** What a search looks through, beside the name and the lab's titles. */
function wordsOf({ run, lab, mode, outcome, knobs, end, reality, seed }: IndexedRun): string {
  const values = Object.entries(knobs).map(([id, value]) => `${id} ${String(value)}`);
  const said = outcome ? [outcome.value.en, outcome.value.zh] : [];
  return [run, lab, mode, ...said, end ?? '', ...values, ...reality.parts, `seed ${seed}`].join('\n').toLowerCase();
}

function readRun(row: ArrayLike<unknown>): IndexedRun {
  const deletedAt = row[3] as number;
  return {
    ...(JSON.parse(row[6] as string) as Omit<IndexedRun, 'run'>),
    run: row[0] as string,
    startedAt: row[1] as number,
    byteLength: row[2] as number,
    ...(deletedAt > 0 && { deletedAt }),
    name: row[4] as string,
    isStarred: row[5] === 1,
  };
}
