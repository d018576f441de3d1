import { appendFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTemporaryDirectory } from '../testing/start-test-server.ts';
import { CHUNK_EVENTS, type ChunkIndex, createChunkIndex } from './chunk-index.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let path: string;
beforeEach(async () => {
  directory = await createTemporaryDirectory();
  path = join(directory.path, 'recording.jsonl');
});
afterEach(() => directory.release());

const lines = (count: number) => '{"事":1}\n'.repeat(count);
const countIn = async (index: ChunkIndex) => (await index.completeIn(await sizeOf())).length;
const sizeOf = async () => (await stat(path)).size;

test('a chunk is complete with its last line break, however the file grows', async () => {
  const index = createChunkIndex(path);
  await appendFile(path, `{"header":1}\n${lines(CHUNK_EVENTS - 1)}`);
  expect(await countIn(index)).toBe(0);
  await appendFile(path, '{"half":');
  expect(await countIn(index)).toBe(0);
  await appendFile(path, '1}\n');
  const end = await sizeOf();
  expect(await index.completeIn(end)).toEqual([{ start: 0, end }]);
  await appendFile(path, lines(3 * CHUNK_EVENTS + 5));
  const chunks = await index.completeIn(await sizeOf());
  expect(chunks).toHaveLength(4);
  expect(chunks[1]?.start).toBe(end);
});

test('what lies beyond the bytes asked about is not counted', async () => {
  const index = createChunkIndex(path);
  await appendFile(path, `{"header":1}\n${lines(2 * CHUNK_EVENTS)}`);
  const size = await sizeOf();
  expect(await index.completeIn(size)).toHaveLength(2);
  expect(await index.completeIn(size - 1)).toHaveLength(1);
});

test('asked by many at once, each byte is counted once', async () => {
  const index = createChunkIndex(path);
  await appendFile(path, `{"header":1}\n${lines(5 * CHUNK_EVENTS)}`);
  const size = await sizeOf();
  const found = await Promise.all(Array.from({ length: 20 }, () => index.completeIn(size)));
  expect(found.map(({ length }) => length)).toEqual(Array(20).fill(5));
});
