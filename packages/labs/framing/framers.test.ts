import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asciiOf, concatenated, packUint32 } from './bytes.ts';
import { createFramer, FRAMINGS, type Framed, type Framing, MOST_BYTES } from './framers.ts';
import { bytesOf, encode, LIES, MESSAGES, type SentFraming } from './messages.ts';
import { sha256 } from './sha-256.ts';

/** All framings in which a message has an end. */
const FRAMED = FRAMINGS.filter((framing) => framing !== 'none');
const sentAs = (framing: Framing): SentFraming => (framing === 'unchecked' ? 'digits' : framing);

const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '0', '-', '\u0000', '\u00ff'), maxLength: 40 });
const line = fc.string({ unit: fc.constantFrom('a', 'b', '0', '-'), maxLength: 40 });

function streamOf(framing: Framing, texts: readonly string[]): Uint8Array {
  return concatenated(...texts.map((one) => wrapped(framing, asciiOf(one))));
}

function wrapped(framing: Framing, payload: Uint8Array): Uint8Array {
  switch (framing) {
    case 'none':
      return payload;
    case 'newline':
      return concatenated(payload, asciiOf('\n'));
    case 'digits':
    case 'unchecked':
      return concatenated(asciiOf(String(payload.length).padStart(8, '0')), payload);
    case 'bytes':
      return concatenated(packUint32(payload.length), payload);
    case 'json': {
      const header = asciiOf(JSON.stringify({ name: 'x', size: payload.length, sha256: sha256(payload) }));
      return concatenated(packUint32(header.length), header, payload);
    }
  }
}

function decode(framing: Framing, stream: Uint8Array, cuts: readonly number[]): readonly Framed[] {
  const framer = createFramer(framing);
  const ends = [...new Set([...cuts.map((cut) => cut % (stream.length + 1)), stream.length])].sort((a, b) => a - b);
  let from = 0;
  return ends.flatMap((to) => {
    const framed = framer.feed(stream.subarray(from, to));
    from = to;
    return framed;
  });
}

const textsOf = (framed: readonly Framed[]) => framed.map((one) => (one.kind === 'message' ? one.text : one.reason));

describe.each(FRAMED)('the framer %s', (framing) => {
  const texts = fc.array(framing === 'newline' ? line : text, { maxLength: 6 });
  const cuts = fc.array(fc.nat(400), { maxLength: 30 });

  test('finds the messages that were sent, wherever the stream is cut', () => {
    fc.assert(
      fc.property(texts, cuts, (sent, where) => {
        const framed = decode(framing, streamOf(framing, sent), where);
        expect(textsOf(framed)).toEqual(sent.map((one) => (framing === 'json' ? `x: ${one}` : one)));
      }),
    );
  });

  test('gives each byte to one message', () => {
    fc.assert(
      fc.property(texts, cuts, (sent, where) => {
        const stream = streamOf(framing, sent);
        let end = 0;
        for (const framed of decode(framing, stream, where)) {
          expect(framed).toMatchObject({ kind: 'message', first: end });
          end += framed.kind === 'message' ? framed.length : 0;
        }
        expect(end).toBe(stream.length);
      }),
    );
  });

  test('says the same of any bytes, wherever they are cut, and never throws', () => {
    const mutation = fc.record({ place: fc.nat(400), byte: fc.nat(255) });
    fc.assert(
      fc.property(texts, fc.array(mutation, { minLength: 1, maxLength: 8 }), cuts, (sent, mutations, where) => {
        const stream = streamOf(framing, sent);
        for (const { place, byte } of mutations) if (stream.length > 0) stream[place % stream.length] = byte;
        const whole = decode(framing, stream, []);
        expect(decode(framing, stream, where)).toEqual(whole);
        expect(whole.filter(({ kind }) => kind === 'refused').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  test('never throws, whatever it is fed', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 8 }), (chunks) => {
        const framer = createFramer(framing);
        for (const chunk of chunks) framer.feed(chunk);
      }),
      { numRuns: 300 },
    );
  });

  test('says nothing more after a refusal', () => {
    const framer = createFramer(framing);
    const refused = framer.feed(asciiOf('x'.repeat(MOST_BYTES + 1)));
    expect(refused.map(({ kind }) => kind)).toEqual(['refused']);
    expect(framer.feed(streamOf(framing, ['hello']))).toEqual([]);
  });
});

test('without framing, what comes out is what recv() has cut', () => {
  const stream = streamOf('none', ['hello', 'world']);
  expect(textsOf(decode('none', stream, [3]))).toEqual(['hel', 'loworld']);
  expect(textsOf(decode('none', stream, [5]))).toEqual(['hello', 'world']);
});

test('the messages of the lab come out as they are sent, but for the newline inside one', () => {
  const texts = MESSAGES.map((message) => message.text);
  for (const framing of FRAMED) {
    const stream = concatenated(...texts.map((_, index) => bytesOf(encode(sentAs(framing), index, 'none'))));
    const found = textsOf(decode(framing, stream, [])).map((one) => one.replace(/^\d\.txt: /, ''));
    expect(found).toEqual(framing === 'newline' ? texts.flatMap((one) => one.split('\n')) : texts);
  }
});

describe('a header that lies', () => {
  const last = (framing: Framing, lie: (typeof LIES)[number]) => {
    const stream = concatenated(...MESSAGES.map((_, index) => bytesOf(encode(sentAs(framing), index, lie))));
    const framed = decode(framing, stream, []).slice(3);
    return framed.map((one) => (one.kind === 'message' ? one.text : `refused: ${one.reason}`));
  };

  test.each([
    ['digits', 'negative', ['refused: negative length: -0000005']],
    ['digits', 'not-a-number', ['refused: not a number: 0000five']],
    ['digits', 'huge', ['refused: too long: 99999999 bytes']],
    ['bytes', 'negative', ['refused: too long: 4294967291 bytes']],
    ['bytes', 'not-a-number', ['refused: too long: 1718187621 bytes']],
    ['bytes', 'huge', ['refused: too long: 4294967295 bytes']],
    ['json', 'negative', ['refused: negative length: -5']],
    ['json', 'not-a-number', ['refused: not a number: "five"']],
    ['json', 'huge', ['refused: too long: 10737418240 bytes']],
    ['json', 'shorter', ['refused: wrong digest: 4.txt']],
    ['json', 'corrupted', ['refused: wrong digest: 4.txt']],
  ] as const)('is refused by %s when it is %s', (framing, lie, expected) => {
    expect(last(framing, lie)).toEqual(expected);
  });

  test.each([
    ['unchecked', 'negative', ['', 'refused: ValueError in int(): forty by']],
    ['unchecked', 'huge', []],
    ['digits', 'shorter', ['forty bytes, more than one recv() t', 'refused: not a number: akes.000']],
    ['digits', 'longer', []],
    ['bytes', 'longer', []],
    ['bytes', 'corrupted', ['fOrty bytes, more than one recv() takes.', 'bye']],
  ] as const)('is believed by %s when it is %s', (framing, lie, expected) => {
    expect(last(framing, lie)).toEqual(expected);
  });
});
