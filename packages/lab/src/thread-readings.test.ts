import { createTrace, type Fact, type Header } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { howMany, outcomesOf, searchAnswer } from './index.ts';

const by = { at: 0, actor: 'main', source: 'program' } as const;
const ended: Fact = { ...by, kind: 'run.ended', reason: 'finished' };

function outcome(run: number, expected: boolean): Fact {
  return { ...by, kind: 'outcome.observed', run, value: String(run), expected };
}

function traceOf(...facts: readonly Fact[]) {
  const trace = createTrace({ actors: [], reality: { parts: [] } } as unknown as Header);
  for (const fact of facts) trace.append(fact);
  return trace;
}

describe('how many of many runs', () => {
  const isWrong = ({ expected }: { readonly expected: boolean }) => !expected;

  test.each([
    ['all', [outcome(1, false), outcome(2, false)]],
    ['some', [outcome(1, true), outcome(2, false)]],
    ['none', [outcome(1, true), outcome(2, true)]],
  ])('went wrong: %s, said at the last of them', (choice, outcomes) => {
    const trace = traceOf(...outcomes, ended);
    expect(howMany(trace, isWrong)).toEqual({ choice, seq: 1 });
    expect(outcomesOf(trace)).toHaveLength(2);
  });

  test('is not said while they still run, nor of no run at all', () => {
    expect(howMany(traceOf(outcome(1, true)), isWrong)).toBeUndefined();
    expect(howMany(traceOf(ended), isWrong)).toBeUndefined();
  });
});

describe('what a search found', () => {
  const finished = (verdict: string): Fact => ({ ...by, kind: 'search.finished', verdict, tried: 1, pruned: 0 });

  test('is a bug or a proof, and nothing when a limit was reached', () => {
    expect(searchAnswer(traceOf(finished('bug')))).toEqual({ choice: 'bug', seq: 0 });
    expect(searchAnswer(traceOf(finished('proof')))).toEqual({ choice: 'proof', seq: 0 });
    expect(searchAnswer(traceOf(finished('bounded')))).toBeUndefined();
    expect(searchAnswer(traceOf())).toBeUndefined();
  });
});
