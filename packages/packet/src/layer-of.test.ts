import { expect, test } from 'vitest';
import { tcpFrame } from '../fixtures/frame-around.ts';
import { realFrame } from '../fixtures/real-frames.ts';
import { decodeFrame } from './decode-frame.ts';
import { arpOf, ethernetOf, faultOf, icmpOf, ipv4Of, quotedOf, tcpOf, udpOf, vlanOf } from './layer-of.ts';

test('each accessor finds the header of its protocol and no other', () => {
  const frame = decodeFrame(realFrame('synAck'));
  expect(ethernetOf(frame)?.source).toBe('02:00:00:00:00:01');
  expect(ipv4Of(frame)?.source).toBe('10.0.2.2');
  expect(tcpOf(frame)?.flags).toEqual(['SYN', 'ACK']);
  expect([arpOf(frame), icmpOf(frame), udpOf(frame), vlanOf(frame), quotedOf(frame)]).toEqual(Array(5).fill(undefined));
  expect(arpOf(decodeFrame(realFrame('arpReply')))?.operation).toBe(2);
  expect(udpOf(decodeFrame(realFrame('udp')))?.destinationPort).toBe(9999);
});

test('a quoted packet is only found as the quote', () => {
  const frame = decodeFrame(realFrame('portUnreachable'));
  const quoted = quotedOf(frame);
  expect(udpOf(frame)).toBeUndefined();
  expect(ipv4Of(frame)?.source).toBe('10.0.2.2');
  expect(quoted && udpOf(quoted)).toMatchObject({ sourcePort: 59230, destinationPort: 9999, payloadOffset: 70 });
  expect(quoted && ipv4Of(quoted)?.source).toBe('10.0.1.2');
});

test('a fault is found with its layer, and a sound frame has none', () => {
  const frame = tcpFrame({}, 'hello');
  expect(faultOf(decodeFrame(frame))).toBeUndefined();
  expect(faultOf(decodeFrame(frame.subarray(0, 30)))).toMatchObject({
    layer: { protocol: 'malformed' },
    reason: 'the header needs 20 bytes, 16 are there',
  });
});
