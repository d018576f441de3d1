import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryFacts, openedFact } from '../../testing/arbitrary-facts.ts';
import { someView } from '../../testing/class-client.ts';
import type { ClassFact } from '../class-facts.ts';
import { withoutPassages } from '../store/without-passages.ts';
import { type ClassFold, createClassState } from './class-state.ts';
import { MOST_MEMBERS } from './members.ts';
import { MOST_QUESTIONS, tallyOf } from './questions.ts';
import { countOutcomes, countRuns } from './trials.ts';

const at = 5;
const own = { kind: 'own' as const, text: 'Which?', choices: ['this', 'that'] };

function fold(facts: readonly ClassFact[]): ClassFold {
  const state = createClassState();
  for (const fact of facts) state.apply(fact);
  return state;
}

function after(...facts: readonly ClassFact[]): ClassFold {
  return fold([openedFact, joined('ann'), joined('bob'), ...facts]);
}

function joined(member: string): ClassFact {
  return { kind: 'member.joined', at, member, name: member, tokenHash: member };
}

function answered(member: string, choice: string, round = 1, question = 1): ClassFact {
  return { kind: 'question.answered', at, member, question, round, choice };
}

/** All that can be read of a state. */
function reading({ id, code, openedAt, endedAt, members, shown, questions, trials }: ClassFold) {
  const { owner, driver, isLocked, all, names } = members;
  return {
    meta: [id, code, openedAt, endedAt],
    members: { owner, driver, isLocked, all, names },
    shown: { view: shown.view, by: shown.by, pictures: shown.pictures },
    questions: { current: questions.current, all: questions.all },
    trials: { current: trials.current, all: trials.all },
  };
}

test('whatever the facts, there is one driver who is a member, one answer a member and round, and counts add up', () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      const { members, questions, trials } = fold(facts);
      expect(members.all.has(members.driver)).toBe(true);
      expect(members.all.has(members.owner)).toBe(true);
      expect(members.all.get(members.driver)?.isAsking).toBe(false);
      for (const question of questions.all) {
        expect(question.rounds.length).toBeGreaterThan(0);
        if (question !== questions.current) expect(question.state).not.toBe('open');
        for (const round of question.rounds)
          expect(Object.values(tallyOf(round)).reduce((sum, count) => sum + count, 0)).toBe(round.size);
      }
      for (const round of questions.current?.rounds ?? [])
        for (const member of round.keys()) expect(members.all.has(member)).toBe(true);
      for (const trial of trials.all) {
        const { queued, running, over } = countRuns(trial);
        expect(queued + running + over).toBe(trial.runs.size);
        expect(countOutcomes(trial).reduce((sum, { count }) => sum + count, 0)).toBe(over);
        const runners = [...trial.runs.values()].map(({ member }) => member);
        for (const [member, run] of trial.runOf) expect(trial.runs.get(run)?.member).toBe(member);
        expect(new Set(runners).size).toBe(runners.length);
        if (trial !== trials.current) expect(trial.state).toBe('closed');
      }
      for (const member of trials.current?.runOf.keys() ?? []) expect(members.all.has(member)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('the owner cannot be removed, and keeps the run of a trial', () => {
  const { members, trials } = after(
    { kind: 'trial.called', at, lab: 'counter', mode: 'free', knobs: {} },
    { kind: 'trial.joined', at, trial: 1, member: 'owner', run: 'run-1' },
    { kind: 'member.removed', at, member: 'owner' },
    { kind: 'trial.joined', at, trial: 1, member: 'owner', run: 'run-2' },
  );
  expect(members.all.has('owner')).toBe(true);
  expect([...(trials.current?.runs.keys() ?? [])]).toEqual(['run-1']);
});

test('a fact that is said to change nothing changes nothing', () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      const state = createClassState();
      for (const fact of facts) {
        const before = structuredClone(reading(state));
        if (!state.apply(fact)) expect(reading(state)).toEqual(before);
      }
    }),
    { numRuns: 100 },
  );
});

test('the facts without the passages between have the same fold', () => {
  fc.assert(
    fc.property(arbitraryFacts, (facts) => {
      const fewer = withoutPassages(facts);
      expect(reading(fold(fewer))).toEqual(reading(fold(facts)));
    }),
  );
  const show = (cursor: number): ClassFact => ({
    kind: 'view.shown',
    at,
    member: 'owner',
    by: 'window',
    view: someView({ cursor }),
  });
  expect(withoutPassages([openedFact, show(1), show(2), show(3), show(4)])).toEqual([openedFact, show(1), show(4)]);
});

test('before it is opened and after it has ended a class takes nothing', () => {
  const state = createClassState();
  expect(state.apply(joined('ann'))).toBe(false);
  expect(state.apply(openedFact)).toBe(true);
  expect(state.apply(openedFact)).toBe(false);
  expect(state.apply({ kind: 'class.ended', at: 9 })).toBe(true);
  expect(state.apply(joined('ann'))).toBe(false);
  expect(state).toMatchObject({ endedAt: 9, changedAt: 9 });
});

