import { expect, test } from 'vitest';
import { ETHERNET_LAYER, frameAround, ipv4Layer, payloadLayer, tcpFrame } from '../fixtures/frame-around.ts';
import { realFrame, realFrameNames } from '../fixtures/real-frames.ts';
import { decodeFrame } from './decode-frame.ts';
import { encodeFrame, type LayerDraft } from './encode-frame.ts';
import { bytesToHex } from './hex.ts';
import { quotedOf, tcpOf, udpOf } from './layer-of.ts';

test.each(realFrameNames)('%s is the same after decoding and encoding', (name) => {
  const bytes = realFrame(name);
  expect(bytesToHex(encodeFrame(decodeFrame(bytes).layers))).toBe(bytesToHex(bytes));
});

test('lengths, checksums and numbers that are left out are those of the real frame', () => {
  const draft: readonly LayerDraft[] = [
    { protocol: 'ethernet', header: { destination: '02:00:00:00:00:0a', source: '02:00:00:00:00:01' } },
    { protocol: 'ipv4', header: { source: '10.0.2.2', destination: '10.0.1.2', timeToLive: 63, dontFragment: true } },
    {
      protocol: 'tcp',
      header: { sourcePort: 9001, destinationPort: 55376, acknowledgment: 3009289940, flags: ['RST', 'ACK'] },
    },
  ];
  expect(bytesToHex(encodeFrame(draft))).toBe(bytesToHex(realFrame('reset')));
});

test('a given checksum is kept, right or wrong', () => {
  const frame = decodeFrame(tcpFrame({ checksum: 0x1234 }));
  expect(tcpOf(frame)).toMatchObject({ checksum: 0x1234, checksumIs: 'wrong' });
});

test('padding counts for no length and no checksum', () => {
  const padding: LayerDraft = { protocol: 'padding', header: { after: 'ipv4', data: new Uint8Array([9, 9, 9]) } };
  const udp: LayerDraft = { protocol: 'udp', header: { sourcePort: 1, destinationPort: 2 } };
  const bytes = frameAround(ipv4Layer(), udp, payloadLayer('x'), padding);
  expect(udpOf(decodeFrame(bytes))).toMatchObject({ length: 9, checksumIs: 'correct', payloadLength: 1 });
  expect(decodeFrame(bytes).layers.at(-1)).toMatchObject({ protocol: 'padding', length: 3 });
});

test('padding inside a quote belongs to the quoted packet', () => {
  const layers: readonly LayerDraft[] = [
    { protocol: 'icmp', header: { message: { kind: 'time-exceeded' } } },
    { ...ipv4Layer(), quoted: true },
    { protocol: 'udp', header: { sourcePort: 1, destinationPort: 2 }, quoted: true },
    { protocol: 'padding', header: { after: 'ipv4', data: new Uint8Array(4) }, quoted: true },
  ];
  const frame = decodeFrame(frameAround(ipv4Layer(), ...layers));
  const quoted = quotedOf(frame);
  expect(frame.layers[1]?.header).toMatchObject({ totalLength: 60 });
  expect(quoted?.layers.map(({ protocol }) => protocol)).toEqual(['ipv4', 'udp', 'padding']);
});

test('padding after a quote belongs to the packet around it', () => {
  const layers: readonly LayerDraft[] = [
    { protocol: 'icmp', header: { message: { kind: 'time-exceeded' } } },
    { ...ipv4Layer(), quoted: true },
    { protocol: 'udp', header: { sourcePort: 1, destinationPort: 2 }, quoted: true },
    { protocol: 'padding', header: { after: 'ipv4', data: new Uint8Array(4) } },
  ];
  const frame = decodeFrame(frameAround(ipv4Layer(), ...layers));
  expect(frame.layers[1]?.header).toMatchObject({ totalLength: 56 });
  expect(frame.layers.at(-1)).toMatchObject({ protocol: 'padding', length: 4, quoted: false });
});

test.each<[string, readonly LayerDraft[]]>([
  ['a port of 17 bits', [ipv4Layer(), { protocol: 'udp', header: { sourcePort: 65536, destinationPort: 1 } }]],
  ['a checksum without addresses', [{ protocol: 'udp', header: { sourcePort: 1, destinationPort: 1 } }]],
  ['a TCP checksum without addresses', [{ protocol: 'tcp', header: { sourcePort: 1, destinationPort: 1 } }]],
  ['a packet without protocol', [ipv4Layer()]],
  ['a tag without EtherType', [{ protocol: 'vlan', header: { vlanId: 1 } }]],
  ['a bad address', [ipv4Layer({ source: '10.0.0', protocol: 6 })]],
  ['a fragment offset of 7', [ipv4Layer({ fragmentOffset: 7, protocol: 6 })]],
  ['too much for the length field of 802.3', [payloadLayer('x'.repeat(1501))]],
])('%s is refused', (_, layers) => {
  expect(() => encodeFrame([ETHERNET_LAYER, ...layers])).toThrow(RangeError);
});
