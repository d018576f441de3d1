// Recordings of runs that are over in the binary form: a browser has a million events of it in a moment, where as many
// lines of text cost it seconds. Each is made once, one at a time, and kept as far as there is room.
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { columnsParts, createRecordingReader, RecordingError, type Trace } from '@lockstep/trace';
import type { Logger } from 'pino';
import { createRecentlyUsed } from '../recently-used.ts';
import type { Recordings, StoredRecording } from './recordings.ts';

export interface ColumnForms {
  /**
   * The gzipped form; `under-way` while the run goes on, undefined when there is no such recording, or none that can be
   * read.
   */
  find(run: string): Promise<Buffer | 'under-way' | undefined>;
}

const MAX_CACHED_BYTES = 64 * 1024 * 1024;

/** A tenth smaller would cost three times the time (17 MB of a million events: 6.7 MB at level 1, 6.3 at 6). */
const GZIP_LEVEL = 1;

/** What is read before others get their turn: a millisecond or two of parsing. */
const PIECE_BYTES = 64 * 1024;

export function createColumnForms(recordings: Recordings, logger: Logger): ColumnForms {
  const kept = createRecentlyUsed<Buffer>(MAX_CACHED_BYTES, ({ length }) => length);
  const underWay = new Map<string, Promise<Buffer | undefined>>();
  let turn: Promise<unknown> = Promise.resolve();

  async function make(run: string, recording: StoredRecording): Promise<Buffer | undefined> {
    try {
      const form = await gzipped(await readTrace(recording));
      kept.set(run, form);
      return form;
    } catch (error) {
      if (!(error instanceof RecordingError)) throw error;
      logger.warn({ run, err: error }, 'a recording cannot be read');
      return undefined;
    }
  }

  return {
    async find(run) {
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
