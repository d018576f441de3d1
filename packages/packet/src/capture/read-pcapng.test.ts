import { describe, expect, test } from 'vitest';
import {
  type ByteOrder,
  block,
  interfaceBlock,
  joined,
  option,
  packetBlock,
  sectionHeader,
  uint16,
  uint32,
} from '../../fixtures/capture-bytes.ts';
import { CaptureError } from './capture-error.ts';
import { readCapture } from './read-capture.ts';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const little: ByteOrder = { little: true };
const big: ByteOrder = { little: false };

describe.each([little, big])('in the byte order %j', (order) => {
  test('a packet is read with its interface, time and comments', () => {
    const options = joined(
      option(1, text('first'), order),
      option(2, [0, 0, 0, 0], order),
      option(1, text('二'), order),
    );
    const file = joined(
      sectionHeader(order, option(1, text('of the file'), order)),
      interfaceBlock(order, 1, joined(option(2, text('eth0'), order), option(3, text('a wire'), order))),
      packetBlock(order, { units: 2n ** 32n + 5n, options: joined(options, option(0, [], order)) }),
    );
    expect(readCapture(file)).toEqual({
      format: 'pcapng',
      interfaces: [{ name: 'eth0', description: 'a wire', linkType: 1 }],
      packets: [
        {
          interface: 0,
          timeNs: (2n ** 32n + 5n) * 1000n,
          bytes: Uint8Array.of(1, 2, 3),
          originalLength: 103,
          comments: ['first', '二'],
          offset: file.length - packetBlock(order, { options: joined(options, option(0, [], order)) }).length,
        },
      ],
      leftOut: 0,
      comments: ['of the file'],
    });
  });

  test.each([
    [9, 7n, 7n],
    [3, 7n, 7_000_000n],
    [12, 7_999n, 7n],
    [0, 7n, 7_000_000_000n],
    [0x80 | 10, 512n, 500_000_000n],
    [127, 7n, 0n],
  ])('a resolution of %i turns %d units into %d ns', (resolution, units, timeNs) => {
    const file = joined(
      sectionHeader(order),
      interfaceBlock(order, 1, option(9, [resolution], order)),
      packetBlock(order, { units }),
    );
    expect(readCapture(file).packets[0]?.timeNs).toBe(timeNs);
  });

  test('an offset of seconds counts', () => {
    const high = uint32(0, order);
    const low = uint32(3, order);
    const offset = option(14, order.little ? joined(low, high) : joined(high, low), order);
    const file = joined(sectionHeader(order), interfaceBlock(order, 1, offset), packetBlock(order, { units: 1n }));
    expect(readCapture(file).packets[0]?.timeNs).toBe(3_000_001_000n);
  });

  test('a simple packet has no time, and no more bytes than the snap length', () => {
    const simple = block(3, joined(uint32(100, order), [1, 2, 3, 4]), order);
    const file = joined(sectionHeader(order), interfaceBlock(order, 1, undefined, 4), simple);
    expect(readCapture(file).packets).toMatchObject([
      { interface: 0, bytes: Uint8Array.of(1, 2, 3, 4), originalLength: 100 },
    ]);
    expect(readCapture(file).packets[0]).not.toHaveProperty('timeNs');
  });

  test('the older packet block is read too', () => {
    const head = joined(uint16(0, order), uint16(3, order), uint32(0, order), uint32(9, order));
    const old = block(2, joined(head, uint32(1, order), uint32(1, order), [7, 0, 0, 0]), order);
    const file = joined(sectionHeader(order), interfaceBlock(order), old);
    expect(readCapture(file).packets).toMatchObject([{ timeNs: 9000n, bytes: Uint8Array.of(7) }]);
  });

  test('blocks that are not known are stepped over', () => {
    const unknown = block(0x0bad, joined(uint32(0xffffffff, order)), order);
    const file = joined(sectionHeader(order), unknown, interfaceBlock(order), unknown, packetBlock(order), unknown);
    expect(readCapture(file).packets.length).toBe(1);
  });
});

test('each section has its own byte order and counts its own interfaces', () => {
  const file = joined(
    sectionHeader(little),
    interfaceBlock(little, 1, option(2, text('a'), little)),
    packetBlock(little),
    sectionHeader(big),
    interfaceBlock(big, 113, option(2, text('b'), big)),
    interfaceBlock(big, 101, option(2, text('c'), big)),
    packetBlock(big, { on: 1 }),
  );
  const { interfaces, packets } = readCapture(file);
  expect(interfaces.map(({ name, linkType }) => [name, linkType])).toEqual([
    ['a', 1],
    ['b', 113],
    ['c', 101],
  ]);
  expect(packets.map((packet) => packet.interface)).toEqual([0, 2]);
});

test('packets beyond the most are counted, not kept', () => {
  const file = joined(sectionHeader(little), interfaceBlock(little), packetBlock(little), packetBlock(little));
  expect(readCapture(file, { mostPackets: 1 })).toMatchObject({ packets: [{ interface: 0 }], leftOut: 1 });
});

const start = joined(sectionHeader(little), interfaceBlock(little));

test.each<readonly [string, Uint8Array, number, string]>([
  ['no packet without an interface', joined(sectionHeader(little), packetBlock(little)), 36, 'described 0'],
  ['no simple packet either', joined(sectionHeader(little), block(3, uint32(0, little), little)), 28, 'described 0'],
  ['a block cut short', joined(start, packetBlock(little).subarray(0, 30)), 52, '36 bytes, 30 are there'],
  ['a stub of a block', joined(start, [1, 2, 3]), 48, 'at least 12 bytes, 3 are there'],
  ['a length below 12', joined(start, uint32(9, little), uint32(8, little), new Uint8Array(8)), 52, 'says 8'],
  ['a length of 13', joined(start, uint32(9, little), uint32(13, little), new Uint8Array(8)), 52, 'says 13'],
  [
    'a length of 4 GB',
    joined(start, uint32(9, little), uint32(0xfffffffc, little), new Uint8Array(8)),
    52,
    '4294967292 bytes, 16 are there',
  ],
  [
    'two lengths',
    joined(start, uint32(9, little), uint32(16, little), new Uint8Array(8)),
    60,
    'is 0, that at its start 16',
  ],
  [
    'a packet longer than its block',
    joined(start, block(6, joined(new Uint8Array(12), uint32(9, little), uint32(9, little), [1]), little)),
    76,
    'a packet takes 9 bytes, 4 are there',
  ],
  [
    'an option longer than its block',
    joined(
      start,
      packetBlock(little, { bytes: new Uint8Array(4), options: joined(uint16(1, little), uint16(400, little)) }),
    ),
    84,
    'the value of an option takes 400 bytes, 0 are there',
  ],
  [
    'another magic',
    joined(uint32(0x0a0d0d0a, big), uint32(28, little), uint32(7, big), new Uint8Array(16)),
    8,
    '1a2b3c4d, not 07000000',
  ],
  [
    'version 2',
    joined(sectionHeader(little).subarray(0, 12), uint16(2, little), sectionHeader(little).subarray(14)),
    12,
    'this one says 2',
  ],
])('%s is refused with the byte where it is', (_, file, offset, words) => {
  expect.assertions(3);
  try {
    readCapture(file);
  } catch (error) {
    expect(error).toBeInstanceOf(CaptureError);
    expect((error as CaptureError).offset).toBe(offset);
    expect((error as CaptureError).message).toContain(words);
  }
});
