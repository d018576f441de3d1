import { once } from 'node:events';
import { appendFile, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { createClient } from '@libsql/client/sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { layRecording, openTestLibrary, runNamed } from '../testing/open-test-library.ts';
import { createTemporaryDirectory } from '../testing/start-test-server.ts';
import type { Library } from './library.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
let data: string;
const opened: Library[] = [];

beforeEach(async () => {
  directory = await createTemporaryDirectory();
  data = join(directory.path, 'dätä #1 ?%20 of us');
});
afterEach(async () => {
  for (const library of opened.splice(0)) await library.close();
  await directory.release();
});

async function open(changes: Parameters<typeof openTestLibrary>[1] = {}): Promise<Library> {
  const { library } = await openTestLibrary(data, changes);
  opened.push(library);
  return library;
}

async function closeAll(): Promise<void> {
  for (const library of opened.splice(0)) await library.close();
}

const runsIn = async (library: Library, query: Parameters<Library['list']>[0] = {}) =>
  (await library.list(query)).runs.map(({ run }) => run);

test('recordings that no index knows are read into it, with all that a list tells', async () => {
  const header = {
    mode: 'batch',
    knobs: { upTo: 9 },
    schedule: [1, 2],
    startedAt: '2026-02-03T04:05:06.000Z',
  } as const;
  await layRecording(data, { run: runNamed(1), header: { ...header, golden: true }, reason: 'finished' });
  const [run] = (await (await open()).list({})).runs;
  expect(run).toMatchObject({
    run: runNamed(1),
    lab: 'counter',
    mode: 'batch',
    knobs: { upTo: 9 },
    schedule: [1, 2],
    startedAt: Date.UTC(2026, 1, 3, 4, 5, 6),
    durationUs: 7000,
    events: 3,
    state: 'ended',
    end: 'finished',
    outcome: { value: { en: 'finished' } },
    sources: ['program', 'derived'],
    isGolden: true,
    strip: [{ actor: 'main', cells: 'ood' }],
    name: '',
    isStarred: false,
  });
});

test('a run without an end, and one with a torn line, stand there as interrupted with what they have', async () => {
  await layRecording(data, { run: runNamed(1) });
  await layRecording(data, { run: runNamed(2), torn: '{"at":3,"actor":"ma' });
  const { runs } = await (await open()).list({});
  expect(runs.map(({ state, events }) => [state, events])).toEqual([
    ['interrupted', 2],
    ['interrupted', 2],
  ]);
});

test('a file without a whole line, of which nobody was ever shown anything, goes', async () => {
  const path = await layRecording(data, { run: runNamed(1) });
  await writeFile(path, '{"format":"lockst');
  await writeFile(await layRecording(data, { run: runNamed(2) }), '');
  expect(await runsIn(await open())).toEqual([]);
  expect(await readdir(join(data, 'recordings'))).toEqual([]);
});

test('one that is damaged in its middle stands there up to that place, one without a header as such', async () => {
  const path = await layRecording(data, { run: runNamed(1), reason: 'finished' });
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, [...lines.slice(0, 2), 'garbage', ...lines.slice(2)].join('\n'));
  await writeFile(join(data, 'recordings', `${runNamed(2)}.jsonl`), 'nothing\nof ours\n');
  const library = await open();
  expect(await library.find(runNamed(1))).toMatchObject({ state: 'damaged', events: 1, lab: 'counter' });
  expect((await library.find(runNamed(1))).end).toMatch(/^line 3: /);
  expect(await library.find(runNamed(2))).toMatchObject({ state: 'damaged', events: 0, lab: '' });
});

test('what happened to the files while no server was there is seen: gone, new, grown', async () => {
  const paths = [];
  for (const n of [1, 2, 3]) paths.push(await layRecording(data, { run: runNamed(n) }));
  await open();
  await closeAll();
  await rm(paths[0] as string);
  await appendFile(
    paths[1] as string,
    '{"at":9,"actor":"main","kind":"run.ended","source":"derived","reason":"stopped"}\n',
  );
  await layRecording(data, { run: runNamed(4), reason: 'finished' });
  const library = await open();
  expect((await runsIn(library)).toSorted()).toEqual([2, 3, 4].map(runNamed));
  expect(await library.find(runNamed(2))).toMatchObject({ state: 'ended', events: 3 });
});

