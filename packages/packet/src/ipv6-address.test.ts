import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToHex, hexToBytes } from './hex.ts';
import { parseIpv6Address, serializeIpv6Address } from './ipv6-address.ts';

test.each([
  ['20010db8000000000000000000000001', '2001:db8::1'],
  ['00000000000000000000000000000000', '::'],
  ['00000000000000000000000000000001', '::1'],
  ['fe800000000000000000000000000000', 'fe80::'],
  ['20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
  ['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1'],
  ['00000000000000000000ffff0a000001', '::ffff:10.0.0.1'],
])('%s is written %s', (hex, text) => {
  expect(serializeIpv6Address(hexToBytes(hex))).toBe(text);
  expect(bytesToHex(parseIpv6Address(text))).toBe(hex);
});

test('every address is read back', () => {
  const sparse = fc.array(fc.constantFrom(0, 0, 1, 0xff), { minLength: 16, maxLength: 16 });
  fc.assert(
    fc.property(sparse, (bytes) => {
      expect([...parseIpv6Address(serializeIpv6Address(Uint8Array.from(bytes)))]).toEqual(bytes);
    }),
  );
});

test.each([
  '',
  ':',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '12345::',
  'g::',
  '::1.2.3',
  '1:2:3:4::5:6:7:8',
  '::%eth0',
])('%j is no address', (text) => {
  expect(() => parseIpv6Address(text)).toThrow(RangeError);
});
