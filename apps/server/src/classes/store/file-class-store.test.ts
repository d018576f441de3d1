import { copyFile, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { arbitraryFacts, openedFact } from '../../testing/arbitrary-facts.ts';
import { someView } from '../../testing/class-client.ts';
import { createTemporaryDirectory } from '../../testing/start-test-server.ts';
import type { ClassFact } from '../class-facts.ts';
import type { ClassLog } from '../class-store.ts';
import { createClassFile, openClassFile } from './class-file.ts';
import { type FileClassStoreOptions, openFileClassStore } from './file-class-store.ts';
import { serializeFact } from './parse-facts.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
const logs: ClassLog[] = [];
const logger = pino({ level: 'silent' });
const id = '0'.repeat(32);
const code = openedFact.kind === 'class.opened' ? openedFact.code : '';

beforeEach(async () => {
  directory = await createTemporaryDirectory();
});
afterEach(async () => {
  for (const log of logs.splice(0)) await log.close();
  await directory.release();
});

function openStore(changes: Partial<FileClassStoreOptions> = {}) {
  const limits = { maxClasses: 10, classIdleMs: 1e15, maxClassBytes: 1e6 };
  return openFileClassStore({ directory: directory.path, ...limits, logger, ...changes });
}

function keep(log: ClassLog | undefined): ClassLog {
  if (!log) throw new Error('there is no log');
  logs.push(log);
  return log;
}

/** Opens a file, or creates it, and collects what it gives. */
async function file(name: string, { isNew = false, compactBytes = 1e9 } = {}) {
  const facts: ClassFact[] = [];
  const path = join(directory.path, name);
  const options = { path, compactBytes, logger, onFact: (fact: ClassFact) => void facts.push(fact) };
  const log = keep(isNew ? await createClassFile(options) : await openClassFile(options));
  return { log, facts, path };
}

const show = (cursor: number): ClassFact => {
  return { kind: 'view.shown', at: 3, member: 'owner', by: 'window', view: someView({ cursor }) };
};

test('what was appended is given again, in its order', async () => {
  let files = 0;
  await fc.assert(
    fc.asyncProperty(arbitraryFacts, async (all) => {
      const [first, ...rest] = all.filter((fact, index) => index === 0 || fact.kind !== 'class.opened');
      const shownApart = rest.filter((fact, n) => fact.kind !== 'view.shown' || rest[n + 1]?.kind !== 'view.shown');
      const facts = [first as ClassFact, ...shownApart];
      const name = `${files++}.jsonl`;
      const { log } = await file(name, { isNew: true });
      await Promise.all(facts.map((fact) => log.append(fact)));
      await log.close();
      expect((await file(name)).facts).toEqual(facts);
    }),
    { numRuns: 30 },
  );
});

test('a fact is given when it is kept, and its promise settles after that', async () => {
  const { log, facts, path } = await file('class.jsonl', { isNew: true });
  const appended = log.append(openedFact);
  expect(facts).toEqual([]);
  await appended;
  expect(facts).toEqual([openedFact]);
  expect(await readFile(path, 'utf8')).toBe(serializeFact(openedFact));
});

test('who appends the moment the last one is kept is kept too', async () => {
  const { log, facts } = await file('class.jsonl', { isNew: true });
  await log.append(openedFact);
  await log.append(show(1));
  await log.append(show(2));
  expect(facts).toEqual([openedFact, show(1), show(2)]);
});

test('a tail that is torn at any byte is cut, and what is whole before it stays and goes on', async () => {
  const facts = [openedFact, show(1), { kind: 'member.renamed', at: 4, member: 'owner', name: '小明' }] as const;
  const whole = Buffer.from(facts.map(serializeFact).join(''));
  const ends = facts.map((_, index) =>
    Buffer.byteLength(
      facts
        .slice(0, index + 1)
        .map(serializeFact)
        .join(''),
    ),
  );
  for (let length = 0; length <= whole.length; length++) {
    const path = join(directory.path, 'torn.jsonl');
    await writeFile(path, whole.subarray(0, length));
    const there = ends.filter((end) => end <= length).length;
    if (there === 0) {
      expect(await openClassFile({ path, compactBytes: 1e9, logger, onFact: () => undefined })).toBeUndefined();
      continue;
    }
    const { log, facts: given } = await file('torn.jsonl');
    expect(given).toEqual(facts.slice(0, there));
    await log.append(show(9));
    await log.close();
    expect((await file('torn.jsonl')).facts).toEqual([...facts.slice(0, there), show(9)]);
  }
});

test.each([
  ['no JSON', '{"kind":\n'],
  ['no fact', '{"kind":"class.exploded","at":1}\n'],
  ['another beginning', serializeFact(openedFact)],
  ['zeros', '\0\0\0\0\n'],
])('from a whole line that is %s on the file is cut', async (_, line) => {
  await writeFile(
    join(directory.path, 'class.jsonl'),
    [openedFact, show(1)].map(serializeFact).join('') + line + serializeFact(show(2)),
  );
  expect((await file('class.jsonl')).facts).toEqual([openedFact, show(1)]);
  expect((await readFile(join(directory.path, 'class.jsonl'), 'utf8')).split('\n')).toHaveLength(3);
});

test('of shows that wait only the newest is written', async () => {
  const { log, facts } = await file('class.jsonl', { isNew: true });
  await Promise.all([openedFact, ...Array.from({ length: 50 }, (_, n) => show(n))].map((fact) => log.append(fact)));
  expect(facts.length).toBeLessThan(5);
  expect(facts.at(-1)).toEqual(show(49));
});

test('a lesson of many steps does not make a large file', async () => {
  const { log, path } = await file('class.jsonl', { isNew: true, compactBytes: 5_000 });
  await log.append(openedFact);
  for (let n = 0; n < 500; n++) await log.append(show(n));
  expect((await stat(path)).size).toBeLessThan(10_000);
  await log.append({ kind: 'class.locked', at: 9, isLocked: true });
  await log.close();
  const { facts } = await file('class.jsonl', { compactBytes: 100 });
  expect([facts[0], facts.at(-2), facts.at(-1)]).toEqual([
    openedFact,
    show(499),
    { kind: 'class.locked', at: 9, isLocked: true },
  ]);
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(5);
});

test('a file that was half written anew when the server was killed is no harm', async () => {
  const { log, path } = await file('class.jsonl', { isNew: true });
  await Promise.all([openedFact, show(1)].map((fact) => log.append(fact)));
  await log.close();
  await writeFile(`${path}.new`, '{"half');
  const again = await file('class.jsonl', { compactBytes: 1 });
  expect(again.facts).toEqual([openedFact, show(1)]);
  expect(await readdir(directory.path)).toEqual(['class.jsonl']);
});

test('a code belongs to one class, also after a restart, until it is retired', async () => {
  const store = await openStore();
  const log = keep(await store.create(id, code, () => undefined));
  await log.append(openedFact);
  expect(await store.create('1'.repeat(32), code, () => undefined)).toBeUndefined();
  await log.close();
  const again = await openStore();
  expect(await again.find(code)).toBe(id);
  expect(await again.find('ZZZZZZZZ')).toBeUndefined();
  await again.retire(code);
  expect(await again.find(code)).toBeUndefined();
});

test('after a restart a class that has ended has no code, but its facts', async () => {
  const store = await openStore();
  const log = keep(await store.create(id, code, () => undefined));
  for (const fact of [openedFact, { kind: 'class.ended', at: Date.now() }] as const) await log.append(fact);
  const again = await openStore();
  expect(await again.find(code)).toBeUndefined();
  const facts: ClassFact[] = [];
  keep(await again.open(id, (fact) => facts.push(fact)));
  expect(facts.map(({ kind }) => kind)).toEqual(['class.opened', 'class.ended']);
});

test('a class in which nothing happened for long cannot be joined any more', async () => {
  const store = await openStore({ classIdleMs: 60_000 });
  const log = keep(await store.create(id, code, () => undefined));
  await log.append(openedFact);
  expect(await store.find(code)).toBe(id);
  await utimes(join(directory.path, `${id}.jsonl`), 1, 1);
  expect(await store.find(code)).toBeUndefined();
  const again = await openStore({ classIdleMs: 60_000 });
  expect(await again.find(code)).toBeUndefined();
});

test('there are only so many classes at a time', async () => {
  const store = await openStore({ maxClasses: 1 });
  keep(await store.create(id, code, () => undefined));
  await expect(store.create('1'.repeat(32), 'ZZZZZZZZ', () => undefined)).rejects.toMatchObject({
    code: 'too-many-classes',
  });
  await store.retire(code);
  keep(await store.create('1'.repeat(32), 'ZZZZZZZZ', () => undefined));
});

test('classes that are over go when there is no room for them', async () => {
  const store = await openStore({ maxClassBytes: 0 });
  const log = keep(await store.create(id, code, () => undefined));
  await log.append(openedFact);
  await copyFile(join(directory.path, `${id}.jsonl`), join(directory.path, `${'2'.repeat(32)}.jsonl`));
  keep(await store.create('1'.repeat(32), 'ZZZZZZZZ', () => undefined));
  expect((await readdir(directory.path)).toSorted()).toEqual([`${id}.jsonl`, `${'1'.repeat(32)}.jsonl`]);
});

test.each(['', '..', '../../etc/passwd', id.slice(1), 'x'.repeat(32)])('no class is called %j', async (name) => {
  const store = await openStore();
  expect(await store.open(name, () => undefined)).toBeUndefined();
});
