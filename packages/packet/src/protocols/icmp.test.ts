import { expect, test } from 'vitest';
import { frameAround, ipv4Layer, payloadLayer, tcpFrame } from '../../fixtures/frame-around.ts';
import { realFrame } from '../../fixtures/real-frames.ts';
import { decodeFrame } from '../decode-frame.ts';
import { describeFrame } from '../describe-frame.ts';
import type { LayerDraft } from '../encode-frame.ts';
import { icmpOf, layerOf, quotedOf, udpOf } from '../layer-of.ts';
import type { IcmpMessage } from './icmp.ts';

function icmpFrame(message: IcmpMessage, ...rest: readonly LayerDraft[]): Uint8Array {
  return frameAround(ipv4Layer(), { protocol: 'icmp', header: { message } }, ...rest);
}

/** An ICMP error that quotes so many bytes of this frame's packet. */
function quoting(frame: Uint8Array, length: number): Uint8Array {
  const data = frame.subarray(14, 14 + length);
  return icmpFrame({ kind: 'time-exceeded' }, { protocol: 'payload', header: { data } });
}

test('an echo reply of the kernel is read', () => {
  const frame = decodeFrame(realFrame('echoReply'));
  expect(icmpOf(frame)).toEqual({
    type: 0,
    code: 0,
    checksum: 0xc423,
    checksumIs: 'correct',
    message: { kind: 'echo-reply', identifier: 77, sequence: 1 },
    payloadOffset: 42,
    payloadLength: 12,
  });
  expect(frame.layers.at(-1)).toMatchObject({ protocol: 'payload', length: 12 });
});

test('an error quotes the packet that caused it', () => {
  const frame = decodeFrame(realFrame('timeExceeded'));
  expect(icmpOf(frame)).toMatchObject({ type: 11, message: { kind: 'time-exceeded' }, checksumIs: 'correct' });
  expect(frame.layers.map(({ protocol, quoted }) => [protocol, quoted])).toEqual([
    ['ethernet', false],
    ['ipv4', false],
    ['icmp', false],
    ['ipv4', true],
    ['udp', true],
    ['payload', true],
  ]);
});

test('a quote may end early without being a fault, its checksum unverified', () => {
  const frame = decodeFrame(realFrame('fragmentUnreachable'));
  const quoted = quotedOf(frame);
  expect(quoted && udpOf(quoted)).toMatchObject({ length: 2008, payloadLength: 520, checksumIs: 'unverified' });
  expect(frame.layers.every(({ malformed }) => malformed === undefined)).toBe(true);
});

test('the least quote, a header and 8 bytes, shows the beginning of a TCP header', () => {
  const frame = decodeFrame(quoting(tcpFrame(), 28));
  const excerpt = frame.layers.at(-1);
  expect(excerpt).toMatchObject({ protocol: 'excerpt', length: 8, header: { expected: 'tcp' }, quoted: true });
  expect(excerpt?.malformed).toBeUndefined();
  expect(excerpt?.fields.map(({ name, value }) => [name, value])).toEqual([
    ['source-port', 40022],
    ['destination-port', 9000],
    ['sequence', 7],
  ]);
  expect(describeFrame(frame)).toBe(
    'ICMP time exceeded, time to live exceeded in transit, quoting IPv4 10.0.0.1 → 10.0.0.2 TCP (6) len=8, TCP 40022 → 9000 (cut)',
  );
});

test('a quote without even an IPv4 header is a fault', () => {
  expect(decodeFrame(quoting(tcpFrame(), 12)).layers.at(-1)).toMatchObject({ protocol: 'malformed', quoted: true });
  expect(decodeFrame(icmpFrame({ kind: 'time-exceeded' })).layers.at(-1)).toMatchObject({ protocol: 'malformed' });
});

test('a changed byte makes the checksum wrong', () => {
  const bytes = realFrame('echoReply');
  bytes[50] = 0;
  expect(icmpOf(decodeFrame(bytes))?.checksumIs).toBe('wrong');
});

test('the checksum of a first fragment is unverified', () => {
  const echo: LayerDraft = {
    protocol: 'icmp',
    header: { message: { kind: 'echo-request', identifier: 1, sequence: 1 } },
  };
  const bytes = frameAround(ipv4Layer({ moreFragments: true }), echo, payloadLayer('12345678'));
  expect(icmpOf(decodeFrame(bytes))?.checksumIs).toBe('unverified');
});

test.each<[IcmpMessage, number]>([
  [{ kind: 'echo-request', identifier: 1, sequence: 65535 }, 8],
  [{ kind: 'echo-reply', identifier: 1, sequence: 2 }, 0],
  [{ kind: 'destination-unreachable', unused: 0, nextHopMtu: 1400 }, 3],
  [{ kind: 'time-exceeded', unused: 0 }, 11],
  [{ kind: 'redirect', gateway: '10.0.0.254' }, 5],
  [{ kind: 'other', type: 13, rest: 0xdeadbeef }, 13],
])('$kind is written and read', (message, type) => {
  const frame = decodeFrame(icmpFrame(message, payloadLayer('x')));
  expect(icmpOf(frame)).toMatchObject({ type, message, checksumIs: 'correct' });
});

test('type and code are told by name where they have one', () => {
  const fields = layerOf(decodeFrame(realFrame('portUnreachable')), 'icmp')?.fields;
  expect(fields?.slice(0, 2).map(({ text }) => text)).toEqual(['destination unreachable', 'port unreachable']);
  const other = decodeFrame(icmpFrame({ kind: 'other', type: 42, rest: 0 }));
  expect(describeFrame(other)).toBe('ICMP type 42, code 0');
});
