import { expect, test } from 'vitest';
import { createAddressLimit, networkOf } from './address-limit.ts';

test('one address uses up its own share and no other', () => {
  const mayCome = createAddressLimit({ burst: 2, perSecond: 0 });
  expect(['10.0.0.1', '10.0.0.1', '10.0.0.1'].map(mayCome)).toEqual([true, true, false]);
  expect(mayCome('10.0.0.2')).toBe(true);
});

test.each([
  ['127.0.0.1', '127.0.0.1'],
  ['::ffff:127.0.0.1', '127.0.0.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  [undefined, ''],
])('%s belongs to the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
