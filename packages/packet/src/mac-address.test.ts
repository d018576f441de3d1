import { expect, test } from 'vitest';
import { parseMacAddress, serializeMacAddress } from './mac-address.ts';

test('a MAC address is six pairs of hex digits', () => {
  const bytes = new Uint8Array([2, 0, 0, 0xfe, 0, 0x0a]);
  expect(serializeMacAddress(bytes)).toBe('02:00:00:fe:00:0a');
  expect(parseMacAddress('02:00:00:FE:00:0a')).toEqual(bytes);
});

test.each(['', '02:00:00:00:00', '02:00:00:00:00:0g', '020000000001', '2:0:0:0:0:1', '02:00:00:00:00:01:02'])(
  '%j is refused',
  (text) => {
    expect(() => parseMacAddress(text)).toThrow(RangeError);
  },
);
