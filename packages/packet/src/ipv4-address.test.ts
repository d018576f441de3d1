import { expect, test } from 'vitest';
import { parseIpv4Address, serializeIpv4Address } from './ipv4-address.ts';

test('an IPv4 address is four decimal numbers', () => {
  const bytes = new Uint8Array([10, 0, 255, 1]);
  expect(serializeIpv4Address(bytes)).toBe('10.0.255.1');
  expect(parseIpv4Address('10.0.255.1')).toEqual(bytes);
});

test.each(['', '10.0.0', '10.0.0.256', '10.0.0.01', '10.0.0.-1', '10.0.0.1.2', '10.0.0.a', ' 10.0.0.1'])(
  '%j is refused',
  (text) => {
    expect(() => parseIpv4Address(text)).toThrow(RangeError);
  },
);
