import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPRESSED_RESPONSE as RESPONSE } from '../../fixtures/dns-response.ts';
import { frameAround, ipv4Layer, ipv6Layer, udpFrame } from '../../fixtures/frame-around.ts';
import { decodeFrame } from '../decode-frame.ts';
import { describeFrame } from '../describe-frame.ts';
import { encodeFrame } from '../encode-frame.ts';
import { bytesToHex, hexToBytes } from '../hex.ts';
import { dnsOf, faultOf, layerOf } from '../layer-of.ts';
import type { DnsDraft } from './dns.ts';
import type { DnsData } from './dns-data.ts';

function dnsFrame(header: DnsDraft, network = ipv4Layer()): Uint8Array {
  return frameAround(
    network,
    { protocol: 'udp', header: { sourcePort: 40053, destinationPort: 53 } },
    { protocol: 'dns', header },
  );
}

test('a response with compressed names is read', () => {
  const frame = decodeFrame(udpFrame(53, hexToBytes(RESPONSE)));
  expect(dnsOf(frame)).toMatchObject({
    id: 0x1a2b,
    isResponse: true,
    authoritative: true,
    recursionDesired: true,
    recursionAvailable: true,
    responseCode: 0,
    questions: [{ name: 'www.example.com', type: 1, class: 1 }],
    answers: [
      { name: 'www.example.com', type: 5, timeToLiveSeconds: 300, data: { kind: 'cname', name: 'host.example.com' } },
      { name: 'host.example.com', type: 1, timeToLiveSeconds: 60, data: { kind: 'a', address: '93.184.216.34' } },
    ],
    additionals: [{ name: '.', type: 41, class: 1232, data: { kind: 'opt', options: [] } }],
  });
  expect(faultOf(frame)).toBeUndefined();
  expect(describeFrame(frame)).toBe(
    'DNS response id=0x1a2b A www.example.com: CNAME host.example.com, A 93.184.216.34',
  );
});

test('a compressed message is the same after decoding and encoding', () => {
  const bytes = udpFrame(53, hexToBytes(RESPONSE));
  expect(bytesToHex(encodeFrame(decodeFrame(bytes).layers))).toBe(bytesToHex(bytes));
});

test('each field stands at its place', () => {
  const fields = layerOf(decodeFrame(udpFrame(53, hexToBytes(RESPONSE))), 'dns')?.fields ?? [];
  const placeOf = (name: string) =>
    fields.filter((field) => field.name === name).map(({ offset, length, text }) => [offset - 42, length, text]);
  expect(placeOf('id')).toEqual([[0, 2, '0x1a2b']]);
  expect(placeOf('response')).toEqual([[2, 1, 'response']]);
  expect(placeOf('name')).toEqual([[12, 17, 'www.example.com']]);
  expect(placeOf('record-name')).toEqual([[33, 2, 'www.example.com']]);
  expect(placeOf('cname')).toEqual([[45, 7, 'host.example.com']]);
  expect(placeOf('record-name-2')).toEqual([[52, 2, 'host.example.com']]);
  expect(placeOf('address')).toEqual([[64, 4, '93.184.216.34']]);
  expect(placeOf('udp-payload-size')).toEqual([[71, 2, '1232']]);
  expect(placeOf('dnssec-ok')).toEqual([[75, 1, '1']]);
});

