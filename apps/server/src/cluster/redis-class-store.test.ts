import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClassFact } from '../classes/class-facts.ts';
import type { ClassStore } from '../classes/class-store.ts';
import { someView } from '../testing/class-client.ts';
import { hasRedis, startRedis, type TestRedis } from '../testing/start-redis.ts';
import { createTemporaryDirectory } from '../testing/start-test-server.ts';
import { connectRedis } from './connect-redis.ts';
import { createRedisClassStore } from './redis-class-store.ts';
import { createStreamTails, type StreamTails } from './stream-tails.ts';

const logger = pino({ level: 'silent' });
const opened = (id: string, code: string): ClassFact => ({
  kind: 'class.opened',
  at: 1,
  class: id,
  code,
  owner: 'owner',
  name: 'Ann',
  tokenHash: 'hash',
});
const renamed = (name: string): ClassFact => ({ kind: 'member.renamed', at: 2, member: 'owner', name });

describe.skipIf(!hasRedis)('classes in Redis (needs redis-server)', () => {
  let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
  let server: TestRedis;
  const connections: Redis[] = [];

  beforeEach(async () => {
    directory = await createTemporaryDirectory();
    server = await startRedis(directory.path);
  });
  afterEach(async () => {
    for (const redis of connections.splice(0)) redis.disconnect();
    await server.kill();
    await directory.release();
  });

  /** The store of one server. Its nudges go where the test says. */
  async function openStore(nudge: (key: string) => void = () => undefined) {
    const redis = await connectRedis(server.url, logger);
    connections.push(redis);
    const tails = createStreamTails(redis, logger);
    return { redis, tails, store: createRedisClassStore({ redis, tails, logger, maxClasses: 3, nudge }) };
  }

  async function fill(store: ClassStore, facts: ClassFact[]) {
    const log = await store.create('c1', 'K7M42QXW', (fact) => facts.push(fact));
    if (!log) throw new Error('the code is taken');
    await log.append(opened('c1', 'K7M42QXW'));
    return log;
  }

  test('a fact is given back before its append settles', async () => {
    const { store } = await openStore();
    const facts: ClassFact[] = [];
    const log = await fill(store, facts);
    expect(facts).toEqual([opened('c1', 'K7M42QXW')]);
    await log.append(renamed('Bo'));
    expect(facts.at(-1)).toEqual(renamed('Bo'));
  });

  test('two servers that write at once see one order', async () => {
    const stores: { tails: StreamTails }[] = [];
    const nudge = (key: string) => stores.forEach(({ tails }) => tails.nudge(key));
    const [one, other] = [await openStore(nudge), await openStore(nudge)];
    stores.push(one, other);
    const [seen, seenThere]: [ClassFact[], ClassFact[]] = [[], []];
    const log = await fill(one.store, seen);
    const logThere = await other.store.open('c1', (fact) => seenThere.push(fact));
    const names = Array.from({ length: 50 }, (_, n) => `${n}`);
    await Promise.all([
      ...names.map((name) => log.append(renamed(`here ${name}`))),
      ...names.map((name) => logThere?.append(renamed(`there ${name}`))),
    ]);
    // Each has its own facts now; a last one of each brings those of the other.
    await log.append(renamed('last'));
    await logThere?.append(renamed('very last'));
    await log.append(renamed('the end'));
    await logThere?.append(renamed('after the end'));
    expect(seenThere).toHaveLength(105);
    expect(seenThere.slice(0, seen.length)).toEqual(seen);
    expect(seen.length).toBeGreaterThanOrEqual(104);
  });

  test('a lost nudge is made good by the poll', async () => {
    const [one, other] = [await openStore(), await openStore()];
    const log = await fill(one.store, []);
    const facts: ClassFact[] = [];
    let settle: () => void;
    const arrived = new Promise<void>((resolve) => {
      settle = resolve;
    });
    await other.store.open('c1', (fact) => facts.push(fact) === 2 && settle());
    await log.append(renamed('Bo'));
    expect(facts).toHaveLength(1);
    other.tails.poll();
    await arrived;
    expect(facts.at(-1)).toEqual(renamed('Bo'));
  });

  test('a code belongs to one class, until it is retired', async () => {
    const [{ store }, { store: there }] = [await openStore(), await openStore()];
    await fill(store, []);
    expect(await there.create('c2', 'K7M42QXW', () => undefined)).toBeUndefined();
    expect(await there.find('K7M42QXW')).toBe('c1');
    await there.retire('K7M42QXW');
    expect(await store.find('K7M42QXW')).toBeUndefined();
    expect(await there.open('c1', () => undefined)).toBeDefined();
    expect(await there.open('c2', () => undefined)).toBeUndefined();
  });

  test('class and code are forgotten a day after the last fact', async () => {
    const { store, redis } = await openStore();
    const log = await fill(store, []);
    await redis.persist('lockstep:class:c1');
    await redis.persist('lockstep:code:K7M42QXW');
    await log.append(renamed('Bo'));
    for (const key of ['lockstep:class:c1', 'lockstep:code:K7M42QXW']) {
      expect(await redis.ttl(key)).toBeGreaterThan(86_000);
      expect(await redis.ttl(key)).toBeLessThanOrEqual(86_400);
    }
  });

  test('while Redis is away a fact is refused in words, and taken when it is back', async () => {
    const { store, redis } = await openStore();
    const facts: ClassFact[] = [];
    const log = await fill(store, facts);
    const lost = new Promise((resolve) => redis.once('close', resolve));
    await server.kill();
    await lost;
    await expect(log.append(renamed('Bo'))).rejects.toThrow('Redis, which keeps the classes, does not answer');
    await expect(store.find('K7M42QXW')).rejects.toMatchObject({ code: 'not-now' });
    expect(facts).toHaveLength(1);
    const back = new Promise((resolve) => redis.once('ready', resolve));
    await server.restart();
    await back;
    // This Redis kept nothing on disk: the class does not begin anew in its middle, but is said to be gone.
    await expect(log.append(renamed('Bo'))).rejects.toMatchObject({ code: 'unknown-class' });
    expect(await store.open('c1', () => undefined)).toBeUndefined();
  });

  test('of the steps that a class was led through the first and the last stay', async () => {
    const [one, other] = [await openStore(), await openStore()];
    const log = await fill(one.store, []);
    const shown = (cursor: number, run: string): ClassFact => ({
      kind: 'view.shown',
      at: 3,
      member: 'owner',
      by: 'window',
      view: someView({ cursor, run }),
    });
    for (const run of ['first', 'second'])
      for (let cursor = 0; cursor < 20; cursor++) await log.append(shown(cursor, run));
    await log.append(renamed('Bo'));
    const facts: ClassFact[] = [];
    await other.store.open('c1', (fact) => facts.push(fact));
    const kept = [shown(0, 'first'), shown(19, 'first'), shown(0, 'second'), shown(19, 'second')];
    expect(facts).toEqual([opened('c1', 'K7M42QXW'), ...kept, renamed('Bo')]);
  });

  test('no more classes can be joined at one time than there is room for, on all servers', async () => {
    const [{ store }, { store: there }] = [await openStore(), await openStore()];
    await fill(store, []);
    for (const n of [2, 3]) await there.create(`c${n}`, `K7M42QX${n}`, () => undefined);
    await expect(store.create('c4', 'K7M42QX4', () => undefined)).rejects.toMatchObject({ code: 'too-many-classes' });
    await store.retire('K7M42QX2');
    expect(await store.create('c4', 'K7M42QX4', () => undefined)).toBeDefined();
  });

  test('after close nothing is given any more', async () => {
    const [one, other] = [await openStore(), await openStore()];
    const log = await fill(one.store, []);
    const facts: ClassFact[] = [];
    const logThere = await other.store.open('c1', (fact) => facts.push(fact));
    await logThere?.close();
    await log.append(renamed('Bo'));
    other.tails.poll();
    await other.redis.ping();
    expect(facts).toEqual([opened('c1', 'K7M42QXW')]);
  });
});