test('names and stars survive an index that is gone, damaged, of another version, or in use elsewhere', async () => {
  const index = join(data, 'library', 'index.sqlite');
  await layRecording(data, { run: runNamed(1), reason: 'finished' });
  const first = await open();
  await first.change(runNamed(1), { name: '  the one that lost 丢 ', isStarred: true });
  await closeAll();

  const harm = {
    gone: async () => {
      for (const name of await readdir(join(data, 'library')))
        if (name.startsWith('index')) await rm(join(data, 'library', name));
    },
    damaged: () => writeFile(index, 'this is no database at all, and long enough to be taken for one'.repeat(200)),
    newer: async () => {
      const client = createClient({ url: pathToFileURL(index).href });
      await client.execute('PRAGMA user_version = 99');
      client.close();
    },
  };
  for (const [what, doIt] of Object.entries(harm)) {
    await doIt();
    const library = await open();
    expect(await library.find(runNamed(1)), what).toMatchObject({ name: 'the one that lost 丢', isStarred: true });
    await closeAll();
  }
  const client = createClient({ url: pathToFileURL(index).href });
  await client.execute('BEGIN IMMEDIATE');
  expect(await (await open()).find(runNamed(1))).toMatchObject({ isStarred: true });
  client.close();
});

test('a note that a crash has torn costs that note alone', async () => {
  await layRecording(data, { run: runNamed(1) });
  await (await open()).change(runNamed(1), { name: 'first' });
  await closeAll();
  await appendFile(join(data, 'library', 'notes.jsonl'), '{"kind":"run.star');
  const second = await open();
  await second.change(runNamed(1), { isStarred: true });
  await closeAll();
  expect(await (await open()).find(runNamed(1))).toMatchObject({ name: 'first', isStarred: true });
});

test('a long log of notes is written anew without its history', async () => {
  await layRecording(data, { run: runNamed(1) });
  await open();
  await closeAll();
  const fact = (name: string) => `{"kind":"run.named","run":"${runNamed(1)}","name":"${name}"}\n`;
  const path = join(data, 'library', 'notes.jsonl');
  await writeFile(path, fact('before').repeat(5000) + fact('now'));
  const library = await open();
  expect(await readFile(path, 'utf8')).toBe(fact('now'));
  await library.change(runNamed(1), { isStarred: true });
  expect(await library.find(runNamed(1))).toMatchObject({ name: 'now', isStarred: true });
});

test('a run that was deleted can come back with its name, and is gone once it is removed', async () => {
  await layRecording(data, { run: runNamed(1) });
  const library = await open();
  await library.change(runNamed(1), { name: 'mine' });
  await expect(library.remove(runNamed(1))).rejects.toMatchObject({ code: 'not-now' });
  const { deletedAt } = await library.bin(runNamed(1));
  expect(Math.abs((deletedAt ?? 0) - Date.now())).toBeLessThan(60_000);
  expect(await runsIn(library)).toEqual([]);
  expect(await runsIn(library, { bin: '1' })).toEqual([runNamed(1)]);
  await closeAll();
  const again = await open();
  expect(await runsIn(again, { bin: '1' })).toEqual([runNamed(1)]);
  expect(await again.restore(runNamed(1))).toMatchObject({ name: 'mine' });
  expect(await runsIn(again)).toEqual([runNamed(1)]);
  await again.bin(runNamed(1));
  await again.remove(runNamed(1));
  await expect(again.restore(runNamed(1))).rejects.toMatchObject({ code: 'unknown-run' });
});

test('the rules delete the oldest, but nothing with a star and nothing that a class shows', async () => {
  for (const n of [1, 2, 3, 4, 5]) {
    const path = await layRecording(data, { run: runNamed(n), reason: 'finished' });
    await utimes(path, 1000 + n, 1000 + n);
  }
  const inUse = new Set([runNamed(2)]);
  const library = await open({ runsOfClasses: async () => ({ classOf: new Map([[runNamed(2), 'c']]), inUse }) });
  await library.change(runNamed(1), { isStarred: true });
  await expect(library.bin(runNamed(2))).rejects.toMatchObject({ code: 'in-use' });
  const rules = { runs: 1, megabytes: 1000, binDays: 7 };
  const asked = await library.keeping(rules);
  expect(asked).toMatchObject({ rules: { runs: 1000 }, surplus: { runs: 2 }, next: { run: { run: runNamed(5) } } });
  expect(await runsIn(library)).toHaveLength(5);
  expect(await library.setRules(rules)).toMatchObject({ rules, surplus: { runs: 0 }, usage: { starred: { runs: 1 } } });
  expect((await runsIn(library)).toSorted()).toEqual([1, 2, 5].map(runNamed));
  expect((await library.find(runNamed(2))).class).toBe('c');
  await closeAll();
  expect((await (await open()).keeping()).rules).toEqual(rules);
});

