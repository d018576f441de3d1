import { expect, test } from 'vitest';
import { frameAround, ipv4Layer, payloadLayer, tcpFrame } from '../fixtures/frame-around.ts';
import { realFrame } from '../fixtures/real-frames.ts';
import { decodeFrame } from './decode-frame.ts';
import { describeFrame } from './describe-frame.ts';

const describe = (bytes: Uint8Array): string => describeFrame(decodeFrame(bytes));

test.each([
  ['arpRequest', 'ARP who-has 10.0.1.1 tell 10.0.1.2'],
  ['arpReply', 'ARP 10.0.1.1 is-at 02:00:00:00:00:01'],
  ['lastAck', 'TCP 38390 → 9000 [ACK] seq=4134882396 ack=2399086631 win=63 len=0'],
  ['reset', 'TCP 9001 → 55376 [RST, ACK] seq=0 ack=3009289940 win=0 len=0'],
  ['data', 'TCP 38390 → 9000 [PSH, ACK] seq=4134882390 ack=2399086620 win=63 len=5, TCP checksum wrong'],
  ['echoReply', 'ICMP echo reply id=77 seq=1'],
  ['udp', 'UDP 59230 → 9999 len=6, UDP checksum wrong'],
  ['firstFragment', 'UDP 33421 → 9998 len=2000, first fragment'],
  ['lastFragment', 'IPv4 10.0.1.2 → 10.0.2.2 UDP (17) fragment id=0x3d28 offset=1480 last len=528'],
  ['fragmentUnreachable', 'ICMP destination unreachable, port unreachable, quoting UDP 33421 → 9998 len=2000'],
] as const)('%s: %s', (name, text) => {
  expect(describe(realFrame(name))).toBe(text);
});

test('a SYN shows no acknowledgment number', () => {
  const syn = tcpFrame({ flags: ['SYN'], window: 64240 });
  expect(describe(syn)).toBe('TCP 40022 → 9000 [SYN] seq=7 win=64240 len=0');
});

test('a cut frame says what is missing', () => {
  expect(describe(tcpFrame().subarray(0, 40))).toBe(
    'IPv4 10.0.0.1 → 10.0.0.2 TCP (6) len=6, malformed IPv4: the total length is 40 bytes, 26 are there',
  );
  expect(describe(new Uint8Array(3))).toBe('malformed Ethernet: the header needs 14 bytes, 3 are there');
});

test('a protocol that is not known is named by its carrier', () => {
  const frame = frameAround(ipv4Layer({ protocol: 132 }), payloadLayer('abc'));
  expect(describe(frame)).toBe('IPv4 10.0.0.1 → 10.0.0.2 SCTP (132) len=3');
});
