import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import type { ServerLimits } from './server-limits.ts';
import { type ClassClient, connectToClasses, someView } from './testing/class-client.ts';
import { createTemporaryDirectory, startTestServer } from './testing/start-test-server.ts';

let directory: Awaited<ReturnType<typeof createTemporaryDirectory>>;
const servers: LockstepServer[] = [];
const clients: ClassClient[] = [];

beforeEach(async () => {
  directory = await createTemporaryDirectory();
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  for (const server of servers.splice(0)) await server.close();
  await directory.release();
});

async function start(limits: Partial<ServerLimits> = {}): Promise<LockstepServer> {
  const server = await startTestServer(directory.path, { limits: { classCountMs: 30, joinAnswerMs: 0, ...limits } });
  servers.push(server);
  return server;
}

async function comeTo(server: LockstepServer): Promise<ClassClient> {
  const client = await connectToClasses(server.url);
  clients.push(client);
  return client;
}

/** An owner and two learners in a class. */
async function openClass(server: LockstepServer) {
  const [owner, ann, bob] = [await comeTo(server), await comeTo(server), await comeTo(server)];
  const place = await owner.open({ cursor: 3 }, 'Teacher');
  const [annsPlace, bobsPlace] = [await ann.join(place.code, 'Ann'), await bob.join(place.code, 'Bob')];
  return { owner, ann, bob, place, annsPlace, bobsPlace };
}

test('who joins sees at once what the class is shown, and everybody sees that they are there', async () => {
  const { owner, ann, place, annsPlace } = await openClass(await start());
  const news = await ann.until(({ view, me }) => view !== undefined && me !== undefined);
  expect(news).toMatchObject({
    class: place.class,
    view: { lab: 'counter', cursor: 3 },
    shownBy: owner.socketId,
    me: { member: annsPlace.member, name: 'Ann', isOwner: false, isDriver: false, isAsking: false },
    question: { state: 'none' },
    trial: { state: 'none' },
  });
  expect(news.desk).toBeUndefined();
  await owner.until(({ people }) => people?.here === 3);
  expect(owner.news).toMatchObject({
    people: {
      following: 2,
      exploring: 0,
      joined: 3,
      driver: { member: place.member, name: 'Teacher', isOwner: true, isHere: true },
    },
    me: { isOwner: true, isDriver: true },
    desk: { members: [{ name: 'Teacher' }, { name: 'Ann', isHere: true, isFollowing: true }, { name: 'Bob' }] },
  });
});

test('what the driver shows, all see; who looks around is counted as exploring', async () => {
  const { owner, ann, bob } = await openClass(await start());
  expect(await bob.act({ kind: 'follow', isFollowing: false })).toEqual({ ok: true });
  expect(await owner.act({ kind: 'show', view: someView({ cursor: 17 }) })).toEqual({ ok: true });
  for (const learner of [ann, bob]) await learner.until(({ view }) => view?.cursor === 17);
  await ann.until(({ people }) => people?.exploring === 1 && people.following === 1);
});

test('the class is driven by whom it was handed to, until the owner takes it back', async () => {
  const { owner, ann, annsPlace } = await openClass(await start());
  expect(await ann.act({ kind: 'show', view: someView() })).toMatchObject({ code: 'not-driver' });
  await ann.act({ kind: 'ask-to-drive', isAsking: true });
  await owner.until(({ desk }) => desk?.members.some(({ name, isAsking }) => name === 'Ann' && isAsking) ?? false);
  expect(await owner.act({ kind: 'hand-over', member: annsPlace.member })).toEqual({ ok: true });
  await ann.until(({ me, desk }) => me?.isDriver === true && !me.isAsking && desk !== undefined);
  expect(await owner.act({ kind: 'show', view: someView() })).toMatchObject({ code: 'not-driver' });
  expect(await ann.act({ kind: 'show', view: someView({ cursor: 5 }) })).toEqual({ ok: true });
  await owner.until(({ view }) => view?.cursor === 5);
  ann.close();
  await owner.until(({ people }) => people?.driver.isHere === false);
  expect(await owner.act({ kind: 'take-back' })).toEqual({ ok: true });
  await owner.until(({ me }) => me?.isDriver === true);
});
