import { expect, test } from 'vitest';
import { frameAround, ipv4Layer, payloadLayer, tcpFrame } from '../../fixtures/frame-around.ts';
import { realFrame } from '../../fixtures/real-frames.ts';
import { decodeFrame } from '../decode-frame.ts';
import { ipv4Of, udpOf } from '../layer-of.ts';

test('each field of a kernel’s header is read', () => {
  expect(ipv4Of(decodeFrame(realFrame('portUnreachable')))).toEqual({
    headerLength: 20,
    dscp: 48,
    ecn: 0,
    totalLength: 62,
    identification: 0x166c,
    reservedFlag: false,
    dontFragment: false,
    moreFragments: false,
    fragmentOffset: 0,
    timeToLive: 63,
    protocol: 1,
    checksum: 0x4d90,
    checksumIs: 'correct',
    source: '10.0.2.2',
    destination: '10.0.1.2',
    options: [],
    payloadLength: 42,
  });
});

test('fields go by their standard terms', () => {
  expect(decodeFrame(tcpFrame()).layers[1]?.fields.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Version: 4',
    'Header length: 20 bytes (5 × 4)',
    'Differentiated services code point: 0',
    'Explicit congestion notification: not ECN-capable (0)',
    'Total length: 40',
    'Identification: 0x0000',
    'Flags: none',
    'Fragment offset: 0 bytes (0 × 8)',
    'Time to live: 64',
    'Protocol: TCP (6)',
    'Header checksum: 0x66ce',
    'Source address: 10.0.0.1',
    'Destination address: 10.0.0.2',
  ]);
});

test('flags and fragment offset share bytes', () => {
  const fields = decodeFrame(realFrame('lastFragment')).layers[1]?.fields ?? [];
  expect(fields.find(({ name }) => name === 'flags')).toMatchObject({ offset: 20, length: 1, text: 'none' });
  expect(fields.find(({ name }) => name === 'fragment-offset')).toMatchObject({
    offset: 20,
    length: 2,
    bits: { mask: 0x1fff, shift: 0 },
    value: 185,
    text: '1480 bytes (185 × 8)',
  });
});

test('the first fragment shows its UDP header with the checksum unverified', () => {
  const frame = decodeFrame(realFrame('firstFragment'));
  expect(ipv4Of(frame)).toMatchObject({ moreFragments: true, fragmentOffset: 0 });
  expect(udpOf(frame)).toMatchObject({ length: 2008, payloadLength: 1472, checksumIs: 'unverified' });
});

test('a later fragment is payload', () => {
  const frame = decodeFrame(realFrame('lastFragment'));
  expect(ipv4Of(frame)).toMatchObject({ moreFragments: false, fragmentOffset: 1480 });
  expect(frame.layers.at(-1)).toMatchObject({ protocol: 'payload', length: 528 });
});

test('a fragment too small for the header inside is an excerpt, not a fault', () => {
  const frame = decodeFrame(frameAround(ipv4Layer({ protocol: 6, moreFragments: true }), payloadLayer('12345678')));
  expect(frame.layers.at(-1)).toMatchObject({ protocol: 'excerpt', header: { expected: 'tcp' } });
});

test('a changed byte makes the header checksum wrong', () => {
  const bytes = tcpFrame();
  bytes[22] = 63;
  expect(ipv4Of(decodeFrame(bytes))?.checksumIs).toBe('wrong');
  const field = decodeFrame(bytes).layers[1]?.fields.find(({ name }) => name === 'checksum');
  expect(field).toMatchObject({ check: 'wrong', text: '0x66ce, should be 0x67ce' });
});

test.each([
  [14, 0x65, 'the version is 6, not 4'],
  [14, 0x44, 'a header of 16 bytes is below 20'],
  [14, 0x4f, 'the header needs 60 bytes, 40 are there'],
  [17, 0x13, 'the total length 19 is below that of the header, 20'],
])('byte %i set to %i is a fault', (offset, byte, reason) => {
  const bytes = tcpFrame();
  bytes[offset] = byte;
  expect(decodeFrame(bytes).layers[1]).toMatchObject({ protocol: 'malformed', malformed: reason });
});
