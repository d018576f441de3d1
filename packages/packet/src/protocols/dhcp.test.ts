import { expect, test } from 'vitest';
import { frameAround, ipv4Layer } from '../../fixtures/frame-around.ts';
import { decodeFrame } from '../decode-frame.ts';
import { describeFrame } from '../describe-frame.ts';
import { dhcpOf, faultOf, layerOf } from '../layer-of.ts';
import type { DhcpDraft } from './dhcp.ts';
import type { DhcpOption } from './dhcp-options.ts';

const END: DhcpOption = { kind: 'end', padding: new Uint8Array(0) };
const clientMac = '02:00:00:00:00:0a';

function dhcpFrame(header: Partial<DhcpDraft> = {}): Uint8Array {
  const draft: DhcpDraft = { operation: 1, transaction: 0x1234, clientMac, options: [END], ...header };
  return frameAround(
    ipv4Layer({ source: '0.0.0.0', destination: '255.255.255.255' }),
    { protocol: 'udp', header: { sourcePort: 68, destinationPort: 67 } },
    { protocol: 'dhcp', header: draft },
  );
}

test('each field of the fixed part is read', () => {
  const draft: DhcpDraft = {
    operation: 2,
    hops: 1,
    transaction: 0xdeadbeef,
    elapsedSeconds: 3,
    broadcast: true,
    reservedFlags: 1,
    clientIp: '10.0.0.1',
    yourIp: '10.0.0.2',
    nextServerIp: '10.0.0.3',
    relayIp: '10.0.0.4',
    clientMac,
    hardwarePadding: new Uint8Array(10).fill(1),
    serverName: new Uint8Array(64).fill(0x41),
    bootFile: new Uint8Array(128),
    options: [END],
  };
  const frame = decodeFrame(dhcpFrame(draft));
  expect(dhcpOf(frame)).toEqual(draft);
  expect(layerOf(frame, 'dhcp')?.fields.find(({ name }) => name === 'boot-file')).toMatchObject({
    offset: 42 + 108,
    length: 128,
    text: 'none',
  });
});

const options: readonly DhcpOption[] = [
  { kind: 'message-type', type: 5 },
  { kind: 'addresses', code: 1, addresses: ['255.255.255.0'] },
  { kind: 'addresses', code: 6, addresses: ['10.0.0.53', '10.0.1.53'] },
  { kind: 'seconds', code: 51, seconds: 86400 },
  { kind: 'number', code: 57, value: 1500 },
  { kind: 'text', code: 12, text: 'client-1' },
  { kind: 'parameter-request', codes: [1, 3, 6] },
  { kind: 'pad' },
  { kind: 'data', code: 61, data: Uint8Array.of(1, 2, 0, 0, 0, 0, 10) },
  { kind: 'data', code: 51, data: Uint8Array.of(1) },
  { kind: 'data', code: 12, data: Uint8Array.of(7) },
  { kind: 'end', padding: new Uint8Array(5) },
];

test('options are written and read', () => {
  expect(dhcpOf(decodeFrame(dhcpFrame({ options })))?.options).toEqual(options);
});

test('an option is shown by its own name', () => {
  const fields = layerOf(decodeFrame(dhcpFrame({ options })), 'dhcp')?.fields ?? [];
  const texts = fields
    .filter(({ group }) => group === 'Lease time option')
    .map(({ label, text }) => `${label}: ${text}`);
  expect(texts.slice(0, 3)).toEqual(['Option code: Lease time (51)', 'Option length: 4', 'Lease time: 86400 s']);
});

test.each<[Partial<DhcpDraft>, string]>([
  [{ options: [{ kind: 'message-type', type: 1 }, END] }, 'DHCP DISCOVER'],
  [{ operation: 2, yourIp: '10.0.0.7', options: [{ kind: 'message-type', type: 2 }, END] }, 'DHCP OFFER 10.0.0.7'],
  [
    {
      options: [{ kind: 'message-type', type: 3 }, { kind: 'addresses', code: 50, addresses: ['10.0.0.7'] }, END],
    },
    'DHCP REQUEST 10.0.0.7',
  ],
  [{ operation: 2, yourIp: '10.0.0.7', options: [{ kind: 'message-type', type: 5 }, END] }, 'DHCP ACK 10.0.0.7'],
  [{ operation: 2, options: [{ kind: 'message-type', type: 99 }] }, 'DHCP message type 99'],
  [{ options: [] }, 'DHCP request (1)'],
])('%j is told in a few words', (header, text) => {
  expect(describeFrame(decodeFrame(dhcpFrame(header)))).toBe(`${text} client=${clientMac} id=0x00001234`);
});

test('an option that reaches past the message is a fault', () => {
  const bytes = dhcpFrame({ options: [{ kind: 'malformed', bytes: Uint8Array.of(51, 4, 1) }] });
  expect(faultOf(decodeFrame(bytes))).toMatchObject({
    layer: { protocol: 'dhcp' },
    reason: 'an option has an impossible length',
  });
});

test.each([
  [42 + 1, 'the client’s address is not that of Ethernet (6 bytes)'],
  [42 + 236, 'the magic cookie is 0xff825363, not 0x63825363'],
])('byte %i set to 255 makes it unreadable', (offset, reason) => {
  const bytes = dhcpFrame();
  bytes[offset] = 255;
  expect(faultOf(decodeFrame(bytes))).toMatchObject({ layer: { header: { expected: 'dhcp' } }, reason });
});

test('a name of the wrong size is refused', () => {
  expect(() => dhcpFrame({ serverName: new Uint8Array(3) })).toThrow(RangeError);
});
