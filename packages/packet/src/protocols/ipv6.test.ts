import { expect, test } from 'vitest';
import { frameAround, ipv6Layer, payloadLayer } from '../../fixtures/frame-around.ts';
import { decodeFrame } from '../decode-frame.ts';
import { describeFrame } from '../describe-frame.ts';
import type { LayerDraft } from '../encode-frame.ts';
import { faultOf, ipv6Of, tcpOf, udpOf } from '../layer-of.ts';
import type { Ipv6Draft } from './ipv6.ts';
import type { Ipv6Extension } from './ipv6-extensions.ts';

const tcp: LayerDraft = { protocol: 'tcp', header: { sourcePort: 1, destinationPort: 2, flags: ['SYN'] } };
const udp: LayerDraft = { protocol: 'udp', header: { sourcePort: 1, destinationPort: 2 } };
const pad6 = Uint8Array.of(1, 4, 0, 0, 0, 0);

function udpFrame(header: Partial<Ipv6Draft>, text = 'hi'): Uint8Array {
  return frameAround(ipv6Layer(header), udp, payloadLayer(text));
}

function fragment(fragmentOffset: number, moreFragments: boolean): Ipv6Extension {
  return { kind: 'fragment', fragmentOffset, moreFragments, identification: 7 };
}

test('each field of the fixed header is read', () => {
  expect(ipv6Of(decodeFrame(udpFrame({ dscp: 46, ecn: 1, flowLabel: 0xabcde, hopLimit: 255 })))).toEqual({
    source: '2001:db8::1',
    destination: '2001:db8::2',
    dscp: 46,
    ecn: 1,
    flowLabel: 0xabcde,
    payloadLength: 10,
    hopLimit: 255,
    extensions: [],
    protocol: 17,
    headerLength: 40,
    carriedLength: 10,
  });
});

test('each field stands at its place', () => {
  const fields = decodeFrame(udpFrame({ extensions: [{ kind: 'hop-by-hop', data: pad6 }] })).layers[1]?.fields ?? [];
  expect(fields.map(({ name, offset, length, text }) => [name, offset, length, text])).toEqual([
    ['version', 14, 1, '6'],
    ['dscp', 14, 2, '0'],
    ['ecn', 15, 1, 'not ECN-capable (0)'],
    ['flow-label', 15, 3, '0x00000'],
    ['payload-length', 18, 2, '18'],
    ['next-header', 20, 1, 'hop-by-hop options (0)'],
    ['hop-limit', 21, 1, '64'],
    ['source', 22, 16, '2001:db8::1'],
    ['destination', 38, 16, '2001:db8::2'],
    ['hop-by-hop-next-header', 54, 1, 'UDP (17)'],
    ['hop-by-hop-length', 55, 1, '8 bytes'],
    ['hop-by-hop-data', 56, 6, '01 04 00 00 00 00'],
  ]);
});

test('TCP and UDP have their checksums over the pseudo header of IPv6', () => {
  // Worked out by hand: 2·2001 + 2·0db8 + 1 + 2 + length 20 + protocol 6, then ports 1 and 2, 5002, nothing else.
  expect(tcpOf(decodeFrame(frameAround(ipv6Layer(), tcp)))).toMatchObject({ checksum: 0x546b, checksumIs: 'correct' });
  const bytes = udpFrame({});
  expect(udpOf(decodeFrame(bytes))?.checksumIs).toBe('correct');
  bytes[30] = 1; // an address
  expect(udpOf(decodeFrame(bytes))?.checksumIs).toBe('wrong');
});

