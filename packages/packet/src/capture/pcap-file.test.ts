import { expect, test } from 'vitest';
import { bytesToHex } from '../hex.ts';
import { pcapFile } from './pcap-file.ts';

test('a pcap file has its header and then each frame with its time', () => {
  const file = pcapFile([
    { timeNs: 1_000_000_002n, bytes: new Uint8Array([0xaa, 0xbb]) },
    { timeNs: 4_294_967_295_999_999_999n, bytes: new Uint8Array([0xcc]) },
  ]);
  const header = '4d3cb2a1' + '02000400' + '00000000' + '00000000' + '00000400' + '01000000';
  const first = '01000000' + '02000000' + '02000000' + '02000000' + 'aabb';
  const second = 'ffffffff' + 'ffc99a3b' + '01000000' + '01000000' + 'cc';
  expect(bytesToHex(file)).toBe(header + first + second);
});

test.each([-1n, 4_294_967_296_000_000_000n])('the time %d ns is refused', (timeNs) => {
  expect(() => pcapFile([{ timeNs, bytes: new Uint8Array(1) }])).toThrow(RangeError);
});
