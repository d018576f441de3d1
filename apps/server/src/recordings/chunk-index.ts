// Where the chunks of a recording lie in its file. A file only grows, so what was found stays true, and each byte is
// looked at once.
import { open } from 'node:fs/promises';

/** Events of a chunk. The header line belongs to the first: chunks one after the other are the file. */
export const CHUNK_EVENTS = 4096;

/** Bytes `start` … `end` (exclusive) of a file. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

export interface ChunkIndex {
  /** The chunks that are complete in the first `byteLength` bytes of the file, in order. */
  completeIn(byteLength: number): Promise<readonly ByteRange[]>;
}

const LINE_BREAK = 0x0a;
const BLOCK_BYTES = 256 * 1024;

export function createChunkIndex(path: string): ChunkIndex {
  /** Where each complete chunk ends. */
  const ends: number[] = [];
  let scannedBytes = 0;
  let linesLeft = 1 + CHUNK_EVENTS;
  let turn: Promise<void> = Promise.resolve();

  async function scanTo(byteLength: number): Promise<void> {
    if (scannedBytes >= byteLength) return;
    const file = await open(path, 'r');
    try {
      const block = Buffer.allocUnsafe(BLOCK_BYTES);
      while (scannedBytes < byteLength) {
        const wanted = Math.min(BLOCK_BYTES, byteLength - scannedBytes);
        const { bytesRead } = await file.read(block, 0, wanted, scannedBytes);
        if (bytesRead === 0) break;
        countLines(block.subarray(0, bytesRead));
        scannedBytes += bytesRead;
      }
    } finally {
      await file.close();
    }
  }

  function countLines(block: Buffer): void {
    for (let at = block.indexOf(LINE_BREAK); at >= 0; at = block.indexOf(LINE_BREAK, at + 1)) {
      if (--linesLeft > 0) continue;
      ends.push(scannedBytes + at + 1);
      linesLeft = CHUNK_EVENTS;
    }
  }

  return {
    async completeIn(byteLength) {
      const mine = turn.then(() => scanTo(byteLength));
      turn = mine.catch(() => undefined);
      await mine;
      return ends.filter((end) => end <= byteLength).map((end, chunk) => ({ start: ends[chunk - 1] ?? 0, end }));
    },
  };
}
