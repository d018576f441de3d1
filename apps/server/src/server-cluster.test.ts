// A class on two servers that have nothing in common but Redis, behind a balancer that knows nothing of classes: each
// connection goes where its turn is. One of the servers is killed in the middle.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { ClassQuestion } from '@lockstep/lab';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ClassClient, connectToClasses, someView } from './testing/class-client.ts';
import { startProxy, type TestProxy } from './testing/start-proxy.ts';
import { hasRedis, startRedis, type TestRedis } from './testing/start-redis.ts';
import { createTemporaryDirectory } from './testing/start-test-server.ts';

const main = fileURLToPath(new URL('../dist/fixtures/serve.js', import.meta.url));

interface Served {
  readonly child: ChildProcess;
  readonly port: number;
}

describe.skipIf(!hasRedis)('a class on two servers (needs redis-server)', { timeout: 30_000 }, () => {
  let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
  let redis: TestRedis;
  let cable: TestProxy;
  let balancer: TestProxy;
  let a: Served;
  let b: Served;
  const clients: ClassClient[] = [];
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    directory = await createTemporaryDirectory();
    redis = await startRedis(directory.path);
    cable = await startProxy([redis.port]);
    [a, b] = await Promise.all([serve('a'), serve('b')]);
    balancer = await startProxy([a.port, b.port]);
  }, 30_000);
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await balancer.close();
    await cable.close();
    await redis.kill();
    await directory.release();
  });

  async function serve(name: string): Promise<Served> {
    const env = {
      ...process.env,
      REDIS_URL: `redis://127.0.0.1:${cable.port}`,
      LOCKSTEP_DATA: join(directory.path, name),
      LOCKSTEP_LIMITS: JSON.stringify({ joinAnswerMs: 0, classCountMs: 30 }),
    };
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    const [url] = (await Promise.race([once(lines, 'line'), endOf(child)])) as [string];
    return { child, port: Number(new URL(url).port) };
  }

  async function endOf(child: ChildProcess): Promise<never> {
    throw new Error(`a server ended with ${JSON.stringify(await once(child, 'exit'))} before it listened`);
  }

  async function kill({ child }: Served): Promise<void> {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async function come(): Promise<ClassClient> {
    const client = await connectToClasses(`http://127.0.0.1:${balancer.port}`);
    clients.push(client);
    return client;
  }

  /** The owner and Ann are on the first server, Bob is on the second. */
  async function openClass() {
    const [owner, bob, ann] = [await come(), await come(), await come()];
    const place = await owner.open({ cursor: 3 }, 'Teacher');
    const [annsPlace, bobsPlace] = [await ann.join(place.code, 'Ann'), await bob.join(place.code, 'Bob')];
    return { owner, ann, bob, place, annsPlace, bobsPlace };
  }

  /** Does as a page does: comes back to the class, and to the run from the next event on. */
  async function comeBack(client: ClassClient, place: { class: string; token: string }, run?: string) {
    await new Promise<void>((resolve) => {
      if (client.client.socket.connected) resolve();
      else client.client.socket.once('connect', resolve);
    });
    expect(await client.enter(place)).toMatchObject({ ok: true });
    if (run !== undefined) expect(await client.client.watch(run)).toEqual({ ok: true });
  }

  const lost = ({ client }: ClassClient) => new Promise((resolve) => client.socket.once('disconnect', resolve));

  test('what one sees all see, wherever they are', async () => {
    const { owner, ann, bob, bobsPlace } = await openClass();
    for (const one of [owner, ann, bob]) await one.until(({ people }) => people?.here === 3 && people.joined === 3);
    await owner.act({ kind: 'show', view: someView({ cursor: 17 }) });
    await bob.until(({ view }) => view?.cursor === 17);
    await bob.act({ kind: 'follow', isFollowing: false });
    await owner.until(({ people }) => people?.exploring === 1 && people.following === 1);
    await owner.act({ kind: 'hand-over', member: bobsPlace.member });
    await bob.until(({ me }) => me?.isDriver === true);
    expect(await owner.act({ kind: 'show', view: someView() })).toMatchObject({ code: 'not-driver' });
    await bob.act({ kind: 'show', view: someView({ cursor: 5 }) });
    await ann.until(({ view }) => view?.cursor === 5);
    bob.close();
    await owner.until(({ people }) => people?.here === 2 && people.driver.isHere === false);
  });

  test('when a server is killed in the middle, everybody goes on through the other one', {
    timeout: 30_000,
  }, async () => {
    const { owner, ann, bob, place, annsPlace } = await openClass();
    const question: ClassQuestion = { kind: 'own', text: 'Which?', choices: ['this', 'that'] };
    await owner.act({ kind: 'ask', question, isLive: true });
    await bob.until(({ question: asked }) => asked?.state === 'open');
    await bob.act({ kind: 'answer', question: 1, choice: '1' });
    await ann.act({ kind: 'answer', question: 1, choice: '0' });
    const { run } = await owner.client.start('endless');
    await owner.act({ kind: 'show', view: someView({ lab: 'endless', run, pinned: true }) });
    for (const one of [owner, ann, bob]) await one.client.watch(run);
    for (const one of [owner, ann, bob]) while (one.client.lines.length < 200) await one.client.nextFrame();
    await owner.until(({ question: asked }) => asked?.state === 'open' && asked.answered === 2);
    const { view, question: asked } = owner.news;

    const gone = Promise.all([lost(owner), lost(ann)]);
    await kill(a);
    await gone;
    await Promise.all([comeBack(owner, place, run), comeBack(ann, annsPlace, run)]);

    // The run was on the server that is gone: all are told so, and have the same events of it, none missing.
    for (const one of [owner, ann, bob])
      expect(await one.client.ended()).toMatchObject({ state: 'ended', code: 'interrupted' });
    expect(owner.client.lines).toEqual(bob.client.lines);
    expect(ann.client.lines).toEqual(bob.client.lines);
    const texts = bob.client.lines.map((line) => JSON.parse(line).text);
    expect(new Set(texts)).toEqual(new Set(['tick']));

    // The class is as it was.
    await owner.until(({ people }) => people?.here === 3);
    for (const one of [owner, ann]) expect(one.news).toMatchObject({ view, question: asked });
    await owner.until(({ desk }) => desk?.members.every(({ isHere }) => isHere) ?? false);
    expect(ann.news.me?.choice).toBe('0');

    // And it goes on: the owner still drives, and runs another.
    const next = await come();
    await next.join(place.code, 'Late');
    const second = await owner.client.run({ lab: 'counter' });
    expect(second).toMatchObject({ ok: true });
    await owner.act({ kind: 'show', view: someView({ cursor: 1 }) });
    for (const one of [ann, bob, next]) await one.until(({ view: shown }) => shown?.cursor === 1);
    if (second.ok) await next.client.watch(second.run);
    expect(await next.client.ended()).toMatchObject({ code: 'finished' });
  });

  test('a run of a trial that was lost with its server is made again', async () => {
    const { owner, ann, bob, place, annsPlace } = await openClass();
    await owner.act({ kind: 'call-trial', lab: 'endless', mode: 'free', knobs: {} });
    for (const one of [ann, bob]) await one.until(({ trial }) => trial?.state === 'open');
    const first = await ann.run();
    expect(first).toMatchObject({ ok: true });
    await bob.until(({ trial }) => trial?.state === 'open' && trial.running === 1);
    await kill(a);
    await bob.until(({ trial }) => trial?.state === 'open' && trial.running + trial.queued === 0);
    await Promise.all([comeBack(owner, place), comeBack(ann, annsPlace)]);
    await ann.until(({ me }) => me !== undefined && me.run === undefined);
    const again = await ann.run();
    expect(again).toMatchObject({ ok: true });
    expect(again.ok && first.ok && again.run !== first.run).toBe(true);
    await bob.until(({ trial }) => trial?.state === 'open' && trial.running === 1);
  });

  test('a server that closes ends its runs in words, also for those who watch elsewhere', async () => {
    const { owner, bob } = await openClass();
    const { run } = await owner.client.start('endless');
    await bob.client.watch(run);
    await bob.client.firstEvent();
    const said: unknown[] = [];
    owner.client.socket.on('farewell', (farewell: unknown) => said.push(farewell));
    const gone = lost(owner);
    const exited = once(a.child, 'exit');
    a.child.kill('SIGTERM');
    expect(await bob.client.ended()).toEqual({ state: 'ended', code: 'server-closing' });
    await gone;
    expect(said).toEqual([{ code: 'server-closing' }]);
    expect(await exited).toEqual([0, null]);
  });

  test('while Redis is away the class can be read, and acts are refused in words until it is back', async () => {
    const { owner, bob, place } = await openClass();
    await bob.until(({ people }) => people?.joined === 3);
    cable.cut();
    const health = async () => (await (await fetch(`http://127.0.0.1:${a.port}/healthz`)).json()).redis;
    let told = await health();
    while (told.ok) told = await health();
    expect(told.why).toContain('Redis is lost');
    expect(await owner.act({ kind: 'show', view: someView({ cursor: 9 }) })).toMatchObject({
      code: 'not-now',
      message: expect.stringContaining('Redis, which keeps the classes, does not answer: try again'),
    });
    expect(await bob.enter(place)).toMatchObject({ ok: true });
    await bob.until(({ view, me }) => view?.cursor === 3 && me?.isOwner === true);
    cable.restore();
    while (!told.ok) told = await health();
    expect(await owner.act({ kind: 'show', view: someView({ cursor: 9 }) })).toEqual({ ok: true });
    await bob.until(({ view }) => view?.cursor === 9);
  });
});
