import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { KnobValues, Trace } from '@lockstep/trace';
import { describe, expect, test } from 'vitest';
import { kinds } from '../_testing/kinds.ts';
import { runLab } from '../_testing/run-lab.ts';
import lab from './lab.ts';
import { bytesOf, encode, MESSAGES } from './messages.ts';
import { firstFalse, isPerfect, refusalOf, splitHeader, stuckSince } from './readings.ts';

const run = (knobs: KnobValues = {}) => runLab('framing', { mode: 'free', knobs });

const textsOf = (trace: Trace) => kinds(trace, 'message.decoded').map(({ text }) => text);
const answers = (trace: Trace) => lab.predictions.map((prediction) => prediction.answer(trace)?.choice);
const verdicts = (trace: Trace) => lab.claims.map((claim) => claim.verdict(trace)?.judgement);
const reasonOf = (trace: Trace) => kinds(trace, 'run.ended')[0]?.reason;

describe('a length of 8 digits, read 10 bytes at a time', async () => {
  const trace = await run();

  test('brings each message out as it was sent, the empty one and the long one too', () => {
    expect(textsOf(trace)).toEqual(['hello', 'two↵lines', '', 'forty bytes, more than one recv() takes.', 'bye']);
    expect(isPerfect(trace)).toBe(true);
    expect(answers(trace)).toEqual(['keeps', 'five', 'not-here']);
    expect(verdicts(trace)).toEqual([undefined, 'right']);
  });

  test('has a header in two pieces, and a message in several', () => {
    const split = splitHeader(trace);
    expect(split?.message).toMatchObject({ number: 2, first: 13 });
    const decoded = kinds(trace, 'message.decoded').find(({ number }) => number === 2);
    expect(decoded?.seq).toBeGreaterThan(split?.seq ?? Number.POSITIVE_INFINITY);
    expect(lab.moments.find(({ id }) => id === 'assembled')?.find(trace)).toBeDefined();
  });

  test('ends when the client says that it has heard the last word', () => {
    expect(kinds(trace, 'call.returned').at(-1)).toMatchObject({ call: 'close' });
    expect(
      kinds(trace, 'call.returned').find(({ actor, call }) => actor === 'server' && call === 'recv'),
    ).toMatchObject({ result: "b'ok'" });
    expect(reasonOf(trace)).toBe('finished');
  });
});

test.each(['bytes', 'json'])('%s does the same in its own way', async (framing) => {
  const trace = await run({ framing });
  expect(isPerfect(trace)).toBe(true);
  expect(splitHeader(trace)).toBeDefined();
});

test('a delimiter inside a message makes two of it', async () => {
  const trace = await run({ framing: 'newline' });
  expect(textsOf(trace).slice(0, 4)).toEqual(['hello', 'two', 'lines', '']);
  expect(answers(trace)).toEqual(['not-here', 'more', 'not-here']);
  expect(verdicts(trace)).toEqual(['half-right', undefined]);
});

test('without framing messages are what recv() cuts', async () => {
  const trace = await run({ framing: 'none' });
  expect(textsOf(trace)[0]).toBe('hellotwo↵l');
  expect(firstFalse(trace)).toBeDefined();
});

describe('a header that lies', () => {
  test.each([
    ['digits', 'negative', 'negative length: -0000005'],
    ['bytes', 'huge', 'too long: 4294967295 bytes'],
    ['json', 'corrupted', 'wrong digest: 4.txt'],
  ])('is refused by %s when it is %s', async (framing, lie, reason) => {
    const trace = await run({ framing, lie });
    expect(refusalOf(trace)?.reason).toBe(reason);
    expect(textsOf(trace)).toHaveLength(3);
    expect(firstFalse(trace)).toBeUndefined();
    expect(answers(trace)[2]).toBe('refused');
    expect(verdicts(trace)[1]).toBe('half-right');
  });

  test('is believed by a reader that does not check', async () => {
    const trace = await run({ decoder: 'unchecked', lie: 'negative' });
    expect(textsOf(trace)).toEqual(['hello', 'two↵lines', '', '']);
    expect(answers(trace)[2]).toBe('silent');
    expect(verdicts(trace)[1]).toBe('wrong');
  });

  test.each(['digits', 'bytes'])('and only says too much lets %s wait for ever', async (framing) => {
    const trace = await run({ framing, lie: 'longer' });
    expect(reasonOf(trace)).toBe('deadlock');
    expect(stuckSince(trace)).toMatchObject({ actor: 'client', call: 'recv' });
    expect(answers(trace)[2]).toBe('waits');
    expect(verdicts(trace)[1]).toBe('wrong');
  });

  test('lies about nothing where no length is sent', async () => {
    const trace = await run({ framing: 'newline', lie: 'huge' });
    expect(answers(trace)[2]).toBe('harmless');
  });
});

test.skipIf(spawnSync('python3', ['--version']).status !== 0)(
  'program.py puts the same bytes around each message, and takes them off again (needs python3)',
  () => {
    const script = [
      'import json, sys',
      'sys.path.insert(0, sys.argv[1])',
      'import program as p',
      'out = {}',
      'for name in ("newline", "digits", "bytes"):',
      '    stream = b"".join(map(getattr(p, "encode_" + name), p.MESSAGES))',
      '    unused, found, take = b"", [], getattr(p, "take_" + name)',
      '    for byte in stream:',
      '        unused += bytes([byte])',
      '        while taken := take(unused):',
      '            found.append(taken[0].decode()); unused = taken[1]',
      '    out[name] = {"stream": stream.hex(), "found": found}',
      'print(json.dumps(out))',
    ].join('\n');
    const folder = fileURLToPath(new URL('.', import.meta.url));
    const told = JSON.parse(execFileSync('python3', ['-B', '-c', script, folder]).toString()) as Record<
      string,
      { stream: string; found: string[] }
    >;
    for (const framing of ['newline', 'digits', 'bytes'] as const) {
      const stream = MESSAGES.map((_, index) => Buffer.from(bytesOf(encode(framing, index, 'none'))).toString('hex'));
      expect(told[framing]?.stream).toBe(stream.join(''));
      const texts = MESSAGES.map(({ text }) => text);
      expect(told[framing]?.found).toEqual(framing === 'newline' ? texts.flatMap((one) => one.split('\n')) : texts);
    }
  },
);
