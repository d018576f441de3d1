import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseColumns, serializeTrace } from '@lockstep/trace';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTemporaryDirectory } from '../testing/start-test-server.ts';
import { testTrace } from '../testing/test-trace.ts';
import { createColumnForms } from './column-forms.ts';
import { createRunId, openRecordings, type RecordingFiles } from './recordings.ts';

const logger = pino({ level: 'silent' });
let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let recordings: RecordingFiles;
beforeEach(async () => {
  directory = await createTemporaryDirectory();
  recordings = await openRecordings({
    directory: join(directory.path, 'recordings'),
    binDirectory: join(directory.path, 'bin'),
  });
});
afterEach(() => directory.release());

const formsIn = (folder = 'columns') =>
  createColumnForms({ recordings, directory: join(directory.path, folder), logger });
const keptIn = (folder = 'columns') => readdir(join(directory.path, folder)).catch(() => []);

async function recorded(texts: readonly string[]): Promise<string> {
  const run = createRunId();
  const file = await recordings.create(run);
  await file.append(serializeTrace(testTrace(texts)));
  await file.close();
  return run;
}

/** Texts that no compression makes small. */
const long = Array.from({ length: 6000 }, (_, n) => `${Math.imul(n, 2654435761)} ${n ** 3} ${Math.sin(n)}`);

test('a form of a long run is read from disk once it was made, also by the next server', async () => {
  const run = await recorded(long);
  await formsIn().prepare(run);
  expect(await keptIn()).toEqual([`${run}.columns.gz`]);
  // Whoever reads the recording itself again cannot.
  const next = createColumnForms({
    recordings: {
      ...recordings,
      async find(id) {
        const found = await recordings.find(id);
        return found && { ...found, path: '/nowhere' };
      },
    },
    directory: join(directory.path, 'columns'),
    logger,
  });
  const form = await next.find(run);
  if (!(form instanceof Buffer)) throw new Error('no form');
  expect(parseColumns(new Uint8Array(gunzipSync(form))).length).toBe(long.length);
});

test('a short one is made each time', async () => {
  const run = await recorded(['one', 'two']);
  expect(await formsIn().find(run)).toBeInstanceOf(Buffer);
  expect(await keptIn()).toEqual([]);
});

test('with its recording goes the form', async () => {
  const gone = await recorded(long);
  await formsIn().prepare(gone);
  await rm(join(directory.path, 'recordings', `${gone}.jsonl`));
  expect(await formsIn().find(gone)).toBeUndefined();
  const stays = await recorded(long);
  await formsIn().prepare(stays);
  expect(await keptIn()).toEqual([`${stays}.columns.gz`]);
});
