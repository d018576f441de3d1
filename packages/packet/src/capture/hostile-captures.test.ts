// Whatever the bytes, reading ends in a capture or in an error that names a byte of the file, in time and memory that the
// file's own size bounds.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  block,
  interfaceBlock,
  joined,
  option,
  packetBlock,
  sectionHeader,
  uint32,
} from '../../fixtures/capture-bytes.ts';
import { tcpFrame } from '../../fixtures/frame-around.ts';
import { realFrame, realFrameNames } from '../../fixtures/real-frames.ts';
import { decodeFrame } from '../decode-frame.ts';
import { linkTypeOf } from '../link-type.ts';
import type { Capture } from './capture.ts';
import { CaptureError } from './capture-error.ts';
import { pcapFile } from './pcap-file.ts';
import { pcapngFile } from './pcapng-file.ts';
import { readCapture } from './read-capture.ts';

const big = { little: false };
const comment = option(1, new TextEncoder().encode('a comment'), big);

const seeds: readonly Uint8Array[] = [
  pcapFile(realFrameNames.slice(0, 4).map((name) => ({ timeNs: 1n, bytes: realFrame(name) }))),
  pcapngFile({
    interfaces: [{ name: 'client' }, { name: 'server', linkType: 113 }],
    packets: [0, 1, 0].map((on) => ({
      interface: on,
      timeNs: 5n,
      bytes: tcpFrame(),
      comments: ['step 1', 'and more'],
    })),
    comments: ['all of it'],
  }),
  joined(
    sectionHeader(big, comment),
    interfaceBlock(big, 1, joined(option(9, [9], big), option(14, new Uint8Array(8), big))),
    packetBlock(big, { options: joined(comment, comment) }),
    block(3, joined(uint32(4, big), [1, 2, 3, 4]), big),
    block(0x0bad, new Uint8Array(8), big),
    packetBlock(big, { bytes: tcpFrame() }),
  ),
];

/** Numbers that lengths, counts and types are most often got wrong by. */
const telling = fc.constantFrom(0, 1, 3, 4, 12, 0x0a, 0x0d, 0x7f, 0x80, 0xff);

const mutated = fc
  .record({
    seed: fc.constantFrom(...seeds),
    changes: fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(255), telling)), { maxLength: 5 }),
    cut: fc.option(fc.nat(), { nil: undefined, freq: 3 }),
    repeated: fc.option(fc.tuple(fc.nat(), fc.nat(64)), { nil: undefined, freq: 3 }),
  })
  .map(({ seed, changes, cut, repeated }) => {
    const bytes = seed.slice();
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
    const whole = cut === undefined ? bytes : bytes.subarray(0, cut % (bytes.length + 1));
    if (!repeated) return whole;
    const at = repeated[0] % (whole.length + 1);
    return joined(whole.subarray(0, at), whole.subarray(Math.max(0, at - repeated[1])));
  });

function outcomeOf(bytes: Uint8Array): Capture | CaptureError {
  try {
    return readCapture(bytes, { mostPackets: 100 });
  } catch (error) {
    if (error instanceof CaptureError) return error;
    throw error;
  }
}

/** Each of them stands for at least so many bytes of the file. */
function isBoundedBy(bytes: Uint8Array, { packets, leftOut, interfaces, comments }: Capture): boolean {
  const things = packets.length + leftOut + interfaces.length;
  const texts = comments.length + packets.reduce((sum, packet) => sum + packet.comments.length, 0);
  const isInside = packets.every(
    (packet) => packet.bytes.buffer === bytes.buffer && packet.offset + packet.bytes.length <= bytes.length,
  );
  return things * 12 + texts * 4 <= bytes.length && packets.length <= 100 && isInside;
}

function isSound(bytes: Uint8Array): boolean {
  const outcome = outcomeOf(bytes);
  if (!(outcome instanceof CaptureError)) return isBoundedBy(bytes, outcome);
  return (
    outcome.offset >= 0 && outcome.offset <= bytes.length && outcome.message.startsWith(`byte ${outcome.offset}: `)
  );
}

describe('a capture file', { timeout: 120_000 }, () => {
  test('changed anywhere is a capture or an error that names a byte of it', () => {
    fc.assert(fc.property(mutated, isSound), { numRuns: 20_000 });
  });

  test('of any bytes is one too', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), isSound), { numRuns: 2000 });
  });

  test('cut anywhere but between two records is an error', () => {
    for (const seed of seeds) {
      const ends = new Set<number>([seed.length]);
      for (let end = 0; end < seed.length; end++)
        if (!(outcomeOf(seed.subarray(0, end)) instanceof CaptureError)) ends.add(end);
      expect(ends.size).toBeLessThanOrEqual(8);
    }
  });

  test('gives packets that can be decoded', () => {
    fc.assert(
      fc.property(mutated, (bytes) => {
        const outcome = outcomeOf(bytes);
        if (outcome instanceof CaptureError) return;
        for (const packet of outcome.packets)
          decodeFrame(packet.bytes, linkTypeOf(outcome.interfaces[packet.interface]?.linkType ?? 1));
      }),
      { numRuns: 3000 },
    );
  });
});

test('a file of nothing but the smallest records is kept within the limit', () => {
  const empty = pcapFile([]);
  const file = new Uint8Array(empty.length + 16 * 100_000);
  file.set(empty);
  expect(readCapture(file, { mostPackets: 10 })).toMatchObject({ packets: { length: 10 }, leftOut: 99_990 });
});

test('a file of nothing but interfaces is refused at the limit', () => {
  const file = joined(sectionHeader(big), ...Array.from({ length: 12 }, () => interfaceBlock(big)));
  expect(() => readCapture(file, { mostInterfaces: 10 })).toThrow('byte 236: at most 10 interfaces are read');
});
