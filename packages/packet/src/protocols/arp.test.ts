import { expect, test } from 'vitest';
import { realFrame } from '../../fixtures/real-frames.ts';
import { decodeFrame } from '../decode-frame.ts';
import { describeFrame } from '../describe-frame.ts';
import { arpOf } from '../layer-of.ts';

test('the kernel’s request and reply are read', () => {
  expect(arpOf(decodeFrame(realFrame('arpRequest')))).toEqual({
    operation: 1,
    senderMac: '02:00:00:00:00:0a',
    senderIp: '10.0.1.2',
    targetMac: '00:00:00:00:00:00',
    targetIp: '10.0.1.1',
  });
  expect(arpOf(decodeFrame(realFrame('arpReply')))).toMatchObject({ operation: 2, senderMac: '02:00:00:00:00:01' });
});

test('each field stands at its place', () => {
  const fields = decodeFrame(realFrame('arpRequest')).layers[1]?.fields ?? [];
  expect(fields.map(({ name, offset, length }) => [name, offset, length])).toEqual([
    ['hardware-type', 14, 2],
    ['protocol-type', 16, 2],
    ['hardware-length', 18, 1],
    ['protocol-length', 19, 1],
    ['operation', 20, 2],
    ['sender-mac', 22, 6],
    ['sender-ip', 28, 4],
    ['target-mac', 32, 6],
    ['target-ip', 38, 4],
  ]);
});

test.each([
  [14, 'hardware type'],
  [16, 'protocol type'],
  [18, 'hardware length'],
  [19, 'protocol length'],
])('at byte %i another %s cannot be read', (offset) => {
  const bytes = realFrame('arpRequest');
  bytes[offset] = 0x33;
  expect(decodeFrame(bytes).layers[1]).toMatchObject({ protocol: 'malformed', header: { expected: 'arp' } });
});

test('an operation beyond request and reply is told by its number', () => {
  const bytes = realFrame('arpRequest');
  bytes[21] = 9;
  expect(describeFrame(decodeFrame(bytes))).toBe('ARP operation 9 10.0.1.2 → 10.0.1.1');
});

test('what fills a frame up to 60 bytes is padding', () => {
  const frame = decodeFrame(new Uint8Array([...realFrame('arpReply'), ...new Uint8Array(18)]));
  expect(frame.layers.slice(1)).toMatchObject([
    { protocol: 'arp', length: 28 },
    { protocol: 'padding', length: 18, header: { after: 'arp' } },
  ]);
});
