import { cp } from 'node:fs/promises';
import type { ClassNews, RunReply, Trial } from '@lockstep/lab';
import { expect, test } from 'vitest';
import type { ClassClient } from './testing/class-client.ts';
import { setUpClassServers } from './testing/set-up-class-servers.ts';

const { start, comeTo, openClass, dataDirectory } = setUpClassServers();

const calling = { kind: 'call-trial' as const, lab: 'counter', mode: 'free' as const, knobs: { upTo: 5 } };

function called({ trial }: Partial<ClassNews>): Trial | undefined {
  return trial?.state === 'none' ? undefined : trial;
}

async function trialOf(window: ClassClient, passes: (trial: Trial) => boolean): Promise<Trial | undefined> {
  return called(
    await window.until((now) => {
      const trial = called(now);
      return trial !== undefined && passes(trial);
    }),
  );
}

function granted(reply: RunReply): { readonly run: string; readonly token: string } {
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
  return { run: reply.run, token: reply.token };
}

test('everyone runs it, once each, and the class sees how it came out', async () => {
  const { owner, ann, bob } = await openClass(await start());
  expect(await ann.run()).toMatchObject({ code: 'not-now' });
  expect(await owner.act(calling)).toEqual({ ok: true });
  await trialOf(ann, ({ state, knobs }) => state === 'open' && knobs['upTo'] === 5);
  const [first, again] = (await Promise.all([ann.run(), ann.run()])).map(granted);
  expect(again?.run).toBe(first?.run);
  const bobs = granted(await bob.run());
  expect(bobs.run).not.toBe(first?.run);
  await ann.until(({ me }) => me?.run === first?.run);
  const trial = await trialOf(owner, ({ over }) => over === 2);
  expect(trial).toMatchObject({
    queued: 0,
    running: 0,
    outcomes: [{ value: { en: 'to ten or less', zh: '不超过十' }, count: 2, run: expect.any(String) }],
  });
  expect(granted(await ann.run()).run).toBe(first?.run);
  expect(await ann.client.watch(first?.run ?? '')).toEqual({ ok: true });
  expect(await ann.client.ended()).toMatchObject({ code: 'finished' });
});

test('the run goes on when the line of its learner drops', async () => {
  const { owner, ann } = await openClass(await start({ graceMs: 1 }));
  await owner.act({ ...calling, knobs: { upTo: 5000 } });
  granted(await ann.run());
  ann.close();
  const trial = await trialOf(owner, ({ over }) => over === 1);
  expect(trial?.outcomes).toMatchObject([{ value: { en: 'further' } }]);
});

test('what fails and what is stopped is an outcome too', async () => {
  const { owner, ann, bob } = await openClass(await start());
  await owner.act({ ...calling, lab: 'failing', knobs: {} });
  granted(await ann.run());
  await trialOf(owner, ({ over }) => over === 1);
  await owner.act({ ...calling, lab: 'endless', knobs: {} });
  await trialOf(bob, ({ number }) => number === 2);
  const { run, token } = granted(await bob.run());
  expect(await bob.client.ask('stop', { run, token })).toEqual({ ok: true });
  const trial = await trialOf(owner, ({ number, over }) => number === 2 && over === 1);
  expect(trial?.outcomes).toMatchObject([{ value: { en: 'cut short' } }]);
});

test('after the trial was closed nobody starts, and those who have started come to their end', async () => {
  const { owner, ann, bob } = await openClass(await start());
  await owner.act({ ...calling, lab: 'endless', knobs: {} });
  const anns = granted(await ann.run());
  await trialOf(owner, ({ running }) => running === 1);
  await owner.act({ kind: 'close-trial' });
  expect(await bob.run()).toMatchObject({ code: 'not-now' });
  expect(granted(await ann.run())).toEqual(anns);
  await ann.client.ask('stop', anns);
  await trialOf(owner, ({ over, state }) => over === 1 && state === 'closed');
});

test('a class that presses all at once is queued, and a visitor by themselves does not wait behind all of it', async () => {
  const server = await start({ maxRunning: 1 });
  const { owner, place } = await openClass(server);
  await owner.act({ ...calling, lab: 'endless', knobs: {} });
  const learners = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const learner = await comeTo(server);
      await learner.join(place.code);
      return { learner, ...granted(await learner.run()) };
    }),
  );
  await trialOf(owner, ({ queued, running }) => queued === 11 && running === 1);
  const visitor = await comeTo(server);
  const visited = await visitor.client.start('endless');
  await visitor.client.watch(visited.run);
  expect((await visitor.client.status(({ place: at }) => at !== undefined)).place).toBeLessThan(3);
  for (const { learner, run, token } of learners) void learner.client.ask('stop', { run, token });
  await visitor.client.status(({ state }) => state === 'running');
  await visitor.client.ask('stop', visited);
  await trialOf(owner, ({ over }) => over === 12);
});

test.each([
  ['closed', false],
  ['killed', true],
])('a run that was lost with its server, which was %s, can be made again', async (_, isKilled) => {
  const server = await start();
  const { owner, ann, place, annsPlace } = await openClass(server);
  await owner.act({ ...calling, lab: 'endless', knobs: {} });
  const lost = granted(await ann.run());
  await trialOf(owner, ({ running }) => running === 1);
  // What a killed server leaves is what stands on disk in that moment.
  const left = `${dataDirectory()}/left`;
  await cp(`${dataDirectory()}/classes`, `${left}/classes`, { recursive: true });
  await server.close();
  const again = await start({}, isKilled ? { dataDirectory: left } : {});
  const [ownersWindow, annsWindow] = [await comeTo(again), await comeTo(again)];
  await ownersWindow.enter(place);
  await trialOf(ownersWindow, ({ queued, running, over }) => queued + running + over === 0);
  await annsWindow.enter(annsPlace);
  const { run, token } = granted(await annsWindow.run());
  expect(run).not.toBe(lost.run);
  await annsWindow.client.ask('stop', { run, token });
  await trialOf(ownersWindow, ({ over }) => over === 1);
});
