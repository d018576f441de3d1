import { expect, test } from 'vitest';
import { frameAround, ipv4Layer, payloadLayer } from '../../fixtures/frame-around.ts';
import { realFrame } from '../../fixtures/real-frames.ts';
import { decodeFrame } from '../decode-frame.ts';
import { bytesToHex } from '../hex.ts';
import { ipv4Of } from '../layer-of.ts';
import type { Ipv4Option } from './ipv4-options.ts';

test('record route is filled in by the kernels on the way', () => {
  const frame = decodeFrame(realFrame('recordRouteReply'));
  expect(ipv4Of(frame)).toMatchObject({
    headerLength: 36,
    checksumIs: 'correct',
    options: [
      { kind: 'record-route', pointer: 16, addresses: ['10.0.1.2', '10.0.2.1', '10.0.2.2'] },
      { kind: 'end-of-list', padding: new Uint8Array() },
    ],
  });
  expect(frame.layers[1]?.fields.find(({ name }) => name === 'recorded-address-2')).toMatchObject({
    offset: 41,
    length: 4,
    value: '10.0.2.1',
    group: 'Record route option',
  });
});

test.each<[string, Ipv4Option, string]>([
  ['router alert', { kind: 'router-alert', value: 0 }, '94040000'],
  ['record route', { kind: 'record-route', pointer: 4, addresses: ['0.0.0.0'] }, '07070400000000' + '00'],
  ['an unknown option', { kind: 'unknown', number: 68, data: new Uint8Array([5, 0]) }, '44040500'],
  ['no-operation', { kind: 'no-operation' }, '01000000'],
])('%s is written and read', (_, option, hex) => {
  const bytes = frameAround(ipv4Layer({ protocol: 132, options: [option] }), payloadLayer('x'));
  expect(bytesToHex(bytes.subarray(34, -1))).toBe(hex);
  expect(ipv4Of(decodeFrame(bytes))?.options[0]).toEqual(option);
});

test('a known option with a length that it cannot have is unknown', () => {
  const option: Ipv4Option = { kind: 'unknown', number: 7, data: new Uint8Array([4, 1]) };
  const bytes = frameAround(ipv4Layer({ protocol: 132, options: [option] }), payloadLayer('x'));
  expect(ipv4Of(decodeFrame(bytes))?.options).toEqual([option]);
});
