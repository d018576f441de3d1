import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ClassClient, someView } from './testing/class-client.ts';
import { setUpClassServers } from './testing/set-up-class-servers.ts';

const { start, comeTo, openClass, dataDirectory } = setUpClassServers();

const own = { kind: 'own' as const, text: 'Which?', choices: ['this', 'that'], right: 1 };

/** What lasts of a class, as a window has it. */
function lasting({ news }: ClassClient) {
  const { view, question, trial, me, people } = news;
  return { view, question, trial, me, driver: people?.driver.member, joined: people?.joined };
}

test('after a restart of the server all come back to the same state', async () => {
  const server = await start();
  const { owner, ann, bob, place, annsPlace, bobsPlace } = await openClass(server);
  await owner.act({ kind: 'ask', question: own, isLive: false });
  for (const [learner, choice] of [
    [ann, '0'],
    [bob, '1'],
  ] as const)
    await learner.act({ kind: 'answer', question: 1, choice });
  await owner.act({ kind: 'close-question' });
  await owner.act({ kind: 'ask-again' });
  await ann.act({ kind: 'answer', question: 1, choice: '1' });
  await owner.act({ kind: 'call-trial', lab: 'counter', mode: 'free', knobs: {} });
  await bob.run();
  await owner.act({ kind: 'hand-over', member: annsPlace.member });
  await ann.act({ kind: 'show', view: someView({ cursor: 42 }) });
  await bob.act({ kind: 'ask-to-drive', isAsking: true });
  const settled = ({ view, trial, people, me }: ClassClient['news']) =>
    view?.cursor === 42 && trial?.state === 'open' && trial.over === 1 && people?.here === 3 && me !== undefined;
  const before = [];
  for (const window of [owner, ann, bob]) {
    await window.until(settled);
    await window.until(({ question }) => question?.state === 'open' && question.round === 2 && question.answered === 1);
    before.push(lasting(window));
  }
  await bob.until(({ me }) => me?.isAsking === true);
  before[2] = lasting(bob);
  await server.close();

  const again = await start();
  const windows = [];
  for (const at of [place, annsPlace, bobsPlace]) {
    const window = await comeTo(again);
    expect(await window.enter(at)).toEqual(at);
    windows.push(window);
  }
  for (const window of windows) await window.until(settled);
  expect(windows.map(lasting)).toEqual(before);
  const late = await comeTo(again);
  await late.join(place.code);
  await windows[0]?.until(({ people }) => people?.joined === 4);
});

test('nothing that the server keeps lets anybody in', async () => {
  const { place, annsPlace } = await openClass(await start());
  const kept = await readFile(join(dataDirectory(), 'classes', `${place.class}.jsonl`), 'utf8');
  for (const { token } of [place, annsPlace]) expect(kept).not.toContain(token);
});

test('a class that nobody visits is let go, and is there again for who comes back', async () => {
  const server = await start({ classLingerMs: 0 });
  const { owner, ann, bob, place } = await openClass(server);
  const held = async () => (await (await fetch(`${server.url}/healthz`)).json()).classes;
  expect(await held()).toBe(1);
  for (const window of [owner, ann, bob]) window.close();
  while ((await held()) > 0);
  const back = await comeTo(server);
  await back.enter(place);
  await back.until(({ view, people }) => view?.cursor === 3 && people?.joined === 3);
});

test('a class in which nothing happened for long is over', async () => {
  const server = await start();
  const { place } = await openClass(server);
  await server.close();
  const later = await start({ classIdleMs: -1 });
  const back = await comeTo(later);
  expect(await back.enter(place)).toMatchObject({ code: 'ended' });
});
