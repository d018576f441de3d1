import { expect, test } from 'vitest';
import { type ByteOrder, joined, uint16, uint32 } from '../../fixtures/capture-bytes.ts';
import { pcapFile } from './pcap-file.ts';
import { readCapture } from './read-capture.ts';

function pcap(order: ByteOrder, magic: number, linkType = 1): Uint8Array {
  const version = joined(uint16(2, order), uint16(4, order));
  return joined(uint32(magic, order), version, new Uint8Array(8), uint32(65535, order), uint32(linkType, order));
}

function record(order: ByteOrder, bytes: readonly number[]): Uint8Array {
  return joined(uint32(1, order), uint32(2, order), uint32(bytes.length, order), uint32(60, order), bytes);
}

test.each([
  [true, 0xa1b2c3d4, 1_000_002_000n],
  [false, 0xa1b2c3d4, 1_000_002_000n],
  [true, 0xa1b23c4d, 1_000_000_002n],
  [false, 0xa1b23c4d, 1_000_000_002n],
])('little-endian %s, magic %i: the time of a packet is %d ns', (little, magic, timeNs) => {
  const order = { little };
  expect(readCapture(joined(pcap(order, magic, 113), record(order, [1, 2])))).toEqual({
    format: 'pcap',
    interfaces: [{ linkType: 113 }],
    packets: [{ interface: 0, timeNs, bytes: Uint8Array.of(1, 2), originalLength: 60, comments: [], offset: 24 }],
    leftOut: 0,
    comments: [],
  });
});

test('what is written is read', () => {
  const frames = [1n, 4_294_967_295_999_999_999n].map((timeNs, i) => ({ timeNs, bytes: new Uint8Array(i) }));
  expect(readCapture(pcapFile(frames)).packets).toMatchObject(frames);
});

const order = { little: true };
const start = pcap(order, 0xa1b2c3d4);

test.each<readonly [string, Uint8Array, string]>([
  [
    'nothing',
    new Uint8Array(0),
    'byte 0: a pcapng file begins with 0a 0d 0d 0a, a pcap file with a1 b2 c3 d4 or its like, this one with nothing',
  ],
  [
    'a zip',
    Uint8Array.of(0x50, 0x4b, 3, 4, 5),
    'byte 0: a pcapng file begins with 0a 0d 0d 0a, a pcap file with a1 b2 c3 d4 or its like, this one with 50 4b 03 04',
  ],
  ['half a header', start.subarray(0, 12), 'byte 0: the header of a pcap file takes 24 bytes, 12 are there'],
  [
    'version 1',
    joined(start.subarray(0, 4), uint16(1, order), start.subarray(6)),
    'byte 4: the version of a pcap file is 2, this one says 1',
  ],
  [
    'half a record',
    joined(start, record(order, []).subarray(0, 10)),
    'byte 32: the length of a packet takes 4 bytes, 2 are there',
  ],
  [
    'a packet cut short',
    joined(start, record(order, [1, 2, 3]).subarray(0, 17)),
    'byte 40: a packet takes 3 bytes, 1 is there',
  ],
])('%s is refused with the byte where it is', (_, file, message) => {
  expect(() => readCapture(file)).toThrow(message);
});

test('a length of 4 GB costs nothing', () => {
  const huge = joined(start, uint32(0, order), uint32(0, order), uint32(0xffffffff, order), uint32(0, order));
  expect(() => readCapture(huge)).toThrow('byte 40: a packet takes 4294967295 bytes, 0 are there');
});
