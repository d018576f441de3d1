import { expect, test } from 'vitest';
import { frameAround, payloadLayer } from '../../fixtures/frame-around.ts';
import { decodeFrame } from '../decode-frame.ts';
import { hexToBytes } from '../hex.ts';
import { ethernetOf } from '../layer-of.ts';

test('both addresses and the EtherType are read', () => {
  const frame = decodeFrame(hexToBytes('ffffffffffff02000000000a88b5ab'));
  expect(ethernetOf(frame)).toEqual({
    destination: 'ff:ff:ff:ff:ff:ff',
    source: '02:00:00:00:00:0a',
    etherType: 0x88b5,
  });
  expect(frame.layers[0]?.fields[2]).toMatchObject({ name: 'ether-type', offset: 12, length: 2, text: '0x88b5' });
});

test('up to 1500 the two bytes are a length, and what follows it is padding', () => {
  const frame = decodeFrame(hexToBytes('0180c200000002000000000a0003424203000000'));
  expect(frame.layers.map(({ protocol, length }) => [protocol, length])).toEqual([
    ['ethernet', 14],
    ['payload', 3],
    ['padding', 3],
  ]);
  expect(frame.layers[0]?.fields[2]).toMatchObject({ name: 'length', value: 3 });
});

test('a length beyond the frame is a fault', () => {
  const frame = decodeFrame(hexToBytes('0180c200000002000000000a0005424203'));
  expect(frame.layers[0]?.malformed).toBe('the length is 5 bytes, 3 are there');
});

test('without EtherType the length of the payload is written', () => {
  expect(ethernetOf(decodeFrame(frameAround(payloadLayer('abcd'))))?.etherType).toBe(4);
});
