import { hasFlag, sentenceOf } from '@lockstep/lab';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { afterReset, errorOfReset, firstWith, readBeforePush, segmentsOfOneCall, urgentRead } from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('flags', { mode: 'free', knobs });

const answers = (trace: Trace) => lab.predictions.map((prediction) => prediction.answer(trace)?.choice);

const verdict = (trace: Trace, id: string) => lab.claims.find((claim) => claim.id === id)?.verdict(trace)?.judgement;

const causeOf = (trace: Trace, flag: string) => {
  const cause = firstWith(trace, flag)?.cause;
  return cause === undefined ? undefined : trace.event(cause);
};

describe('one run', async () => {
  const trace = await run();

  test('has all six flags, each for the reason that the kernel had', () => {
    expect(causeOf(trace, 'SYN')).toMatchObject({ kind: 'call.entered', actor: 'client', call: 'connect' });
    expect(causeOf(trace, 'ACK')).toMatchObject({ kind: 'tcp.segment-delivered', to: 'server' });
    expect(causeOf(trace, 'PSH')).toMatchObject({ kind: 'call.entered', call: 'sendall' });
    expect(causeOf(trace, 'URG')).toMatchObject({ kind: 'call.entered', call: 'send', detail: "b'ABC!', MSG_OOB" });
    expect(causeOf(trace, 'FIN')).toMatchObject({ kind: 'call.entered', call: 'close' });
    expect(causeOf(trace, 'RST')).toMatchObject({ kind: 'tcp.segment-delivered', to: 'server' });
  });

  test('sets ACK on every segment but the first of a connection', () => {
    const without = kinds(trace, 'tcp.segment-sent').filter((segment) => !hasFlag(segment, 'ACK'));
    expect(without.map(({ flags }) => flags)).toEqual(['SYN', 'SYN']);
  });

  test('sets PSH on the last segment of a call, and the receiver does not wait for it', () => {
    expect(segmentsOfOneCall(trace).map((segment) => hasFlag(segment, 'PSH'))).toEqual([false, true]);
    expect(readBeforePush(trace)?.bytes).toBeGreaterThan(0);
    expect(verdict(trace, 'psh-delivers')).toBe('half-right');
  });

  test('keeps the urgent byte apart from the stream', () => {
    const received = kinds(trace, 'call.returned')
      .filter(({ actor, call, result }) => actor === 'server' && call === 'recv' && !result.includes('x'))
      .map(({ result }) => result);
    expect(received).toEqual(["b'ABC'", "b'!'", "b''"]);
    expect(kinds(trace, 'call.entered').filter(({ detail }) => detail === '1, MSG_OOB').length).toBe(1);
  });

  test('ends a call that meets nobody by RST, and sends nothing again', () => {
    expect(firstWith(trace, 'RST')).toMatchObject({ from: 'server', sourcePort: 9001 });
    expect(errorOfReset(trace)?.error).toMatch(/^ConnectionRefusedError/);
    expect(afterReset(trace)).toEqual([]);
    expect(verdict(trace, 'rst-resend')).toBe('wrong');
    expect(verdict(trace, 'program-sets')).toBe('half-right');
    expect(answers(trace)).toEqual(['last', 'last', 'server-kernel']);
  });

  test('says of each segment which flags were set', () => {
    for (const language of ['en', 'zh'] as const)
      for (const flag of ['SYN', 'ACK', 'PSH', 'URG', 'FIN', 'RST']) {
        const segment = firstWith(trace, flag);
        expect(segment && sentenceOf(segment, { lab, trace, language })).toContain(flag);
      }
  });
});

test('SO_LINGER 0 makes close() set RST', async () => {
  const trace = await run({ rst: 'linger', pushIsLate: false });
  expect(causeOf(trace, 'RST')).toMatchObject({ kind: 'call.entered', actor: 'client', call: 'close' });
  expect(errorOfReset(trace)?.error).toMatch(/^ConnectionResetError/);
  expect(answers(trace)[2]).toBe('client');
  expect(verdict(trace, 'program-sets')).toBeUndefined();
});

test('SO_OOBINLINE leaves the urgent byte in the stream, where reading stops before it', async () => {
  const trace = await run({ isInline: true, pushIsLate: false });
  expect(urgentRead(trace)).toBeDefined();
  expect(kinds(trace, 'call.entered').filter(({ detail }) => detail === '1, MSG_OOB')).toEqual([]);
  expect(answers(trace)[1]).toBe('last');
});
