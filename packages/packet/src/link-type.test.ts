import { expect, test } from 'vitest';
import { ipv4Layer, ipv6Layer, payloadLayer } from '../fixtures/frame-around.ts';
import { decodeFrame } from './decode-frame.ts';
import { describeFrame } from './describe-frame.ts';
import { encodeFrame, type LayerDraft } from './encode-frame.ts';
import { bytesToHex } from './hex.ts';
import { faultOf } from './layer-of.ts';
import { type LinkType, linkTypeNumber, linkTypeOf, linkTypeText } from './link-type.ts';

const udp: LayerDraft = { protocol: 'udp', header: { sourcePort: 1, destinationPort: 2 } };
const cooked = { packetType: 4, hardwareType: 772, addressLength: 6, address: '0000000000000000' };

test.each<[LinkType, readonly LayerDraft[]]>([
  ['raw-ip', [ipv4Layer()]],
  ['raw-ip', [ipv6Layer()]],
  ['linux-cooked', [{ protocol: 'linux-cooked', header: cooked }, ipv4Layer()]],
  ['linux-cooked', [{ protocol: 'linux-cooked', header: cooked }, ipv6Layer()]],
  ['linux-cooked-2', [{ protocol: 'linux-cooked-2', header: { ...cooked, interfaceIndex: 1 } }, ipv6Layer()]],
  ['loopback', [{ protocol: 'loopback', header: { family: 2 } }, ipv4Layer()]],
  ['loopback', [{ protocol: 'loopback', header: { family: 0x02000000 } }, ipv4Layer()]],
  ['loopback', [{ protocol: 'loopback', header: { family: 0x1e000000 } }, ipv6Layer()]],
])('a packet of %s is decoded', (linkType, outer) => {
  const bytes = encodeFrame([...outer, udp, payloadLayer('hi')]);
  const frame = decodeFrame(bytes, linkType);
  expect(describeFrame(frame)).toBe('UDP 1 → 2 len=2');
  expect(bytesToHex(encodeFrame(frame.layers))).toBe(bytesToHex(bytes));
});

test.each<[LinkType, string]>([
  ['raw-ip', 'malformed IPv4: the header needs 20 bytes, 0 are there'],
  ['linux-cooked', 'malformed Linux cooked: the header needs 16 bytes, 0 are there'],
  ['linux-cooked-2', 'malformed Linux cooked 2: the header needs 20 bytes, 0 are there'],
  ['loopback', 'malformed Loopback: the header needs 4 bytes, 0 are there'],
])('an empty packet of %s is a fault', (linkType, text) => {
  expect(describeFrame(decodeFrame(new Uint8Array(0), linkType))).toBe(text);
});

test('a family that is not known is payload', () => {
  const frame = decodeFrame(Uint8Array.of(0, 0, 0, 99, 1), 'loopback');
  expect(frame.layers.map(({ protocol }) => protocol)).toEqual(['loopback', 'payload']);
  expect(faultOf(frame)).toBeUndefined();
});

test('numbers of capture files are told by name', () => {
  expect([1, 101, 113, 276, 0, 105].map(linkTypeOf)).toEqual([
    'ethernet',
    'raw-ip',
    'linux-cooked',
    'linux-cooked-2',
    'loopback',
    undefined,
  ]);
  expect(['raw-ip', 'loopback', undefined].map(linkTypeNumber)).toEqual([101, 0, 1]);
  expect([105, 4711].map(linkTypeText)).toEqual(['IEEE 802.11 (105)', '4711']);
});