test('thousands are paged without a gap or a double, in each order', async () => {
  for (let n = 0; n < 150; n++) {
    const startedAt = new Date(Date.UTC(2026, 0, 1) + (n % 7) * 1000).toISOString();
    await layRecording(data, { run: runNamed(n), header: { startedAt }, texts: Array(n % 5).fill('x') });
  }
  const library = await open();
  for (const sort of ['newest', 'oldest', 'longest', 'shortest'] as const) {
    const all = [];
    let after: string | undefined;
    do {
      const page = await library.list({ sort, ...(after !== undefined && { after }) });
      expect(page.total).toBe(150);
      all.push(...page.runs);
      after = page.next;
    } while (after !== undefined);
    expect(new Set(all.map(({ run }) => run)).size).toBe(150);
    const keys = all.map(({ startedAt, events }) => (/long|short/.test(sort) ? events : startedAt));
    const sorted = keys.toSorted((a, b) => (sort === 'newest' || sort === 'longest' ? b - a : a - b));
    expect(keys).toEqual(sorted);
  }
  await expect(library.list({ after: "newest.1' OR 1.x" })).rejects.toMatchObject({ code: 'bad-request' });
  await expect(library.list({ sort: 'oldest', after: `newest.1.${runNamed(1)}` })).rejects.toThrow('after');
});

test('each word that is sought stands somewhere: in name, lab, knobs, outcome; nothing in it is a pattern', async () => {
  await layRecording(data, { run: runNamed(1), header: { knobs: { word: '100%_sure\\' } }, reason: 'finished' });
  await layRecording(data, { run: runNamed(2), header: { lab: 'cadence' }, reason: 'stopped' });
  const library = await open();
  await library.change(runNamed(2), { name: 'Ärger mit Öl 死锁' });
  const sought = async (text: string) => (await runsIn(library, { text })).toSorted();
  expect(await sought('COUNTER finish')).toEqual([runNamed(1)]);
  expect(await sought('ärger öl')).toEqual([runNamed(2)]);
  expect(await sought('死锁')).toEqual([runNamed(2)]);
  expect(await sought('%_')).toEqual([runNamed(1)]);
  expect(await sought('_%')).toEqual([]);
  expect(await sought('\\')).toEqual([runNamed(1)]);
  expect(await sought("'; DROP TABLE runs; --")).toEqual([]);
  expect(await sought('  ')).toHaveLength(2);
  expect(await runsIn(library, { lab: 'cadence', mode: 'free', outcome: 'other' })).toEqual([runNamed(2)]);
  expect(await runsIn(library, { starred: '1' })).toEqual([]);
  expect((await library.list({ lab: 'cadence' })).labs).toEqual({ counter: 1, cadence: 1 });
});

test('a long recording is read by a worker, not where frames are sent', async () => {
  await layRecording(data, { run: runNamed(1), texts: Array(3000).fill('x'.repeat(40)), reason: 'finished' });
  const started = once(process, 'worker');
  const library = await open();
  expect(((await started) as [Worker])[0]).toBeInstanceOf(Worker);
  expect(await library.find(runNamed(1))).toMatchObject({ events: 3001, state: 'ended' });
});

test('servers that share their files see what the others add, each in an index of its own', async () => {
  const here = await open({ isShared: true });
  await layRecording(data, { run: runNamed(1), reason: 'finished' });
  const there = await open({ isShared: true });
  await there.change(runNamed(1), { name: 'from there' });
  expect(await readdir(join(data, 'library'))).toEqual(['notes.jsonl']);
  await expect
    .poll(async () => (await here.list({})).runs.map(({ name }) => name), { timeout: 10_000 })
    .toEqual(['from there']);
});

test('without the library nobody who records waits, or fails', async () => {
  const { library, files } = await openTestLibrary(data, { logger: pino({ level: 'silent' }) });
  opened.push(library);
  const recordings = library.watch(files);
  await rename(join(data, 'library'), join(data, 'elsewhere'));
  const file = await recordings.create(runNamed(1));
  await file.append('this is no header\n');
  await file.close();
  expect(await recordings.find(runNamed(1))).toMatchObject({ isFinal: true });
});
