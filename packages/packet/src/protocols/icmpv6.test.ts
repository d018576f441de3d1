import { expect, test } from 'vitest';
import { frameAround, ipv6Layer, payloadLayer } from '../../fixtures/frame-around.ts';
import { decodeFrame } from '../decode-frame.ts';
import { describeFrame } from '../describe-frame.ts';
import type { LayerDraft } from '../encode-frame.ts';
import { faultOf, icmpv6Of, layerOf, quotedOf, udpOf } from '../layer-of.ts';
import type { Icmpv6Message } from './icmpv6-message.ts';

function icmpv6Frame(message: Icmpv6Message, ...rest: readonly LayerDraft[]): Uint8Array {
  return frameAround(ipv6Layer(), { protocol: 'icmpv6', header: { message } }, ...rest);
}

const target = 'fe80::2';
const mac = '02:00:00:00:00:0b';

test.each<[Icmpv6Message, number, string]>([
  [{ kind: 'echo-request', identifier: 7, sequence: 65535 }, 128, 'ICMPv6 echo request id=7 seq=65535'],
  [{ kind: 'echo-reply', identifier: 7, sequence: 1 }, 129, 'ICMPv6 echo reply id=7 seq=1'],
  [{ kind: 'destination-unreachable', unused: 0 }, 1, 'ICMPv6 destination unreachable, no route to destination'],
  [{ kind: 'packet-too-big', mtu: 1280 }, 2, 'ICMPv6 packet too big mtu=1280'],
  [{ kind: 'time-exceeded', unused: 0 }, 3, 'ICMPv6 time exceeded, hop limit exceeded in transit'],
  [{ kind: 'parameter-problem', pointer: 40 }, 4, 'ICMPv6 parameter problem, erroneous header field'],
  [{ kind: 'router-solicitation', reserved: 0, options: [] }, 133, 'ICMPv6 router solicitation'],
  [
    {
      kind: 'router-advertisement',
      hopLimit: 64,
      flags: 0xc0,
      lifetimeSeconds: 1800,
      reachableMs: 1,
      retransmitMs: 2,
      options: [
        { kind: 'mtu', reserved: 0, mtu: 1500 },
        { kind: 'unknown', number: 3, data: new Uint8Array(30) },
      ],
    },
    134,
    'ICMPv6 router advertisement',
  ],
  [
    { kind: 'neighbor-solicitation', reserved: 0, target, options: [{ kind: 'source-link-address', mac }] },
    135,
    'ICMPv6 neighbor solicitation who-has fe80::2',
  ],
  [
    {
      kind: 'neighbor-advertisement',
      isRouter: false,
      solicited: true,
      override: true,
      reserved: 0,
      target,
      options: [{ kind: 'target-link-address', mac }],
    },
    136,
    'ICMPv6 neighbor advertisement fe80::2 is-at 02:00:00:00:00:0b',
  ],
  [{ kind: 'other', type: 143, rest: 1 }, 143, 'ICMPv6 multicast listener report, version 2'],
])('$kind is written and read', (message, type, text) => {
  const isError = type < 128;
  const quote = isError ? quotedDatagram() : [];
  const frame = decodeFrame(icmpv6Frame(message, ...quote));
  expect(icmpv6Of(frame)).toMatchObject({ type, message, checksumIs: 'correct' });
  expect(describeFrame(frame)).toBe(isError ? `${text}, quoting UDP 1 → 2 len=2` : text);
});

function quotedDatagram(): readonly LayerDraft[] {
  const layers = [ipv6Layer(), { protocol: 'udp', header: { sourcePort: 1, destinationPort: 2 } }, payloadLayer('hi')];
  return layers.map((layer) => ({ ...layer, quoted: true }) as LayerDraft);
}

test('an error quotes the packet that caused it', () => {
  const frame = decodeFrame(icmpv6Frame({ kind: 'time-exceeded' }, ...quotedDatagram()));
  const quoted = quotedOf(frame);
  expect(quoted && udpOf(quoted)).toMatchObject({ sourcePort: 1, destinationPort: 2, checksumIs: 'correct' });
});

test('a changed byte makes the checksum wrong', () => {
  const bytes = icmpv6Frame({ kind: 'echo-request', identifier: 1, sequence: 1 }, payloadLayer('ping'));
  bytes[bytes.length - 1] = 0;
  expect(icmpv6Of(decodeFrame(bytes))?.checksumIs).toBe('wrong');
});

test('an option of no length ends the list as a fault', () => {
  const bytes = icmpv6Frame({ kind: 'neighbor-solicitation', target, options: [{ kind: 'source-link-address', mac }] });
  bytes[bytes.length - 7] = 0;
  const frame = decodeFrame(bytes);
  expect(faultOf(frame)?.reason).toBe('an option has an impossible length');
  expect(layerOf(frame, 'icmpv6')?.fields.at(-1)).toMatchObject({ name: 'malformed-option', length: 8 });
});

test('a message that ends early cannot be read', () => {
  const bytes = icmpv6Frame({ kind: 'other', type: 135, rest: 0 });
  expect(decodeFrame(bytes).layers.at(-1)).toMatchObject({
    protocol: 'malformed',
    malformed: 'the header needs 24 bytes, 8 are there',
  });
});
