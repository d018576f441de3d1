import type { FileHandle } from 'node:fs/promises';

/** More than the last event of a run can be long. */
const END_BYTES = 16 * 1024;
const END = /"kind":"run\.(?:ended|failed)"/;

/** Whether the last of these complete lines tells the end of a run, so that nobody writes any more. */
export async function hasEnd(file: FileHandle, byteLength: number): Promise<boolean> {
  const start = Math.max(0, byteLength - END_BYTES);
  const block = Buffer.alloc(byteLength - start);
  await file.read(block, 0, block.length, start);
  const lines = block.toString('utf8').split('\n');
  return END.test(lines.at(-2) ?? '');
}
