import { expect, test } from 'vitest';
import { someView } from './testing/class-client.ts';
import { setUpClassServers } from './testing/set-up-class-servers.ts';

const { start, comeTo, openClass } = setUpClassServers();

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

test('a member has several windows, and is there while one of them is', async () => {
  const server = await start();
  const { owner, place } = await openClass(server);
  const wall = await comeTo(server);
  expect(await wall.enter(place)).toEqual(place);
  await wall.until(({ me, desk, people }) => me?.isOwner === true && desk !== undefined && people?.here === 3);
  owner.close();
  await wall.act({ kind: 'show', view: someView({ cursor: 8 }) });
  await wall.until(
    ({ view, people, shownBy }) => view?.cursor === 8 && people?.here === 3 && shownBy === wall.socketId,
  );
  expect(wall.news.people?.driver.isHere).toBe(true);
});

test('a connection is a window of one class at a time', async () => {
  const server = await start();
  const { owner, ann } = await openClass(server);
  const other = await comeTo(server);
  const second = await other.open();
  await ann.join(second.code);
  await ann.until((news) => news.class === second.class && news.view !== undefined);
  const { people } = await owner.until((news) => news.people?.joined === 3 && news.people.here === 2);
  expect(people?.following).toBe(1);
});

test('who leaves the class is away, and stays a member', async () => {
  const { owner, bob, bobsPlace } = await openClass(await start());
  expect(await bob.client.ask('class-leave', {})).toEqual({ ok: true });
  await owner.until(({ people }) => people?.here === 2 && people.joined === 3);
  expect(await bob.act({ kind: 'rename', name: 'Bobby' })).toMatchObject({ code: 'unknown-class' });
  expect(await bob.enter(bobsPlace)).toMatchObject({ ok: true, member: bobsPlace.member });
  await owner.until(({ people }) => people?.here === 3);
});

test('who is removed is told, and neither their window nor their token is good for anything', async () => {
  const { owner, ann, annsPlace } = await openClass(await start());
  await owner.act({ kind: 'hand-over', member: annsPlace.member });
  expect(await owner.act({ kind: 'remove', member: annsPlace.member })).toEqual({ ok: true });
  await ann.until(({ over }) => over === 'removed');
  expect(await ann.act({ kind: 'show', view: someView() })).toMatchObject({ code: 'unknown-class' });
  expect(await ann.enter(annsPlace)).toMatchObject({ code: 'unknown-class' });
  await owner.until(({ people, me }) => people?.joined === 2 && people.here === 2 && me?.isDriver === true);
});

test('a locked class takes nobody new, and those who are in it come back', async () => {
  const server = await start();
  const { owner, ann, annsPlace, place } = await openClass(server);
  await owner.act({ kind: 'lock', isLocked: true });
  await ann.until(({ people }) => people?.isLocked === true);
  const late = await comeTo(server);
  await expect(late.join(place.code)).rejects.toThrow('class-locked');
  ann.close();
  expect(await late.enter(annsPlace)).toMatchObject({ ok: true });
  await owner.act({ kind: 'lock', isLocked: false });
  const later = await comeTo(server);
  await later.join(place.code.toLowerCase());
});

test('one connection tries one code at a time, and cannot fill a class', async () => {
  const server = await start();
  const { place } = await openClass(server);
  const guest = await comeTo(server);
  const attempts = await Promise.allSettled(['ZZZZZZZZ', place.code].map((code) => guest.join(code)));
  expect(attempts.map((one) => one.status === 'rejected' && String(one.reason))).toEqual([
    'Error: wrong-code: no class has this code',
    'Error: too-fast: one code at a time',
  ]);
  for (let time = 0; time < 8; time++) await guest.join(place.code, `name ${time}`);
  await expect(guest.join(place.code)).rejects.toThrow('too-fast: this connection has joined often enough');
});

