import { parseCableRules } from '@lockstep/lab';
import { expect, test } from 'vitest';
import { FIRST_DRAFT, parseRuleDraft, RULE_ACTS, serializeRuleDraft, splitRules, withAct } from './rule-draft.ts';

const hosts = ['client', 'server'];

test.each([
  ['drop server SYN,ACK 1', { act: 'drop', host: 'server', kind: 'SYN,ACK', which: '1' }],
  ['delay client data 40 ms', { act: 'delay', host: 'client', kind: 'data', which: '', amount: '40' }],
  ['delay 3 40 ms', { act: 'delay', host: '', which: '3', amount: '40' }],
  ['hold client data 1 until client data 2-3', { act: 'hold', which: '1', until: 'client data 2-3' }],
  ['drop 10%', { act: 'drop', host: '', kind: '', which: '10%' }],
  ['rate 512 kbit/s', { act: 'rate', amount: '512' }],
  ['drop client 1,', { act: 'drop', host: 'client', which: '1,' }],
] as const)('%s is taken apart and put together again', (text, parts) => {
  const draft = parseRuleDraft(text, hosts);
  expect(draft).toMatchObject(parts);
  expect(draft && serializeRuleDraft(draft)).toBe(text);
});

test.each(['lose client', 'delay client 40ms'])('%s is left as it is', (text) => {
  expect(parseRuleDraft(text, hosts)).toBeUndefined();
});

test('a rule changes its act and is complete again', () => {
  for (const act of RULE_ACTS) {
    const text = serializeRuleDraft(withAct({ ...FIRST_DRAFT, host: 'client', kind: 'data' }, act));
    expect(parseCableRules(text, hosts).map((rule) => rule.act)).toEqual([act]);
  }
});

test('rules are split at semicolons and line breaks', () => {
  expect(splitRules(' drop  client 1;\n pass ;')).toEqual(['drop client 1', 'pass']);
});
