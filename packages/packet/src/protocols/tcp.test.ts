import { expect, test } from 'vitest';
import { tcpFrame } from '../../fixtures/frame-around.ts';
import { realFrame } from '../../fixtures/real-frames.ts';
import { decodeFrame } from '../decode-frame.ts';
import { layerOf, tcpOf } from '../layer-of.ts';
import { TCP_FLAGS } from './tcp.ts';

test('each field of a kernel’s segment is read', () => {
  expect(tcpOf(decodeFrame(realFrame('lastAck')))).toEqual({
    sourcePort: 38390,
    destinationPort: 9000,
    sequence: 4134882396,
    acknowledgment: 2399086631,
    headerLength: 32,
    reserved: 0,
    flags: ['ACK'],
    window: 63,
    checksum: 0xcf0b,
    checksumIs: 'correct',
    urgentPointer: 0,
    options: [
      { kind: 'no-operation' },
      { kind: 'no-operation' },
      { kind: 'timestamps', value: 28440390, echoReply: 3709798208 },
    ],
    payloadOffset: 66,
    payloadLength: 0,
  });
});

test('each field stands at its place', () => {
  const fields = layerOf(decodeFrame(tcpFrame()), 'tcp')?.fields ?? [];
  expect(fields.map(({ name, offset, length, bits }) => [name, offset, length, bits?.mask])).toEqual([
    ['source-port', 34, 2, undefined],
    ['destination-port', 36, 2, undefined],
    ['sequence', 38, 4, undefined],
    ['acknowledgment', 42, 4, undefined],
    ['data-offset', 46, 1, 0xf0],
    ['reserved', 46, 1, 0x0f],
    ['flags', 47, 1, undefined],
    ['window', 48, 2, undefined],
    ['checksum', 50, 2, undefined],
    ['urgent-pointer', 52, 2, undefined],
  ]);
});

test.each(TCP_FLAGS.map((flag, bit) => [flag, bit] as const))('%s is bit %i', (flag, bit) => {
  const bytes = tcpFrame({ flags: [flag] });
  expect(bytes[47]).toBe(1 << bit);
  expect(tcpOf(decodeFrame(bytes))?.flags).toEqual([flag]);
});

test('flags are shown from the lowest bit', () => {
  const fields = layerOf(decodeFrame(tcpFrame({ flags: ['ACK', 'SYN'] })), 'tcp')?.fields;
  expect(fields?.find(({ name }) => name === 'flags')).toMatchObject({ value: 0x12, text: 'SYN, ACK' });
});

test('the payload is what follows the options', () => {
  const bytes = tcpFrame({ options: [{ kind: 'maximum-segment-size', bytes: 1460 }] }, 'hello');
  const frame = decodeFrame(bytes);
  expect(tcpOf(frame)).toMatchObject({ headerLength: 24, payloadOffset: 58, payloadLength: 5, checksumIs: 'correct' });
  expect(frame.layers.at(-1)).toMatchObject({ protocol: 'payload', offset: 58, fields: [{ text: '5 bytes: hello' }] });
});

test.each([33, 38, 60])('a changed byte %i, of addresses, header or payload, makes the checksum wrong', (offset) => {
  const bytes = tcpFrame({}, 'hello!!');
  bytes[offset] = 0x55;
  expect(tcpOf(decodeFrame(bytes))?.checksumIs).toBe('wrong');
});

test('a checksum left to the network card is wrong, and the right one is told', () => {
  const field = layerOf(decodeFrame(realFrame('synUnfilledChecksum')), 'tcp')?.fields.find(({ check }) => check);
  expect(field).toMatchObject({ check: 'wrong', text: '0x1732, should be 0x418b' });
});

test.each([
  [0x40, 'a data offset of 16 bytes is below 20'],
  [0x60, 'the header needs 24 bytes, 20 are there'],
])('a data offset byte of %i is a fault', (byte, reason) => {
  const bytes = tcpFrame();
  bytes[46] = byte;
  expect(decodeFrame(bytes).layers[2]).toMatchObject({ protocol: 'malformed', malformed: reason });
});
