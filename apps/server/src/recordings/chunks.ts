// History in pieces that never change: every viewer of a run asks for the same ones, so each is read and compressed once
// and kept for the next, as far as there is room.
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { createRecentlyUsed } from '../recently-used.ts';
import { type ByteRange, type ChunkIndex, createChunkIndex } from './chunk-index.ts';
import type { Recordings } from './recordings.ts';

interface Chunk {
  /** Its lines. */
  readonly gzipped: Buffer;
  /** It will never change, whoever writes the recording. */
  readonly isFull: boolean;
}

/** The complete chunks of recordings, those of runs under way too; of a run that is over also the last. */
export interface Chunks {
  /** How many there are. Undefined: no such recording. */
  count(run: string): Promise<number | undefined>;
  find(run: string, chunk: number): Promise<Chunk | undefined>;
}

const MAX_INDICES = 64;
const MAX_CACHED_BYTES = 16 * 1024 * 1024;

export const unzip = promisify(gunzip);
const zip = promisify(gzip);

export function createChunks(recordings: Recordings): Chunks {
  const indices = createRecentlyUsed<ChunkIndex>(MAX_INDICES);
  const zipped = createRecentlyUsed<Buffer>(MAX_CACHED_BYTES, ({ length }) => length);
  const underWay = new Map<string, Promise<Buffer>>();

  async function rangesOf(run: string) {
    const recording = await recordings.find(run);
    if (!recording) return undefined;
    const { path, byteLength, isFinal } = recording;
    const index = indices.get(run) ?? createChunkIndex(path);
    indices.set(run, index);
    const full = await index.completeIn(byteLength);
    const rest = { start: full.at(-1)?.end ?? 0, end: byteLength };
    return { path, full: full.length, all: isFinal && rest.start < rest.end ? [...full, rest] : full };
  }

  async function zipOnce(path: string, range: ByteRange): Promise<Buffer> {
    const key = `${path} ${range.start} ${range.end}`;
    const kept = zipped.get(key);
    if (kept) return kept;
    const making = underWay.get(key) ?? readRange(path, range).then((bytes) => zip(bytes));
    underWay.set(key, making);
    try {
      const made = await making;
      zipped.set(key, made);
      return made;
    } finally {
      underWay.delete(key);
    }
  }

  return {
    count: async (run) => (await rangesOf(run))?.all.length,
    async find(run, chunk) {
      const ranges = await rangesOf(run);
      const range = ranges?.all[chunk];
      return range && { gzipped: await zipOnce(ranges.path, range), isFull: chunk < ranges.full };
    },
  };
}

async function readRange(path: string, { start, end }: ByteRange): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(end - start);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
    if (bytesRead !== bytes.length) throw new Error(`${path} became shorter while it was read`);
    return bytes;
  } finally {
    await file.close();
  }
}
