import { expect, test } from 'vitest';
import { reachableUrls } from './reachable-urls.ts';

const address = (text: string, internal: boolean, family: 'IPv4' | 'IPv6' = 'IPv4') =>
  ({ address: text, internal, family, netmask: '', mac: '', cidr: null, scopeid: 0 }) as never;
const interfaces = {
  lo: [address('127.0.0.1', true), address('::1', true, 'IPv6')],
  eth0: [address('192.168.1.7', false), address('fe80::1', false, 'IPv6')],
};

test('a server of one address has that one', () => {
  expect(reachableUrls('127.0.0.1', 4173, interfaces)).toEqual(['http://127.0.0.1:4173/']);
  expect(reachableUrls('::1', 4173, interfaces)).toEqual(['http://[::1]:4173/']);
});

test('a server of all addresses has those that others can reach', () => {
  expect(reachableUrls('0.0.0.0', 80, interfaces)).toEqual(['http://192.168.1.7:80/']);
});

test('without a network there is still the address it was given', () => {
  expect(reachableUrls('0.0.0.0', 80, {})).toEqual(['http://0.0.0.0:80/']);
});