test('a wrong code, a wrong token, the token of another class and a class that there is not are refused', async () => {
  const server = await start();
  const { place, annsPlace } = await openClass(server);
  const other = await comeTo(server);
  const second = await other.open();
  const guest = await comeTo(server);
  for (const code of ['ZZZZZZZZ', '', '../../etc', 'U'.repeat(8)])
    await expect(guest.join(code)).rejects.toThrow('wrong-code: no class has this code');
  const refusals = [
    { class: place.class, token: 'f'.repeat(32) },
    { class: place.class, token: second.token },
    { class: second.class, token: annsPlace.token },
    { class: '0'.repeat(32), token: annsPlace.token },
  ];
  const replies = await Promise.all(refusals.map((refused) => guest.enter(refused)));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(replies[0]).toMatchObject({ ok: false, code: 'unknown-class' });
});

test.each([
  ['class-open', {}],
  ['class-join', { code: 'K7M42QXW', name: 'two\nlines' }],
  ['class-join', { code: 'K7M42QXW', name: 'x'.repeat(41) }],
  ['class-enter', { class: 'x', token: 'short' }],
  ['class-act', { kind: 'explode' }],
  ['class-act', { kind: 'show', view: { lab: 'counter' } }],
  ['class-leave', { now: true }],
  ['class-run', { lab: 'counter' }],
  ['class-__proto__', {}],
])('%s %j is refused in words', async (name, request) => {
  const client = await comeTo(await start());
  expect(await client.client.ask(name, request)).toEqual({
    ok: false,
    code: 'bad-request',
    message: expect.any(String),
  });
});

test('acts of somebody who is in no class are refused', async () => {
  const client = await comeTo(await start());
  expect(await client.act({ kind: 'reveal' })).toMatchObject({ code: 'unknown-class' });
  expect(await client.run()).toMatchObject({ code: 'unknown-class' });
});

test('open to a network, a class is opened with the token, and its members start runs without', async () => {
  const server = await start({}, { host: '0.0.0.0' });
  const guest = await comeTo(server);
  await expect(guest.open()).rejects.toThrow('not-yours');
  const teacher = await comeTo(server, { auth: { token: server.token } });
  const { code } = await teacher.open();
  expect(await guest.client.run({ lab: 'counter' })).toMatchObject({ code: 'not-yours' });
  await guest.join(code);
  expect(await guest.client.run({ lab: 'counter' })).toMatchObject({ ok: true });
  await teacher.act({ kind: 'end' });
  expect(await guest.client.run({ lab: 'counter' })).toMatchObject({ code: 'not-yours' });
});

test('when the class has ended all are told, and nobody comes to it any more', async () => {
  const server = await start();
  const { owner, ann, annsPlace, place } = await openClass(server);
  expect(await owner.act({ kind: 'end' })).toEqual({ ok: true });
  for (const window of [owner, ann]) await window.until(({ over }) => over === 'ended');
  expect(await owner.act({ kind: 'lock', isLocked: true })).toMatchObject({ code: 'ended' });
  const late = await comeTo(server);
  await expect(late.join(place.code)).rejects.toThrow('wrong-code');
  expect(await late.enter(annsPlace)).toMatchObject({ code: 'ended' });
});

test('more than a gate holds join at once from one address', async () => {
  const server = await start();
  const { owner, place } = await openClass(server);
  const learners = await Promise.all(Array.from({ length: 40 }, () => comeTo(server)));
  await Promise.all(learners.map((learner) => learner.join(place.code)));
  expect((await owner.until(({ people }) => people?.joined === 43)).people?.here).toBeLessThanOrEqual(43);
});

test('after many wrong codes from an address the right one has to wait too, and who is a member has not', async () => {
  const server = await start({ joinWaitMs: 0, joinAnswerMs: 0, messagesPerSecond: 100 });
  const { place, annsPlace } = await openClass(server);
  const guesser = await comeTo(server);
  const codes: string[] = [];
  for (const code of [...Array.from({ length: 60 }, () => 'ZZZZZZZZ'), place.code]) {
    const reply = await guesser.client.ask('class-join', { code });
    codes.push(reply.ok ? 'ok' : reply.code);
  }
  expect(new Set(codes.slice(0, 30))).toEqual(new Set(['wrong-code']));
  expect(codes.at(-1)).toBe('too-fast');
  expect(await guesser.enter(annsPlace)).toMatchObject({ ok: true });
});
