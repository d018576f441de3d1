import type { ClassSummary } from '@lockstep/lab';
import { expect, test } from 'vitest';
import type { LockstepServer } from './create-server.ts';
import { someView } from './testing/class-client.ts';
import { setUpClassServers } from './testing/set-up-class-servers.ts';

const { start, openClass } = setUpClassServers();

const own = { kind: 'own' as const, text: '=HYPERLINK("http://evil")', choices: ['this, that', 'say "no"'], right: 1 };

function ask(server: LockstepServer, path: string, token?: string): Promise<Response> {
  return fetch(
    `${server.url}/api/classes/${path}`,
    token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } },
  );
}

async function summaryOf(server: LockstepServer, place: { class: string; token: string }): Promise<ClassSummary> {
  return (await (await ask(server, `${place.class}/summary`, place.token)).json()) as ClassSummary;
}

/** A lesson with a run shown, a question in two rounds and a trial. */
async function teach(server: LockstepServer) {
  const opened = await openClass(server);
  const { owner, ann, bob } = opened;
  const { run } = await owner.client.start('counter');
  await owner.client.watch(run);
  await owner.client.ended();
  for (const cursor of [1, 2]) await owner.act({ kind: 'show', view: someView({ run, cursor }) });
  await owner.act({ kind: 'ask', question: own, isLive: false });
  await ann.act({ kind: 'answer', question: 1, choice: '0' });
  await owner.act({ kind: 'reveal' });
  await owner.act({ kind: 'ask-again' });
  for (const learner of [ann, bob]) await learner.act({ kind: 'answer', question: 1, choice: '1' });
  await owner.act({ kind: 'call-trial', lab: 'counter', mode: 'free', knobs: { upTo: 3 } });
  const trialRun = await bob.run();
  await owner.until(({ trial }) => trial?.state === 'open' && trial.over === 1);
  await owner.act({ kind: 'end' });
  return { ...opened, run, trialRun: trialRun.ok ? trialRun.run : '' };
}

test('what is left of a class: what was shown, asked and tried out; who did what is for the owner', async () => {
  const server = await start();
  const { place, annsPlace, bobsPlace, run, trialRun } = await teach(server);
  const outcome = { value: { en: 'to ten or less', zh: '不超过十' } };
  const common = {
    class: place.class,
    name: 'Teacher',
    joined: 2,
    endedAt: expect.any(Number),
    shown: [
      { lab: 'counter', mode: 'free', link: '/labs/counter?mode=free' },
      {
        lab: 'counter',
        mode: 'free',
        run,
        link: `/labs/counter?run=${run}`,
        outcome: { value: { en: 'further', zh: '更多' } },
      },
    ],
    questions: [{ number: 1, question: own, tallies: [{ '0': 1 }, { '1': 2 }] }],
    trials: [
      {
        number: 1,
        lab: 'counter',
        knobs: { upTo: 3 },
        outcomes: [{ ...outcome, count: 1, run: trialRun }],
        runs: [{ ...outcome, run: trialRun, link: `/labs/counter?run=${trialRun}` }],
      },
    ],
  };
  const forOwner = await summaryOf(server, place);
  expect(forOwner).toMatchObject(common);
  expect(forOwner.questions[0]?.answers).toEqual([
    { member: annsPlace.member, name: 'Ann', choices: ['0', '1'] },
    { member: bobsPlace.member, name: 'Bob', choices: ['', '1'] },
  ]);
  expect(forOwner.trials[0]?.runs[0]).toMatchObject({ name: 'Bob' });
  const forLearner = await summaryOf(server, annsPlace);
  expect(forLearner).toMatchObject(common);
  expect(JSON.stringify(forLearner)).not.toMatch(/Ann|Bob|"member"/);
});

test('the summary is there after a restart', async () => {
  const server = await start();
  const { place } = await teach(server);
  const before = await summaryOf(server, place);
  await server.close();
  expect(await summaryOf(await start(), place)).toEqual(before);
});

test('as a table it is harmless, and in the language that was asked for', async () => {
  const server = await start();
  const { place, trialRun } = await teach(server);
  const response = await ask(server, `${place.class}/summary.csv?language=zh`, place.token);
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toContain(`class-${place.code}.csv`);
  const lines = (await response.text()).split('\r\n');
  const asked = `"'=HYPERLINK(""http://evil"")"`;
  expect(lines).toContainEqual(expect.stringMatching(/^answers,1,2,[^,]+,,,/));
  expect(lines.filter((line) => line.includes(asked))).toHaveLength(4 + 3);
  expect(lines.some((line) => line.endsWith('"say ""no""",yes,,,2,,'))).toBe(true);
  expect(lines.at(-2)).toContain(`不超过十,,,Bob,${server.url}/labs/counter?run=${trialRun}`);
});

test('without a token, with a wrong one, and for a class that there is not, nothing is told', async () => {
  const server = await start();
  const { owner, place, annsPlace, ann } = await openClass(server);
  expect((await ask(server, `${place.class}/summary`)).status).toBe(401);
  expect((await ask(server, `${place.class}/summary.csv`, 'nonsense')).status).toBe(401);
  const guess = await ask(server, `${place.class}/summary`, 'f'.repeat(32));
  const nowhere = await ask(server, `${'0'.repeat(32)}/summary`, place.token);
  expect([guess.status, nowhere.status]).toEqual([404, 404]);
  expect(await guess.json()).toEqual(await nowhere.json());
  await owner.act({ kind: 'remove', member: annsPlace.member });
  await ann.until(({ over }) => over === 'removed');
  expect((await ask(server, `${place.class}/summary`, annsPlace.token)).status).toBe(404);
});
