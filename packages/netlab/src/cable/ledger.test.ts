import type { Fact } from '@lockstep/trace';
import { expect, it } from 'vitest';
import { createLedger } from './ledger.ts';

const fact = (at: number): Fact => ({ at, actor: 'client', kind: 'text.printed', source: 'program', text: 'x' });

function ledgerOf(maxFacts: number) {
  let text = '';
  const ledger = createLedger(maxFacts, (more) => {
    text += more;
  });
  const facts = (): Fact[] =>
    text
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { fact: Fact }).fact);
  return { ledger, facts };
}

it('moves a stamp up to the last one: time never runs backwards', () => {
  const { ledger, facts } = ledgerOf(10);
  for (const at of [5, 3, 7]) ledger.record(fact(at));
  ledger.flush();
  expect(facts().map(({ at }) => at)).toEqual([5, 5, 7]);
});

it('counts what it has no room for and says so', () => {
  const { ledger, facts } = ledgerOf(1);
  expect([ledger.record(fact(1)), ledger.record(fact(2)), ledger.record(fact(3))]).toEqual([0, -1, -1]);
  ledger.close(4);
  expect(facts()).toMatchObject([{ kind: 'text.printed' }, { kind: 'run.dropped', count: 2 }]);
});

it('takes nothing after its end', () => {
  const { ledger, facts } = ledgerOf(10);
  ledger.record(fact(1));
  ledger.close(2);
  expect(ledger.record(fact(3))).toBe(-1);
  ledger.flush();
  expect(facts().length).toBe(1);
});
