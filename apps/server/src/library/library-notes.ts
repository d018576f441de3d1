// What people add to the library: names, stars, rules. Unlike the index it cannot be made again from the recordings, so it
// is a log of its own beside them, one fact a line, only ever added to; what holds is the fold of it.
import { open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { type KeepRules, keepRules } from '@lockstep/lab';
import type { Logger } from 'pino';
import * as z from 'zod/mini';

/** What people said of one run. */
export interface Note {
  /** Empty: none. */
  readonly name: string;
  readonly isStarred: boolean;
}

const run = z.string().check(z.regex(/^[0-9a-f]{32}$/));
const noteFact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run.named'), run, name: z.string() }),
  z.object({ kind: z.literal('run.starred'), run, isStarred: z.boolean() }),
  /** It was deleted for good. */
  z.object({ kind: z.literal('run.forgotten'), run }),
  z.object({ kind: z.literal('rules.set'), rules: keepRules }),
]);

type NoteFact = z.infer<typeof noteFact>;

export interface LibraryNotes {
  of(run: string): Note;
  /** Those of which people said something. */
  readonly runs: ReadonlyMap<string, Note>;
  /** Undefined: nobody has set any. */
  readonly rules: KeepRules | undefined;
  /** Settles when the operating system has it. */
  add(...facts: readonly NoteFact[]): Promise<void>;
  /** Reads what others have added to the file. */
  refresh(): Promise<void>;
}

const NONE: Note = { name: '', isStarred: false };
/** A log that is mostly history is written anew when it is opened. */
const COMPACT_BYTES = 256 * 1024;

export async function openLibraryNotes(path: string, isShared: boolean, logger: Logger): Promise<LibraryNotes> {
  const notes = new Map<string, Note>();
  let rules: KeepRules | undefined;
  let readBytes = 0;
  let turn: Promise<unknown> = Promise.resolve();

  function apply(fact: NoteFact): void {
    switch (fact.kind) {
      case 'run.named':
        return keep(fact.run, { ...of(fact.run), name: fact.name });
      case 'run.starred':
        return keep(fact.run, { ...of(fact.run), isStarred: fact.isStarred });
      case 'run.forgotten':
        return keep(fact.run, NONE);
      case 'rules.set':
        rules = fact.rules;
    }
  }

  const of = (of: string): Note => notes.get(of) ?? NONE;

  function keep(of: string, note: Note): void {
    if (note.name === '' && !note.isStarred) notes.delete(of);
    else notes.set(of, note);
  }

  async function read(): Promise<void> {
    const bytes = await readFile(path).catch(ifThere);
    const end = (bytes?.lastIndexOf(0x0a) ?? -1) + 1;
    if (!bytes || end <= readBytes) return;
    for (const line of bytes.toString('utf8', readBytes, end).split('\n')) if (line !== '') applyLine(line);
    readBytes = end;
  }

  function applyLine(line: string): void {
    try {
      apply(noteFact.parse(JSON.parse(line)));
    } catch (error) {
      // A line that a crash has torn, or one of a newer version: the others still hold.
      logger.warn({ err: error, path }, 'a line of what people noted cannot be read');
    }
  }

  async function write(facts: readonly NoteFact[]): Promise<void> {
    const lines = facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');
    const file = await open(path, 'a+');
    try {
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      // What was torn stays a line of its own.
      await file.appendFile(size > 0 && last[0] !== 0x0a ? `\n${lines}` : lines);
    } finally {
      await file.close();
    }
    await read();
  }

  async function compact(): Promise<void> {
    if (isShared || readBytes < COMPACT_BYTES) return;
    const facts: NoteFact[] = rules ? [{ kind: 'rules.set', rules }] : [];
    for (const [of, { name, isStarred }] of notes) {
      if (name !== '') facts.push({ kind: 'run.named', run: of, name });
      if (isStarred) facts.push({ kind: 'run.starred', run: of, isStarred });
    }
    const text = facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');
    await writeFile(`${path}.new`, text);
    await rename(`${path}.new`, path);
    readBytes = (await stat(path)).size;
  }

  function inTurn(work: () => Promise<void>): Promise<void> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  await read();
  await compact();
  return {
    of,
    runs: notes,
    get rules() {
      return rules;
    },
    add: (...facts) => inTurn(() => write(facts)),
    refresh: () => inTurn(read),
  };
}

function ifThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
