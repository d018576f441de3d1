// Recordings of runs that are over in the binary form: a browser has a million events of it in a moment, where as many
// lines of text cost it seconds. Each is made once, one at a time, and kept as far as there is room: all in memory for a
// while, those that took long to make on disk.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { columnsParts, createRecordingReader, RecordingError, type Trace } from '@lockstep/trace';
import type { Logger } from 'pino';
import { createRecentlyUsed } from '../recently-used.ts';
import { createKeptForms } from './kept-forms.ts';
import type { Recordings, StoredRecording } from './recordings.ts';

export interface ColumnForms {
  /**
   * The gzipped form; `under-way` while the run goes on, undefined when there is no such recording, or none that can be
   * read.
   */
  find(run: string): Promise<Buffer | 'under-way' | undefined>;
  /** Makes the form of a run that is over, so that nobody waits for it later. */
  prepare(run: string): Promise<void>;
}

export interface ColumnFormsOptions {
  readonly recordings: Recordings;
  /** Where those that took long to make are kept. */
  readonly directory: string;
  readonly logger: Logger;
}

const MAX_CACHED_BYTES = 64 * 1024 * 1024;
const MAX_KEPT_BYTES = 512 * 1024 * 1024;
/** Of some ten thousand events: what is smaller is made again in a moment. */
const WORTH_KEEPING_BYTES = 100_000;

/** A tenth smaller would cost three times the time (17 MB of a million events: 6.7 MB at level 1, 6.3 at 6). */
const GZIP_LEVEL = 1;

/** What is read before others get their turn: a millisecond or two of parsing. */
const PIECE_BYTES = 64 * 1024;

export function createColumnForms({ recordings, directory, logger }: ColumnFormsOptions): ColumnForms {
  const onDisk = createKeptForms({ directory, maxBytes: MAX_KEPT_BYTES, recordings });
  const kept = createRecentlyUsed<Buffer>(MAX_CACHED_BYTES, ({ length }) => length);
  const underWay = new Map<string, Promise<Buffer | undefined>>();
  let turn: Promise<unknown> = Promise.resolve();

  async function make(run: string, recording: StoredRecording): Promise<Buffer | undefined> {
    try {
      const found = await onDisk.read(run);
      const form = found ?? (await gzipped(await readTrace(recording)));
      kept.set(run, form);
      if (!found && form.length >= WORTH_KEEPING_BYTES) await keep(run, form);
      return form;
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error;
      logger.warn({ run, err: error }, 'a recording cannot be read');
      return undefined;
    }
  }

  async function keep(run: string, form: Buffer): Promise<void> {
    try {
      await onDisk.write(run, form);
    } catch (error) {
      logger.error({ run, err: error }, 'the binary form of a recording cannot be kept');
    }
  }

  async function find(run: string): Promise<Buffer | 'under-way' | undefined> {
    const recording = await recordings.find(run);
    if (!recording) return undefined;
    if (!recording.isFinal) return 'under-way';
    const known = kept.get(run);
    if (known) return known;
    let making = underWay.get(run);
    if (!making) {
      making = turn.then(() => make(run, recording)).finally(() => underWay.delete(run));
      underWay.set(run, making);
      turn = making.catch(() => undefined);
    }
    return await making;
  }

  return {
    find,
    async prepare(run) {
      await find(run);
    },
  };
}

async function readTrace({ path, byteLength }: StoredRecording): Promise<Trace> {
  const reader = createRecordingReader();
  const pieces = createReadStream(path, { encoding: 'utf8', end: byteLength - 1, highWaterMark: PIECE_BYTES });
  for await (const piece of pieces) reader.write(piece as string);
  return reader.end();
}

async function gzipped(trace: Trace): Promise<Buffer> {
  return await buffer(Readable.from(columnsParts(trace)).pipe(createGzip({ level: GZIP_LEVEL })));
}
