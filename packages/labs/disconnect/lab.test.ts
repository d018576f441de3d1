import { hasFlag, returnsOf } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { expectInOrder } from '../_testing/expect-in-order.ts';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import {
  answeredByReset,
  brokenPipe,
  caught,
  died,
  emptyReads,
  goodbye,
  heard,
  leaves,
  ready,
  spun,
} from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('disconnect', { mode: 'free', knobs });

const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);
const answers = (trace: Trace) => lab.predictions.map((prediction) => prediction.answer(trace)?.choice);

function exitOf(trace: Trace, actor: string) {
  return kinds(trace, 'process.exited').find((event) => event.actor === actor);
}

/** `FIN` or `RST`. */
function saidBy(trace: Trace): string | undefined {
  const said = goodbye(trace);
  return said && (hasFlag(said, 'RST') ? 'RST' : 'FIN');
}

describe('a server without the check', async () => {
  const trace = await run();

  test('reads nothing again and again, and only the limit stops it', () => {
    expectInOrder(leaves(trace), goodbye(trace), heard(trace), emptyReads(trace)[1], spun(trace));
    expect(saidBy(trace)).toBe('FIN');
    expect(emptyReads(trace)).toHaveLength(5);
    expect(returnsOf(trace, 'send', 'server').map(({ result }) => result)).toEqual(['5', '0', '0', '0', '0', '0']);
    expect(ready(trace)).toBeUndefined();
  });

  test('refutes that an empty read means “not yet”', () => {
    expect(verdicts(trace)).toEqual(['wrong', undefined, 'half-right']);
    expect(answers(trace)).toEqual(['empty', 'spins']);
  });

  test('dies of EPIPE when it has something to say to nobody', async () => {
    const told = await run({ answer: 'greeting' });
    expectInOrder(heard(told), answeredByReset(told), brokenPipe(told), died(told));
    expect(died(told)).toMatchObject({ error: expect.stringContaining('BrokenPipeError') });
    expect(exitOf(told, 'server')).toMatchObject({ code: 1 });
    expect(answers(told)).toEqual(['empty', 'dies']);
  });
});

describe.each([
  ['close', 'FIN', 'half-right'],
  ['killed', 'FIN', undefined],
])('a client that ends by %s', (how, flag, ofClose) => {
  test(`is told by ${flag}, and one check is enough`, async () => {
    const trace = await run({ how, care: 'check' });
    expect(saidBy(trace)).toBe(flag);
    expectInOrder(goodbye(trace), heard(trace), ready(trace));
    expect(heard(trace)).toMatchObject({ result: "b''" });
    expect(emptyReads(trace)).toHaveLength(1);
    expect(answers(trace)).toEqual(['empty', 'ready']);
    expect(verdicts(trace)[2]).toBe(ofClose);
  });
});

describe.each(['unread', 'reset'])('a client that ends by RST (%s)', (how) => {
  test('kills a server that only checks for the empty read', async () => {
    const trace = await run({ how, care: 'check' });
    expect(saidBy(trace)).toBe('RST');
    expectInOrder(goodbye(trace), heard(trace), died(trace));
    expect(heard(trace)).toMatchObject({ error: expect.stringContaining('ConnectionResetError') });
    expect(exitOf(trace, 'server')).toMatchObject({ code: 1 });
    expect(verdicts(trace)[2]).toBe('wrong');
    expect(answers(trace)).toEqual(['error', 'dies']);
  });

  test('is survived by a server that catches the error', async () => {
    const trace = await run({ how, care: 'try' });
    expectInOrder(heard(trace), caught(trace), ready(trace));
    expect(died(trace)).toBeUndefined();
    expect(exitOf(trace, 'server')).toMatchObject({ code: 0 });
    expect(answers(trace)).toEqual(['error', 'ready']);
  });
});

test('a killed client runs no line more, and its kernel says goodbye for it', async () => {
  const trace = await run({ how: 'killed', care: 'try' });
  expect(leaves(trace)).toMatchObject({ call: 'kill' });
  expect(exitOf(trace, 'client')).toMatchObject({ signal: 'SIGKILL' });
  expectInOrder(leaves(trace), goodbye(trace), heard(trace));
  expect(verdicts(trace)[1]).toBe('wrong');
});
