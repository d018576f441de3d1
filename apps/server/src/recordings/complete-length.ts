import type { FileHandle } from 'node:fs/promises';

const LINE_BREAK = 0x0a;
const BLOCK_BYTES = 64 * 1024;

/**
 * How many bytes of a file of lines are complete lines. A server that was killed while it wrote may have left half a
 * line at the end: readers stop before it.
 */
export async function completeLength(file: FileHandle): Promise<number> {
  const block = Buffer.alloc(BLOCK_BYTES);
  let end = (await file.stat()).size;
  while (end > 0) {
    const start = Math.max(0, end - BLOCK_BYTES);
    const { bytesRead } = await file.read(block, 0, end - start, start);
    const lineBreak = block.subarray(0, bytesRead).lastIndexOf(LINE_BREAK);
    if (lineBreak >= 0) return start + lineBreak + 1;
    end = start;
  }
  return 0;
}