test('extension headers are stepped over, whatever their order', () => {
  const extensions: readonly Ipv6Extension[] = [
    { kind: 'hop-by-hop', data: pad6 },
    { kind: 'destination-options', data: Uint8Array.of(1, 12, ...new Uint8Array(12)) },
    { kind: 'authentication', data: new Uint8Array(22) },
    fragment(0, false),
    { kind: 'mobility', data: pad6 },
  ];
  const frame = decodeFrame(udpFrame({ extensions }));
  expect(ipv6Of(frame)).toMatchObject({ protocol: 17, headerLength: 40 + 8 + 16 + 24 + 8 + 8, carriedLength: 10 });
  expect(ipv6Of(frame)?.extensions.map(({ kind }) => kind)).toEqual(extensions.map(({ kind }) => kind));
  expect(udpOf(frame)).toMatchObject({ payloadLength: 2, checksumIs: 'correct' });
});

test('extension headers are named', () => {
  const extensions: readonly Ipv6Extension[] = [{ kind: 'hop-by-hop', data: pad6 }, fragment(0, false)];
  expect(describeFrame(decodeFrame(frameAround(ipv6Layer({ extensions, protocol: 132 }), payloadLayer('chunk'))))).toBe(
    'IPv6 2001:db8::1 → 2001:db8::2 hop-by-hop options, fragment id=0x00000007 offset=0 last, SCTP (132) len=5',
  );
});

test('nothing need follow', () => {
  const frame = decodeFrame(frameAround(ipv6Layer({ protocol: 59 })));
  expect(describeFrame(frame)).toBe('IPv6 2001:db8::1 → 2001:db8::2 no next header (59) len=0');
  expect(faultOf(frame)).toBeUndefined();
});

test('the first fragment shows its UDP header with the checksum unverified, a later one none', () => {
  const first = decodeFrame(udpFrame({ extensions: [fragment(0, true)] }));
  expect(udpOf(first)?.checksumIs).toBe('unverified');
  expect(describeFrame(first)).toBe('UDP 1 → 2 len=2, first fragment');
  const later = frameAround(ipv6Layer({ extensions: [fragment(1448, false)], protocol: 17 }), payloadLayer('rest'));
  expect(decodeFrame(later).layers.map(({ protocol }) => protocol)).toEqual(['ethernet', 'ipv6', 'payload']);
  expect(describeFrame(decodeFrame(later))).toBe(
    'IPv6 2001:db8::1 → 2001:db8::2 fragment id=0x00000007 offset=1448 last, UDP (17) len=4',
  );
});

test('with a routing header the checksum cannot be told', () => {
  const routing: Ipv6Extension = { kind: 'routing', data: Uint8Array.of(0, 1, 0, 0, 0, 0) };
  expect(udpOf(decodeFrame(udpFrame({ extensions: [routing] })))?.checksumIs).toBe('unverified');
});

test('bytes after the payload length are padding', () => {
  const frame = decodeFrame(new Uint8Array([...udpFrame({}), 1, 2, 3]));
  expect(frame.layers.at(-1)).toMatchObject({ protocol: 'padding', length: 3, header: { after: 'ipv6' } });
  expect(udpOf(frame)?.checksumIs).toBe('correct');
});

test.each([
  [14, 0x40, 'the version is 4, not 6'],
  [19, 0xff, 'the payload length is 255 bytes, 10 are there'],
])('byte %i set to %i is a fault', (offset, byte, reason) => {
  const bytes = udpFrame({});
  bytes[offset] = byte;
  expect(faultOf(decodeFrame(bytes))?.reason).toBe(reason);
});

test('an extension header that reaches past the packet cannot be read', () => {
  const bytes = udpFrame({ extensions: [{ kind: 'hop-by-hop', data: pad6 }] });
  bytes[55] = 9;
  expect(decodeFrame(bytes).layers[1]).toMatchObject({
    protocol: 'malformed',
    malformed: 'the header needs 120 bytes, 58 are there',
  });
});

test.each<readonly [string, Partial<Ipv6Draft>]>([
  ['a header that is not filled', { extensions: [{ kind: 'hop-by-hop', data: new Uint8Array(3) }] }],
  ['a fragment offset of 7', { extensions: [fragment(7, true)] }],
  ['a flow label of 21 bits', { flowLabel: 2 ** 20 }],
])('%s is refused', (_, header) => {
  expect(() => udpFrame(header)).toThrow(RangeError);
});
