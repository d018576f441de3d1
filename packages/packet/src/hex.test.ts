import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToHex, hexNumber, hexToBytes } from './hex.ts';

test('bytes become two lower-case digits each', () => {
  expect(bytesToHex(new Uint8Array([0, 1, 0xab, 255]))).toBe('0001abff');
  expect(bytesToHex(new Uint8Array([0, 1, 0xab]), ' ')).toBe('00 01 ab');
  expect(bytesToHex(new Uint8Array())).toBe('');
});

test('hex and bytes are each other’s inverse', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes);
    }),
  );
});

test('upper-case hex is read', () => {
  expect(hexToBytes('ABff')).toEqual(new Uint8Array([0xab, 0xff]));
});

test.each(['0', 'abc', '0g', ' 0', '0x', '12 34', '-1', '1.', '٣٣'])('%j is refused', (text) => {
  expect(() => hexToBytes(text)).toThrow(RangeError);
});

test('a number is padded with zeros', () => {
  expect(hexNumber(18, 4)).toBe('0x0012');
});
