import { appendFile, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serializeTrace } from '@lockstep/trace';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTemporaryDirectory } from '../testing/start-test-server.ts';
import { testTrace } from '../testing/test-trace.ts';
import { readBatches } from './read-batches.ts';
import { createRunId, openRecordings } from './recordings.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
beforeEach(async () => {
  directory = await createTemporaryDirectory();
});
afterEach(() => directory.release());

const open = (changes = {}) =>
  openRecordings({ directory: directory.path, binDirectory: join(directory.path, 'bin'), ...changes });

async function collect(recordings: Awaited<ReturnType<typeof open>>, run: string, from: number) {
  const recording = await recordings.find(run);
  if (!recording) throw new Error('not found');
  const batches = [];
  for await (const batch of readBatches(recording, from)) batches.push(batch);
  return batches;
}

test('what was appended is found, and final once the file is closed', async () => {
  const recordings = await open();
  const run = createRunId();
  const file = await recordings.create(run);
  await file.append('header\nevent\n');
  expect(await recordings.find(run)).toMatchObject({ byteLength: 13, isFinal: false });
  await file.close();
  expect(await recordings.find(run)).toMatchObject({ byteLength: 13, isFinal: true });
});

test('a line that was torn by a crash is left out', async () => {
  const recordings = await open();
  const run = createRunId();
  const file = await recordings.create(run);
  await file.append(`header\n${'x'.repeat(200_000)}\n`);
  await file.close();
  await appendFile(join(directory.path, `${run}.jsonl`), `{"at":1,"te${'x'.repeat(100_000)}`);
  expect(await recordings.find(run)).toMatchObject({ byteLength: 200_008 });
  await writeFile(join(directory.path, `${run}.jsonl`), 'half a head');
  expect(await recordings.find(run)).toBeUndefined();
});

test('a name that is no run finds nothing', async () => {
  const recordings = await open();
  await writeFile(join(directory.path, 'secret.jsonl'), 'header\n');
  for (const name of ['secret', '../secret', '', createRunId()]) expect(await recordings.find(name)).toBeUndefined();
});

test('a recording is read in bounded pieces from any event on', async () => {
  const trace = testTrace(Array.from({ length: 4000 }, (_, n) => `${n} 事件\u2028 `.repeat(20)));
  const [header, ...events] = serializeTrace(trace).split('\n').slice(0, -1);
  const recordings = await open();
  const run = createRunId();
  const file = await recordings.create(run);
  await file.append(serializeTrace(trace));
  await file.close();
  for (const from of [0, 1, 2500, 3999]) {
    const batches = await collect(recordings, run, from);
    const lines = batches.flatMap((batch) => batch.lines.split('\n').slice(0, -1));
    expect(lines).toEqual(events.slice(from));
    expect(batches[0]).toMatchObject({ header, from });
    expect(batches.map(({ isLast }) => isLast).lastIndexOf(false)).toBe(batches.length - 2);
    let next = from;
    for (const batch of batches) {
      expect(batch.from).toBe(next);
      next += batch.lines.split('\n').length - 1;
    }
  }
});

test('at and beyond the end there is only the last word', async () => {
  const recordings = await open();
  const run = createRunId();
  const file = await recordings.create(run);
  await file.append('header\nfirst\nlast\n');
  await file.close();
  for (const from of [2, 50])
    expect(await collect(recordings, run, from)).toEqual([
      { header: 'header', from: 2, lines: '', lastLine: 'last', isLast: true },
    ]);
});

test('what was deleted can come back, and counts as new then', async () => {
  const recordings = await open();
  const run = createRunId();
  const file = await recordings.create(run);
  await file.append('header\n');
  await file.close();
  await utimes(join(directory.path, `${run}.jsonl`), 1000, 1000);
  expect(await recordings.bin(run)).toBe(true);
  expect(await recordings.find(run)).toBeUndefined();
  expect(await recordings.findBinned(run)).toMatchObject({ byteLength: 7, isFinal: true });
  const [binned] = await recordings.list();
  expect(binned).toMatchObject({ run, byteLength: 7, writtenAt: 1e6 });
  expect(binned?.deletedAt).toBeGreaterThan(1e6);
  expect(await recordings.restore(run)).toBe(true);
  expect((await recordings.look(run))?.writtenAt).toBeGreaterThan(1e6);
  expect((await recordings.look(run))?.deletedAt).toBe(0);
  expect(await recordings.restore(run)).toBe(false);
});

test('a file from elsewhere never takes the place of one that is there', async () => {
  const recordings = await open();
  const run = createRunId();
  await (await recordings.create(run)).append('mine\n');
  await writeFile(join(directory.path, 'other'), 'yours\n');
  await expect(recordings.adopt(join(directory.path, 'other'), run)).rejects.toThrow('EEXIST');
  expect(await readFile(join(directory.path, `${run}.jsonl`), 'utf8')).toBe('mine\n');
  await recordings.adopt(join(directory.path, 'other'), createRunId());
  expect(await recordings.list()).toHaveLength(2);
});

test('where several servers write, what another one has not ended may still grow, for a while', async () => {
  const [here, there] = [await open({ isShared: true }), await open({ isShared: true })];
  const [growing, over, forsaken] = [createRunId(), createRunId(), createRunId()];
  const end = '{"at":9,"actor":"main","kind":"run.ended","source":"derived","reason":"finished"}\n';
  for (const [run, text] of [
    [growing, 'event\n'],
    [over, end],
    [forsaken, 'event\n'],
  ] as const)
    await (await there.create(run)).append(`header\n${text}`);
  await utimes(join(directory.path, `${forsaken}.jsonl`), 1000, 1000);
  expect((await here.find(growing))?.isFinal).toBe(false);
  expect((await here.find(over))?.isFinal).toBe(true);
  expect((await here.find(forsaken))?.isFinal).toBe(true);
});
