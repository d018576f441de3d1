import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksumLook, expectedChecksum, internetChecksum } from './checksum.ts';
import { hexToBytes } from './hex.ts';

test('the example of RFC 1071 §3 sums up to ddf2', () => {
  expect(internetChecksum(hexToBytes('0001f203f4f5f6f7'))).toBe(~0xddf2 & 0xffff);
});

test('an odd last byte counts as the high half of a word', () => {
  expect(internetChecksum(hexToBytes('01'))).toBe(internetChecksum(hexToBytes('0100')));
});

test('a packet with its expected checksum sums up to zero', () => {
  const packets = fc.uint8Array({ minLength: 8, maxLength: 60 });
  fc.assert(
    fc.property(packets, (packet) => {
      new DataView(packet.buffer, packet.byteOffset).setUint16(2, expectedChecksum(packet, 2));
      expect(internetChecksum(packet)).toBe(0);
    }),
  );
});

test('a checksum that does not fit is shown with the one that would', () => {
  const look = checksumLook(0x1234);
  expect([look.check(0x1234), look.show(0x1234)]).toEqual(['correct', '0x1234']);
  expect([look.check(1), look.show(1)]).toEqual(['wrong', '0x0001, should be 0x1234']);
});

test('both zeros of one’s complement are the same checksum', () => {
  expect(checksumLook(0).check(0xffff)).toBe('correct');
  expect(checksumLook(0xffff).check(0)).toBe('correct');
});

test('without knowing what to expect a checksum is unverified', () => {
  const look = checksumLook(undefined);
  expect([look.check(1), look.show(1)]).toEqual(['unverified', '0x0001']);
});
