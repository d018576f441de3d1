import { expect, test } from 'vitest';
import { frameAround, ipv4Layer } from '../../fixtures/frame-around.ts';
import { decodeFrame } from '../decode-frame.ts';
import { layerOf, udpOf } from '../layer-of.ts';
import type { UdpDraft } from './udp.ts';

function udpFrame(udp: Partial<UdpDraft> = {}, data: readonly number[] = [0x68, 0x69]): Uint8Array {
  const header = { sourcePort: 5000, destinationPort: 6000, ...udp };
  const payload = { protocol: 'payload', header: { data: Uint8Array.from(data) } } as const;
  return frameAround(ipv4Layer(), { protocol: 'udp', header }, ...(data.length === 0 ? [] : [payload]));
}

test('ports, length and payload are read', () => {
  expect(udpOf(decodeFrame(udpFrame()))).toEqual({
    sourcePort: 5000,
    destinationPort: 6000,
    length: 10,
    checksum: 0x5876,
    checksumIs: 'correct',
    payloadOffset: 42,
    payloadLength: 2,
  });
});

test('an empty datagram has no payload layer', () => {
  expect(decodeFrame(udpFrame({}, [])).layers.map(({ protocol }) => protocol)).toEqual(['ethernet', 'ipv4', 'udp']);
});

test('a changed byte makes the checksum wrong', () => {
  const bytes = udpFrame();
  bytes[43] = 0x21;
  expect(udpOf(decodeFrame(bytes))?.checksumIs).toBe('wrong');
});

test('a checksum of zero is none', () => {
  const frame = decodeFrame(udpFrame({ checksum: 0 }));
  expect(udpOf(frame)?.checksumIs).toBe('unverified');
  expect(layerOf(frame, 'udp')?.fields[3]).toMatchObject({ text: '0x0000 (none)', check: 'unverified' });
});

test('a checksum that works out as zero is sent as ffff', () => {
  const overZeros = udpOf(decodeFrame(udpFrame({}, [0, 0])))?.checksum ?? 0;
  const bytes = udpFrame({}, [overZeros >> 8, overZeros & 0xff]);
  expect(udpOf(decodeFrame(bytes))).toMatchObject({ checksum: 0xffff, checksumIs: 'correct' });
});

test('a length below 8 or beyond the packet is a fault', () => {
  expect(decodeFrame(udpFrame({ length: 7 })).layers[2]).toMatchObject({
    protocol: 'malformed',
    malformed: 'the length 7 is below that of the header, 8',
  });
  expect(decodeFrame(udpFrame({ length: 11 })).layers[2]).toMatchObject({
    protocol: 'udp',
    malformed: 'the length is 11 bytes, 10 are there',
    header: { checksumIs: 'unverified' },
  });
});

test('bytes of the packet after the datagram are padding', () => {
  const frame = decodeFrame(udpFrame({ length: 9 }));
  expect(frame.layers.slice(3)).toMatchObject([
    { protocol: 'payload', length: 1 },
    { protocol: 'padding', length: 1, header: { after: 'udp' } },
  ]);
});
