import { expect, test } from 'vitest';
import { isAllowedHost, isLoopback, isOwnOrigin, ownNames } from './allowed-host.ts';

const names = ownNames('127.0.0.1');

test.each(['127.0.0.1:4173', 'localhost:4173', 'LOCALHOST', '[::1]:4173', '192.168.1.7:4173'])(
  'the host %s is ours',
  (host) => {
    expect(isAllowedHost(host, names)).toBe(true);
  },
);

test.each([
  'evil.example',
  'evil.example:4173',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  '',
  undefined,
  '@',
])('the host %s is foreign', (host) => {
  expect(isAllowedHost(host, names)).toBe(false);
});

test('a page belongs to us when it was served under the same host and port', () => {
  expect(isOwnOrigin('http://127.0.0.1:4173', '127.0.0.1:4173')).toBe(true);
  expect(isOwnOrigin('http://localhost', 'localhost:80')).toBe(true);
});

test.each([
  'http://evil.example',
  'http://127.0.0.1:9999',
  'http://sub.127.0.0.1:4173',
  'http://localhost:4173',
  'file://127.0.0.1:4173',
  'null',
  '',
  undefined,
])('a page of %s does not belong to us', (origin) => {
  expect(isOwnOrigin(origin, '127.0.0.1:4173')).toBe(false);
});

test('only addresses of this machine itself are loopback', () => {
  expect(['127.0.0.1', '127.3.2.1', '::1', 'localhost'].every(isLoopback)).toBe(true);
  expect(['0.0.0.0', '::', '192.168.0.1', '127.0.0.1.example'].some(isLoopback)).toBe(false);
});

test('a balancer in front of the server has names of its own', () => {
  const behind = ownNames('10.0.0.2', ['Class.example.org']);
  expect(isAllowedHost('class.example.org', behind)).toBe(true);
  expect(isAllowedHost('class.example.org', names)).toBe(false);
});
