import { expect, test } from 'vitest';
import { parseCableRules, serializeCableRules } from './cable-rules.ts';
import { createRuleBook, type RuledFrame } from './rule-book.ts';

const hosts = ['client', 'server'];

function tcp(host: string, flags: string, payload = 0): RuledFrame {
  return { host, protocol: 'tcp', flags: flags.split(','), payload };
}

/** The text of the rule about each of these frames, one after the other. */
function rulings(text: string, frames: readonly RuledFrame[], seed = 1): readonly string[] {
  const book = createRuleBook(parseCableRules(text, hosts), seed);
  return frames.map((frame) => {
    const { rule } = book.next(frame);
    return rule ? serializeCableRules([rule]) : '';
  });
}

test('the first rule that is about a frame decides', () => {
  expect(
    rulings('pass client SYN; drop client', [tcp('client', 'SYN'), tcp('client', 'ACK'), tcp('server', 'ACK')]),
  ).toEqual(['pass client SYN', 'drop client', '']);
});

test('a rule counts the frames of its host and kind, also those that another rule has decided', () => {
  const data = tcp('client', 'PSH,ACK', 5);
  expect(
    rulings('drop client data 1; delay client 3 9 ms', [data, tcp('server', 'ACK'), tcp('client', 'ACK'), data]),
  ).toEqual(['drop client data 1', '', '', 'delay client 3 9 ms']);
});

test.each([
  ['data', tcp('client', 'FIN,PSH,ACK', 3)],
  ['SYN', tcp('client', 'SYN')],
  ['SYN,ACK', tcp('client', 'SYN,ACK')],
  ['ACK', tcp('client', 'ACK')],
  ['FIN', tcp('client', 'FIN,ACK')],
  ['RST', tcp('client', 'RST,ACK')],
  ['udp', { host: 'client', protocol: 'udp', flags: [], payload: 0 }],
] as const)('a frame of kind %s is of that kind', (kind, frame) => {
  expect(rulings(`drop ${kind}`, [frame])).toEqual([`drop ${kind}`]);
  const others = [tcp('client', 'SYN'), tcp('client', 'ACK')].filter(({ flags }) => flags.join(',') !== kind);
  for (const other of others) expect(rulings(`drop ${kind}`, [other])).toEqual(['']);
});

test('a hold knows the frame that it waits for', () => {
  const rules = parseCableRules('hold client data 1 until client data 3', hosts);
  const book = createRuleBook(rules, 1);
  const awaited = [1, 2, 3].map(() => book.next(tcp('client', 'PSH,ACK', 1)).awaitedBy.has(rules[0] as never));
  expect(awaited).toEqual([false, false, true]);
});

test('chance is the same for the same seed, and about as often as it says', () => {
  const frames = Array.from({ length: 2000 }, () => tcp('client', 'PSH,ACK', 1));
  const first = rulings('drop 10%', frames, 7);
  expect(rulings('drop 10%', frames, 7)).toEqual(first);
  expect(rulings('drop 10%', frames, 8)).not.toEqual(first);
  const lost = first.filter((text) => text !== '').length;
  expect(lost).toBeGreaterThan(140);
  expect(lost).toBeLessThan(260);
});

test('chance for a frame does not depend on how two directions interleave', () => {
  const client = Array.from({ length: 50 }, () => tcp('client', 'PSH,ACK', 1));
  const server = Array.from({ length: 50 }, () => tcp('server', 'ACK'));
  const interleaved = client.flatMap((frame, index) => [frame, server[index] as RuledFrame]);
  const ofClient = rulings('drop 30%', interleaved).filter((_, index) => index % 2 === 0);
  expect(ofClient).toEqual(rulings('drop 30%', [...client, ...server]).slice(0, 50));
});
