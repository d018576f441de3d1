// The laws that hold for the decoding of any bytes at all, and what fails first when a frame is cut.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryLayers } from '../fixtures/arbitrary-frame.ts';
import { frameAround, ipv4Layer, payloadLayer, tcpFrame } from '../fixtures/frame-around.ts';
import { realFrame, realFrameNames } from '../fixtures/real-frames.ts';
import { decodeFrame } from './decode-frame.ts';
import { describeFrame } from './describe-frame.ts';
import { encodeFrame } from './encode-frame.ts';
import { fieldAt } from './field-at.ts';
import type { Frame, Layer } from './frame.ts';
import { bytesToHex } from './hex.ts';
import type { Field } from './layer.ts';
import { faultOf } from './layer-of.ts';

const soundFrame = arbitraryLayers.map(encodeFrame);

/** A sound frame with some bytes changed, so that most of its headers are still found, and perhaps cut. */
const mutatedFrame = fc
  .tuple(
    soundFrame,
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 4 }),
    fc.option(fc.nat(), { nil: undefined }),
  )
  .map(([frame, changes, cut]) => {
    for (const [position, byte] of changes) frame[position % frame.length] = byte;
    return cut === undefined ? frame : frame.subarray(0, cut % (frame.length + 1));
  });

const anyBytes = fc.oneof(
  { arbitrary: fc.uint8Array({ maxLength: 120 }), weight: 1 },
  { arbitrary: mutatedFrame, weight: 4 },
);

describe('the layers of any bytes', { timeout: 120_000 }, () => {
  test('follow each other without gap or overlap, and so do their fields', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const { layers } = decodeFrame(bytes);
        const ends = layers.map(({ offset, length }) => offset + length);
        const isRow = layers.every(({ offset }, i) => offset === (ends[i - 1] ?? 0));
        return isRow && ends.at(-1) === bytes.length && layers.every(isFilledByFields);
      }),
      { numRuns: 5000 },
    );
  });

  test('never throw, are told in one line, and encode to the same bytes again', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const frame = decodeFrame(bytes);
        return /^\S.*$/.test(describeFrame(frame)) && bytesToHex(encodeFrame(frame.layers)) === bytesToHex(bytes);
      }),
      { numRuns: 25_000 },
    );
  });

  test('have fields with the value that stands in their bits', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) =>
        decodeFrame(bytes).layers.every(({ fields }) => fields.every((field) => standsIn(bytes, field))),
      ),
      { numRuns: 5000 },
    );
  });

  test('are found again from each of their bytes', () => {
    fc.assert(
      fc.property(anyBytes, (bytes) => {
        const frame = decodeFrame(bytes);
        return Array.from(bytes.keys()).every((byteOffset) => (fieldAt(frame, byteOffset)?.fields.length ?? 0) > 0);
      }),
      { numRuns: 500 },
    );
  });
});

/** The fields of a layer stay inside it, cover each of its bytes, share no bit, and have names of their own. */
function isFilledByFields(layer: Layer): boolean {
  const taken = new Uint8Array(layer.length);
  for (const { offset, length, bits } of layer.fields) {
    if (offset < layer.offset || offset + length > layer.offset + layer.length) return false;
    for (let i = 0; i < length; i++) {
      const mask = bits ? Math.floor(bits.mask / 256 ** (length - 1 - i)) & 0xff : 0xff;
      const at = offset - layer.offset + i;
      if (((taken[at] ?? 0) & mask) !== 0) return false;
      taken[at] = (taken[at] ?? 0) | mask;
    }
  }
  // In a header that is cut inside a byte that fields share, the last ones are missing.
  const isWhole = layer.protocol !== 'malformed' && layer.protocol !== 'excerpt';
  const hasOwnNames = new Set(layer.fields.map(({ name }) => name)).size === layer.fields.length;
  return hasOwnNames && taken.every((mask) => (isWhole ? mask === 0xff : mask > 0));
}

function standsIn(bytes: Uint8Array, { value, offset, length, bits }: Field): boolean {
  if (typeof value === 'string') return true;
  const raw = bytes.subarray(offset, offset + length).reduce((number, byte) => number * 256 + byte, 0);
  return value === (bits ? (raw & bits.mask) >>> bits.shift : raw);
}

describe('a frame that is cut', () => {
  test.each(realFrameNames)('%s: at any length it is marked, and whole it is sound', (name) => {
    const bytes = realFrame(name);
    const lengths = Array.from(bytes.keys());
    expect(lengths.filter((length) => faultOf(decodeFrame(bytes.subarray(0, length))) === undefined)).toEqual([]);
    expect(faultOf(decodeFrame(bytes))).toBeUndefined();
  });

  test('keeps the fields before the cut', () => {
    const layer = decodeFrame(tcpFrame().subarray(0, 44)).layers.at(-1);
    expect(layer).toMatchObject({
      protocol: 'malformed',
      malformed: 'the header needs 20 bytes, 10 are there',
      header: { expected: 'tcp' },
    });
    expect(layer?.fields.map(({ name }) => name)).toEqual(['source-port', 'destination-port', 'sequence', 'data']);
  });

  test('leaves checksums over missing bytes unverified', () => {
    const frame = decodeFrame(tcpFrame({}, 'hello').subarray(0, 56));
    expect(checksOf(frame)).toEqual([
      ['ipv4', 'correct'],
      ['tcp', 'unverified'],
    ]);
  });
});

test('a sound frame has no fault and only correct checksums', () => {
  fc.assert(
    fc.property(soundFrame, (bytes) => {
      const frame = decodeFrame(bytes);
      expect(faultOf(frame)).toBeUndefined();
      expect(checksOf(frame).filter(([, check]) => check !== 'correct')).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

function checksOf(frame: Frame): readonly (readonly [string, string | undefined])[] {
  return frame.layers.flatMap(({ protocol, fields }) =>
    fields.filter(({ check }) => check).map(({ check }) => [protocol, check] as const),
  );
}

test('what no protocol here knows is payload', () => {
  const layers = (bytes: Uint8Array): readonly string[] => decodeFrame(bytes).layers.map(({ protocol }) => protocol);
  expect(layers(frameAround(ipv4Layer({ protocol: 132 }), payloadLayer('chunk')))).toEqual([
    'ethernet',
    'ipv4',
    'payload',
  ]);
  expect(layers(frameAround(payloadLayer('llc')))).toEqual(['ethernet', 'payload']);
});

test('bytes after the end of a packet are padding, and no part of what its checksums cover', () => {
  const bytes = new Uint8Array([...tcpFrame(), 1, 2, 3, 4, 5, 6]);
  const frame = decodeFrame(bytes);
  expect(frame.layers.map(({ protocol, length }) => [protocol, length])).toEqual([
    ['ethernet', 14],
    ['ipv4', 20],
    ['tcp', 20],
    ['padding', 6],
  ]);
  expect(checksOf(frame).map(([, check]) => check)).toEqual(['correct', 'correct']);
});

test('a frame of nothing but nested tags is decoded too', () => {
  const tags = new Uint8Array(60_000).map((_, i) => (i % 4 === 0 ? 0x81 : 0));
  expect(decodeFrame(tags).layers.length).toBeGreaterThan(14_000);
});