test('who joins a locked class is not in it', () => {
  const state = after({ kind: 'class.locked', at, isLocked: true });
  expect(state.apply(joined('cid'))).toBe(false);
  expect(state.members.all.has('cid')).toBe(false);
});

test('a class is full, and who was removed and comes again is bounded too', () => {
  const state = fold([openedFact]);
  for (let n = 0; n < MOST_MEMBERS - 1; n++) expect(state.apply(joined(`member-${n}`))).toBe(true);
  expect(state.apply(joined('late'))).toBe(false);
  for (let n = 0; n < 3 * MOST_MEMBERS; n++) {
    state.apply({ kind: 'member.removed', at, member: `member-${n}` });
    state.apply(joined(`member-${n + MOST_MEMBERS}`));
  }
  expect(state.members.names.size).toBe(2 * MOST_MEMBERS);
});

test('when the driver is removed the owner drives, and nobody takes the owner out', () => {
  const state = after({ kind: 'drive.handed', at, member: 'ann' });
  expect(state.members.driver).toBe('ann');
  state.apply({ kind: 'member.removed', at, member: 'ann' });
  expect(state.members.driver).toBe('owner');
  expect(state.apply({ kind: 'member.removed', at, member: 'owner' })).toBe(false);
  expect(state.apply({ kind: 'drive.handed', at, member: 'ann' })).toBe(false);
});

test('only what the driver of that moment showed is seen', () => {
  const show = (member: string, cursor: number): ClassFact => {
    return { kind: 'view.shown', at, member, by: member, view: someView({ cursor }) };
  };
  const state = after(show('owner', 1), { kind: 'drive.handed', at, member: 'ann' }, show('owner', 2));
  expect(state.shown.view?.cursor).toBe(1);
  state.apply(show('ann', 3));
  expect(state.shown).toMatchObject({ by: 'ann', view: { cursor: 3 } });
  expect(state.shown.pictures).toHaveLength(1);
});

test('an answer counts for the round in which it was given, and only while that is open', () => {
  const state = after(
    { kind: 'question.asked', at, question: own, isLive: false },
    answered('ann', '0'),
    answered('ann', '1'),
    answered('bob', '7'),
    answered('nobody', '0'),
    { kind: 'question.closed', at },
    answered('bob', '0'),
    { kind: 'question.repeated', at },
    answered('bob', '0', 1),
    answered('bob', '0', 2),
  );
  expect(state.questions.current?.rounds.map(tallyOf)).toEqual([{ '1': 1 }, { '0': 1 }]);
  state.apply({ kind: 'question.asked', at, question: own, isLive: false });
  expect(state.apply(answered('ann', '0', 1, 1))).toBe(false);
  expect(state.questions.all.map(({ state: now }) => now)).toEqual(['closed', 'open']);
});

test('a removed member takes the answers to the present question along', () => {
  const state = after({ kind: 'question.asked', at, question: own, isLive: false }, answered('ann', '0'));
  state.apply({ kind: 'member.removed', at, member: 'ann' });
  expect(state.questions.current?.rounds.map(tallyOf)).toEqual([{}]);
});

test('a class asks only so many questions', () => {
  const state = after();
  for (let n = 0; n < MOST_QUESTIONS + 5; n++)
    state.apply({ kind: 'question.asked', at, question: own, isLive: false });
  expect(state.questions.all).toHaveLength(MOST_QUESTIONS);
});

test('a member has one run of a trial, and another only when the first was lost', () => {
  const state = after(
    { kind: 'trial.called', at, lab: 'counter', mode: 'free', knobs: {} },
    { kind: 'trial.joined', at, trial: 1, member: 'ann', run: 'one' },
    { kind: 'trial.joined', at, trial: 1, member: 'ann', run: 'two' },
  );
  const trial = state.trials.current;
  expect(trial?.runOf.get('ann')).toBe('one');
  state.apply({ kind: 'trial.lost', at, trial: 1, run: 'one' });
  expect(trial?.runs.size).toBe(0);
  state.apply({ kind: 'trial.joined', at, trial: 1, member: 'ann', run: 'two' });
  state.apply({ kind: 'trial.dismissed', at });
  state.apply({
    kind: 'trial.observed',
    at,
    trial: 1,
    run: 'two',
    value: { en: 'lost 2', zh: '丢 2' },
    expected: false,
  });
  expect(state.trials.current).toBeUndefined();
  expect(countOutcomes(state.trials.all[0] as never)).toEqual([
    { value: { en: 'lost 2', zh: '丢 2' }, expected: false, count: 1, run: 'two' },
  ]);
});
