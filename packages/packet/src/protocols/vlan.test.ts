import { expect, test } from 'vitest';
import { frameAround, ipv4Layer, payloadLayer } from '../../fixtures/frame-around.ts';
import { decodeFrame } from '../decode-frame.ts';
import type { LayerDraft } from '../encode-frame.ts';
import { bytesToHex } from '../hex.ts';
import { ethernetOf, ipv4Of, vlanOf } from '../layer-of.ts';

const tag: LayerDraft = { protocol: 'vlan', header: { priority: 5, dropEligible: true, vlanId: 0xabc } };
const content = [ipv4Layer({ protocol: 132 }), payloadLayer('x')];

test('a tag stands between Ethernet and what it carries', () => {
  const bytes = frameAround(tag, ...content);
  const frame = decodeFrame(bytes);
  expect(bytesToHex(bytes.subarray(12, 18))).toBe('8100babc0800');
  expect(vlanOf(frame)).toEqual({ priority: 5, dropEligible: true, vlanId: 0xabc, etherType: 0x0800 });
  expect([ethernetOf(frame)?.etherType, ipv4Of(frame)?.source]).toEqual([0x8100, '10.0.0.1']);
});

test('tags may be stacked', () => {
  const frame = decodeFrame(frameAround(tag, { protocol: 'vlan', header: { vlanId: 7 } }, ...content));
  expect(frame.layers.map(({ protocol }) => protocol)).toEqual(['ethernet', 'vlan', 'vlan', 'ipv4', 'payload']);
});

test('a service tag (802.1ad) is a tag too', () => {
  const bytes = frameAround(tag, ...content);
  bytes.set([0x88, 0xa8], 12);
  expect(vlanOf(decodeFrame(bytes))?.vlanId).toBe(0xabc);
});
