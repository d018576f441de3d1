import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CableRule, FRAME_KINDS, type FramePattern, parseCableRules, serializeCableRules } from './cable-rules.ts';

const hosts = ['client', 'server'];

test('rules are read as a person writes them', () => {
  const text = `drop server SYN,ACK 1; delay client data 40ms
    hold client data 1 until client data 2-3;drop 10%; rate 512 kbit/s`;
  expect(parseCableRules(text, hosts)).toEqual([
    { act: 'drop', what: { host: 'server', kind: 'SYN,ACK', ordinals: [1] } },
    { act: 'delay', what: { host: 'client', kind: 'data' }, ms: 40 },
    {
      act: 'hold',
      what: { host: 'client', kind: 'data', ordinals: [1] },
      until: { host: 'client', kind: 'data', ordinals: [2, 3] },
    },
    { act: 'drop', what: { percent: 10 } },
    { act: 'rate', kilobitsPerSecond: 512 },
  ]);
  expect(parseCableRules(' ; \n', hosts)).toEqual([]);
});

test.each([
  ['lose client 1', /begins with pass, drop/],
  ['drop nobody', /“nobody” is neither a host \(client, server\)/],
  ['drop client data 0', /count from 1/],
  ['drop client data 3-2', /count from 1/],
  ['drop 101%', /between 0 and 100 %/],
  ['delay client', /say how long/],
  ['delay 60000 ms', /between 0 and 10000 ms/],
  ['hold client 1', /until which frame/],
  ['hold client 1 until', /until which frame/],
  ['rate fast', /how fast/],
])('%s is refused with the reason', (text, reason) => {
  expect(() => parseCableRules(text, hosts)).toThrow(reason);
});

test('too many rules are refused', () => {
  expect(() => parseCableRules('drop 1;'.repeat(65), hosts)).toThrow(/at most 64 rules/);
});

const pattern: fc.Arbitrary<FramePattern> = fc.record(
  {
    host: fc.constantFrom(...hosts),
    kind: fc.constantFrom(...FRAME_KINDS),
    ordinals: fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 4 }),
    percent: fc.integer({ min: 0, max: 100 }),
  },
  { requiredKeys: [] },
);
const rule: fc.Arbitrary<CableRule> = fc.oneof(
  fc.record({ act: fc.constantFrom('pass', 'drop', 'duplicate'), what: pattern }),
  fc.record({
    act: fc.constant('delay' as const),
    what: fc.record({ host: fc.constantFrom(...hosts) }, { requiredKeys: [] }),
    ms: fc.integer({ min: 0, max: 10_000 }),
  }),
  fc.record({
    act: fc.constant('hold' as const),
    what: pattern,
    until: fc.record({ kind: fc.constantFrom(...FRAME_KINDS) }),
  }),
  fc.record({ act: fc.constant('rate' as const), kilobitsPerSecond: fc.integer({ min: 8, max: 1_000_000 }) }),
);

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), (rules) => {
      expect(parseCableRules(serializeCableRules(rules), hosts)).toEqual(rules);
    }),
  );
});
