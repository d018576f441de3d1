import type { AskedQuestion, ClassNews } from '@lockstep/lab';
import { expect, test } from 'vitest';
import type { ClassClient } from './testing/class-client.ts';
import { setUpClassServers } from './testing/set-up-class-servers.ts';

const { start, openClass } = setUpClassServers();

const own = { kind: 'own' as const, text: 'Which?', choices: ['this', 'that'], right: 1 };
const prediction = { kind: 'prediction' as const, lab: 'counter', prediction: 'how-far' };

function asked({ question }: Partial<ClassNews>): AskedQuestion | undefined {
  return question?.state === 'none' ? undefined : question;
}

/** The question as this window has it, once it passes. */
async function questionOf(window: ClassClient, passes: (question: AskedQuestion) => boolean) {
  const news = await window.until((now) => {
    const question = asked(now);
    return question !== undefined && passes(question);
  });
  return asked(news);
}

/** Every message in which this window was told of the question. */
function allQuestions(window: ClassClient): readonly AskedQuestion[] {
  return window.messages.flatMap((message) => asked(JSON.parse(message) as ClassNews) ?? []);
}

test('before the reveal the class knows how many have answered, and only the desk knows what', async () => {
  const { owner, ann, bob } = await openClass(await start());
  expect(await owner.act({ kind: 'ask', question: own, isLive: false })).toEqual({ ok: true });
  for (const learner of [ann, bob]) await questionOf(learner, ({ state }) => state === 'open');
  await ann.act({ kind: 'answer', question: 1, choice: '0' });
  await bob.act({ kind: 'answer', question: 1, choice: '1' });
  expect(await questionOf(owner, ({ answered }) => answered === 2)).toMatchObject({
    question: own,
    tallies: [{ '0': 1, '1': 1 }],
  });
  await questionOf(ann, ({ answered }) => answered === 2);
  for (const { question, tallies } of allQuestions(ann)) {
    expect(question).toEqual({ kind: 'own', text: 'Which?', choices: ['this', 'that'] });
    expect(tallies).toEqual([]);
  }
  await ann.until(({ me }) => me?.choice === '0');
  await owner.act({ kind: 'reveal' });
  expect(await questionOf(ann, ({ state }) => state === 'revealed')).toMatchObject({
    question: own,
    tallies: [{ '0': 1, '1': 1 }],
  });
});

test('a live histogram is seen by all while it grows, and the right answer is not', async () => {
  const { owner, ann, bob } = await openClass(await start());
  await owner.act({ kind: 'ask', question: own, isLive: true });
  await ann.act({ kind: 'answer', question: 1, choice: '0' });
  const seen = await questionOf(bob, ({ answered }) => answered === 1);
  expect(seen).toMatchObject({ tallies: [{ '0': 1 }] });
  expect(seen?.question).not.toHaveProperty('right');
});

test('asked again, the question has another round, and the first is kept', async () => {
  const { owner, ann, bob } = await openClass(await start());
  await owner.act({ kind: 'ask', question: prediction, isLive: false });
  await ann.act({ kind: 'answer', question: 1, choice: 'ten' });
  await owner.act({ kind: 'close-question' });
  expect(await bob.act({ kind: 'answer', question: 1, choice: 'more' })).toMatchObject({ code: 'not-now' });
  await owner.act({ kind: 'ask-again' });
  await ann.until(({ me, question }) => me?.choice === undefined && asked({ question })?.round === 2);
  for (const learner of [ann, bob]) await learner.act({ kind: 'answer', question: 1, choice: 'more' });
  await owner.act({ kind: 'reveal' });
  expect(await questionOf(ann, ({ state }) => state === 'revealed')).toMatchObject({
    round: 2,
    tallies: [{ ten: 1 }, { more: 2 }],
  });
  await owner.act({ kind: 'dismiss' });
  await ann.until(({ question, me }) => question?.state === 'none' && me?.choice === undefined);
});

test('an answer can be changed while the question is open', async () => {
  const { owner, ann } = await openClass(await start());
  await owner.act({ kind: 'ask', question: own, isLive: false });
  for (const choice of ['0', '1', '1'])
    expect(await ann.act({ kind: 'answer', question: 1, choice })).toEqual({ ok: true });
  expect(await questionOf(owner, ({ tallies }) => tallies[0]?.['1'] === 1)).toMatchObject({
    answered: 1,
    tallies: [{ '1': 1 }],
  });
});

test('the class is questioned by whom it was handed to', async () => {
  const { owner, ann, annsPlace, bob } = await openClass(await start());
  expect(await ann.act({ kind: 'ask', question: own, isLive: false })).toMatchObject({ code: 'not-driver' });
  await owner.act({ kind: 'hand-over', member: annsPlace.member });
  expect(await ann.act({ kind: 'ask', question: own, isLive: false })).toEqual({ ok: true });
  await bob.act({ kind: 'answer', question: 1, choice: '1' });
  expect(await questionOf(ann, ({ answered }) => answered === 1)).toMatchObject({ tallies: [{ '1': 1 }] });
  await owner.act({ kind: 'take-back' });
  await ann.until(({ me }) => me?.isDriver === false);
  await questionOf(ann, ({ tallies }) => tallies.length === 0);
});
