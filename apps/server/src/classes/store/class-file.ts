// One class on disk: a fact a line, appended as it happens. What comes while a write is under way goes out together in
// the next one; of shows in a row that wait, only the newest is written. A file that has grown by many shows is written
// anew without them, beside the old one, which it then replaces at once: whenever the server is killed, one of them is there.
import { type FileHandle, open, readFile, rename, rm, truncate } from 'node:fs/promises';
import type { Logger } from 'pino';
import type { ClassFact } from '../class-facts.ts';
import type { ClassLog } from '../class-store.ts';
import { parseFacts, serializeFact } from './parse-facts.ts';
import { withoutPassages } from './without-passages.ts';

export interface ClassFileOptions {
  readonly path: string;
  /** The file is looked through for shows that can go each time it has grown by so much. */
  readonly compactBytes: number;
  readonly logger: Logger;
  readonly onFact: (fact: ClassFact) => void;
}

interface Waiting {
  fact: ClassFact;
  readonly settle: ((error?: unknown) => void)[];
}

/** Rejects when there is a file already. */
export async function createClassFile(options: ClassFileOptions): Promise<ClassLog> {
  const handle = await open(options.path, 'ax');
  return appendTo(handle, 0, options);
}

/** Cuts what cannot be read off its end and gives all facts. Undefined: there is no such file, or it holds no class. */
export async function openClassFile(options: ClassFileOptions): Promise<ClassLog | undefined> {
  const { path, logger, onFact } = options;
  const bytes = await readIfThere(path);
  if (!bytes) return undefined;
  const { facts, soundBytes } = parseFacts(bytes);
  if (facts.length === 0) return undefined;
  if (soundBytes < bytes.length) {
    logger.warn({ path, cut: bytes.length - soundBytes }, 'the end of a class cannot be read and is cut');
    await truncate(path, soundBytes);
  }
  const length = soundBytes > options.compactBytes ? await compact(path) : soundBytes;
  const log = appendTo(await open(path, 'a'), length, options);
  for (const fact of facts) onFact(fact);
  return log;
}

function appendTo(opened: FileHandle, openedLength: number, options: ClassFileOptions): ClassLog {
  const { path, compactBytes, logger, onFact } = options;
  let handle = opened;
  let length = openedLength;
  let compactAt = length + compactBytes;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let isClosed = false;

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      const error = await write(Buffer.from(batch.map(({ fact }) => serializeFact(fact)).join('')));
      for (const { fact, settle } of batch) {
        if (error === undefined) onFact(fact);
        for (const tell of settle) tell(error);
      }
      if (length >= compactAt) await compactNow();
    }
    // At once, and not when the promise settles: whoever waited for the last fact may append the next before that.
    writing = undefined;
  }

  async function write(bytes: Buffer): Promise<unknown> {
    try {
      await handle.appendFile(bytes);
      length += bytes.length;
      return undefined;
    } catch (error) {
      // Half a line may be there; what follows it would be lost with it.
      await handle.truncate(length).catch((fault: unknown) => logger.error({ err: fault, path }, 'a class is torn'));
      return error;
    }
  }

  async function compactNow(): Promise<void> {
    try {
      length = await compact(path);
      const old = handle;
      handle = await open(path, 'a');
      await old.close();
    } catch (error) {
      logger.error({ err: error, path }, 'a class cannot be written shorter');
    }
    compactAt = length + compactBytes;
  }

  return {
    append(fact) {
      if (isClosed) return Promise.reject(new Error('this class is closed'));
      return new Promise((resolve, reject) => {
        const settle = (error?: unknown) => (error === undefined ? resolve() : reject(error as Error));
        const last = waiting.at(-1);
        if (fact.kind === 'view.shown' && last?.fact.kind === 'view.shown' && last.fact.member === fact.member) {
          last.fact = fact;
          last.settle.push(settle);
        } else waiting.push({ fact, settle: [settle] });
        writing ??= writeAll();
      });
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await writing;
      await handle.close();
    },
  };
}

/** @returns the new length in bytes. */
async function compact(path: string): Promise<number> {
  const { facts } = parseFacts(await readFile(path));
  const bytes = Buffer.from(withoutPassages(facts).map(serializeFact).join(''));
  const beside = `${path}.new`;
  await rm(beside, { force: true });
  const handle = await open(beside, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(beside, path);
  return bytes.length;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