test.each<[string, number, DnsData]>([
  ['A', 1, { kind: 'a', address: '10.0.0.1' }],
  ['AAAA', 28, { kind: 'aaaa', address: '2001:db8::1' }],
  ['NS', 2, { kind: 'ns', name: 'ns.example.com' }],
  ['CNAME', 5, { kind: 'cname', name: 'example.com' }],
  ['PTR', 12, { kind: 'ptr', name: 'host.example.com' }],
  ['MX', 15, { kind: 'mx', preference: 10, exchange: 'mail.example.com' }],
  ['TXT', 16, { kind: 'txt', texts: ['v=spf1 -all', ''] }],
  [
    'SOA',
    6,
    {
      kind: 'soa',
      primary: 'ns.example.com',
      mailbox: 'me.example.com',
      serial: 1,
      refreshSeconds: 2,
      retrySeconds: 3,
      expireSeconds: 4,
      minimumSeconds: 5,
    },
  ],
  ['OPT', 41, { kind: 'opt', options: [{ code: 10, data: Uint8Array.of(1, 2) }] }],
  ['TYPE999', 999, { kind: 'other', data: Uint8Array.of(1) }],
])('%s is written and read', (_, type, data) => {
  const record = { name: 'example.com', type, class: 1, timeToLiveSeconds: 60, data };
  const frame = decodeFrame(dnsFrame({ id: 1, isResponse: true, answers: [record] }, ipv6Layer()));
  expect(dnsOf(frame)?.answers).toEqual([record]);
});

test.each([
  [{ id: 1, questions: [{ name: 'a.b', type: 28 }] }, 'DNS query id=0x0001 AAAA a.b'],
  [
    { id: 1, isResponse: true, responseCode: 3, questions: [{ name: 'a.b', type: 1 }] },
    'DNS response id=0x0001 A a.b: no such name',
  ],
  [{ id: 1, isResponse: true, questions: [{ name: 'a.b', type: 1 }] }, 'DNS response id=0x0001 A a.b: no answers'],
])('%j is told in a few words', (header, text) => {
  expect(describeFrame(decodeFrame(dnsFrame(header)))).toBe(text);
});

test('data that do not fit their type are shown as they are', () => {
  const data: DnsData = { kind: 'other', data: Uint8Array.of(10, 0, 0) };
  const frame = decodeFrame(dnsFrame({ id: 1, answers: [{ name: 'a', type: 1, data }] }));
  expect(dnsOf(frame)?.answers[0]?.data).toEqual(data);
  expect(faultOf(frame)).toBeUndefined();
});

test('a name that points to itself is a fault, and nothing is read on from there', () => {
  const bytes = hexToBytes(`${'0001 0100 0001 0000 0000 0000'.replaceAll(' ', '')}c00c00010001`);
  expect(faultOf(decodeFrame(udpFrame(53, bytes)))).toMatchObject({
    layer: { protocol: 'malformed', header: { expected: 'dns' } },
    reason: 'a name points from byte 12 to byte 12, not back',
  });
});

test('a count of records that are not there is a fault', () => {
  const bytes = hexToBytes(RESPONSE);
  bytes[6] = 0xff;
  expect(faultOf(decodeFrame(udpFrame(53, bytes)))?.reason).toContain('bytes are there');
});

test('what follows the last record is padding', () => {
  const frame = decodeFrame(udpFrame(53, hexToBytes(`${RESPONSE}00ff`)));
  expect(frame.layers.at(-1)).toMatchObject({ protocol: 'padding', length: 2, header: { after: 'dns' } });
});

test('a message of the most records that fit is read in one go', () => {
  const count = 10_900;
  const question = hexToBytes('00 0001 0001'.replaceAll(' ', ''));
  const header = Uint8Array.of(0, 1, 1, 0, count >> 8, count & 0xff, 0, 0, 0, 0, 0, 0);
  const frame = decodeFrame(
    udpFrame(53, new Uint8Array([...header, ...Array.from({ length: count }, () => [...question]).flat()])),
  );
  expect(dnsOf(frame)?.questions.length).toBe(count);
  expect(layerOf(frame, 'dns')?.fields.at(-1)?.name).toBe(`class-${count}`);
});

test('a message changed anywhere never throws and keeps its bytes', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(changes, fc.nat(), (changed, cut) => {
      const message = hexToBytes(RESPONSE);
      for (const [at, byte] of changed) message[at % message.length] = byte;
      const bytes = udpFrame(53, message.subarray(0, cut % 7 === 0 ? cut % message.length : message.length));
      const frame = decodeFrame(bytes);
      expect(describeFrame(frame)).toMatch(/^\S.*$/);
      expect(bytesToHex(encodeFrame(frame.layers))).toBe(bytesToHex(bytes));
    }),
    { numRuns: 5000 },
  );
});
