import { createTrace, type Fact } from '@lockstep/trace';
import { describe, expect, test, vi } from 'vitest';
import { createPlayer } from '../player/player.ts';
import { cableTrace } from '../testing/sample-cable-run.ts';
import { sampleLab } from '../testing/sample-lab.ts';
import { sampleHeader, sampleTrace } from '../testing/sample-run.ts';
import { pickForSwap } from './pick-for-swap.ts';
import { answerTo } from './swap-answer.ts';
import { questionAbout, testOrder } from './swap-test.ts';

describe('the question to the program', () => {
  test('names two operations by thread and number, whichever was picked first', () => {
    const trace = sampleTrace();
    expect(questionAbout(trace, testOrder(trace, 3, 1))).toEqual({
      schedule: [1, 2, 1, 1, 2, 2],
      earlier: { thread: 2, nth: 0 },
      later: { thread: 1, nth: 2 },
    });
  });

  test('is not asked where a chain that lasts says enough', () => {
    const trace = sampleTrace();
    expect(questionAbout(trace, testOrder(trace, 0, 3))).toBeUndefined();
  });

  test('is not asked of what is no operation, of frames, of instructions, of many runs', () => {
    const trace = sampleTrace();
    expect(questionAbout(trace, testOrder(trace, 1, 6))).toBeUndefined();
    const frames = cableTrace();
    expect(questionAbout(frames, testOrder(frames, 0, frames.length - 1))).toBeUndefined();
    const python = createTrace({ ...sampleHeader, reality: { parts: ['cpython'] } });
    for (const actor of ['t1', 't2'])
      python.append({ at: 0, actor, source: 'program', kind: 'opcode.executed', opcode: 'NOP' } as Fact);
    expect(questionAbout(python, testOrder(python, 0, 1))).toBeUndefined();
    const many = sampleTrace(7, 'batch');
    expect(questionAbout(many, testOrder(many, 1, 3))).toBeUndefined();
  });
});

describe('the answer', () => {
  const trace = sampleTrace();
  const free = testOrder(trace, 0, 1);
  const forced = testOrder(trace, 0, 3);
  const byTurn = { ...free, order: { forced: true, lasting: false, chain: [{ seq: 1, by: 'turn' }] } } as const;

  test('is what the trace proves, and no more than the program says', () => {
    expect(answerTo(forced).kind).toBe('always');
    expect(answerTo(free).kind).toBe('nothing-recorded');
    expect(answerTo(byTurn).kind).toBe('this-run');
    expect(answerTo({ ...free, verdict: { order: 'free', schedule: [2, 1], kept: 3 } })).toMatchObject({
      kind: 'free',
      kept: 3,
    });
    expect(answerTo({ ...byTurn, verdict: { order: 'free', schedule: [2, 1], kept: 0 } }).kind).toBe('turn');
    expect(answerTo({ ...byTurn, verdict: { order: 'forced', states: 9 } })).toMatchObject({
      kind: 'forced',
      states: 9,
    });
    expect(answerTo({ ...free, verdict: { order: 'unknown', why: 'states' } }).kind).toBe('limit');
    expect(answerTo({ ...free, verdict: { order: 'unknown', why: 'not-asked' } }).kind).toBe('nothing-recorded');
    expect(answerTo({ ...free, verdict: 'unreachable' }).kind).toBe('unreachable');
    expect(answerTo({ ...byTurn, verdict: { order: 'unknown', why: 'time' } }).kind).toBe('this-run');
  });
});

test('the second pick asks once; what comes too late is not shown', async () => {
  const player = createPlayer(sampleLab);
  player.open(sampleTrace(), 'recording', { step: 1 });
  const asked: unknown[] = [];
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal('fetch', (url: string, init: { readonly body: string }) => {
    asked.push(url, JSON.parse(init.body));
    return new Promise<Response>((resolve) => {
      answer = resolve;
    });
  });
  await pickForSwap(player);
  expect(player.store.getState().marks).toEqual([{ seq: 0, sign: 'first' }]);
  player.seek(2);
  const told = pickForSwap(player);
  expect(player.store.getState()).toMatchObject({ swap: { verdict: 'asking' }, marks: [{ seq: 0 }, { seq: 1 }] });
  expect(asked).toEqual([
    '/api/labs/sample/swap',
    {
      mode: 'stepped',
      knobs: { rounds: 3, lock: true },
      schedule: [1, 2, 1, 1, 2, 2],
      earlier: { thread: 1, nth: 0 },
      later: { thread: 2, nth: 0 },
    },
  ]);
  player.open(sampleTrace(), 'recording');
  answer(Response.json({ order: 'forced', states: 1 }));
  await told;
  expect(player.store.getState()).toMatchObject({ swap: undefined, marks: [] });
  vi.unstubAllGlobals();
});
