import { expect, test } from 'vitest';
import { ConfigurationError, parseConfiguration } from './configuration.ts';

test('without arguments it is loopback, port 4173 and the data folder of the repository', () => {
  const configuration = parseConfiguration([], {});
  expect(configuration).toMatchObject({ host: '127.0.0.1', port: 4173, logLevel: 'info' });
  expect(configuration.dataDirectory).toMatch(/[/\\]data$/);
});

test('an argument goes before the environment', () => {
  expect(parseConfiguration(['--port', '5000', '--host=::1'], { PORT: '6000' })).toMatchObject({
    port: 5000,
    host: '::1',
  });
  expect(parseConfiguration([], { PORT: '6000', LOCKSTEP_DATA: '/srv/l', LOG_LEVEL: 'warn' })).toMatchObject({
    port: 6000,
    dataDirectory: '/srv/l',
    logLevel: 'warn',
  });
});

test.each([['--port', 'x'], ['--port', '70000'], ['--port'], ['--colour'], ['extra']])(
  'arguments %s %s are refused with the options in words',
  (...args) => {
    expect(() => parseConfiguration(args, {})).toThrow(ConfigurationError);
    expect(() => parseConfiguration(args, {})).toThrow('--port <number>');
  },
);

test('a balancer’s names are told with commas between', () => {
  expect(parseConfiguration([], {}).names).toEqual([]);
  expect(parseConfiguration([], { LOCKSTEP_NAMES: 'class.example.org, kurs.example.org' }).names).toEqual([
    'class.example.org',
    'kurs.example.org',
  ]);
});

test('where servers meet is an address of Redis, or nowhere', () => {
  expect(parseConfiguration([], {}).redisUrl).toBeUndefined();
  expect(parseConfiguration([], { REDIS_URL: '' }).redisUrl).toBeUndefined();
  const url = 'rediss://:secret@redis.example:6380/2';
  expect(parseConfiguration([], { REDIS_URL: url }).redisUrl).toBe(url);
});

test.each(['localhost:6379', '127.0.0.1', 'http://127.0.0.1:6379', 'redis://', 'x'])(
  'REDIS_URL %j is refused with one that would do, and is not repeated',
  (url) => {
    const parse = () => parseConfiguration([], { REDIS_URL: url });
    expect(parse).toThrow('like redis://127.0.0.1:6379');
    expect(parse).toThrow(ConfigurationError);
  },
);
