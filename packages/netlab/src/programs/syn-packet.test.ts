import { decodeFrame, encodeFrame, ipv4Of, tcpOf } from '@lockstep/packet';
import { expect, test } from 'vitest';
import { synPacket } from './syn-packet.ts';

const OPTIONS = {
  source: '10.0.0.101',
  sourcePort: 20_001,
  destination: '10.0.0.2',
  destinationPort: 9000,
  sequence: 4_000_000_000,
};

/** As it would stand on a cable: `synPacket` begins with the IPv4 header. */
function onTheCable(packet: Uint8Array) {
  const ethernet = { source: '02:00:00:00:00:01', destination: '02:00:00:00:00:02', etherType: 0x0800 };
  return decodeFrame(
    encodeFrame([
      { protocol: 'ethernet', header: ethernet },
      { protocol: 'payload', header: { data: packet } },
    ]),
  );
}

test('a SYN made by hand says what it was told to, and its checksums are right', () => {
  const packet = synPacket(OPTIONS);
  expect(packet).toHaveLength(44);
  const frame = onTheCable(packet);
  expect(ipv4Of(frame)).toMatchObject({ source: '10.0.0.101', destination: '10.0.0.2', checksumIs: 'correct' });
  expect(tcpOf(frame)).toMatchObject({
    sourcePort: 20_001,
    destinationPort: 9000,
    sequence: 4_000_000_000,
    flags: ['SYN'],
    checksumIs: 'correct',
  });
});

test('what is no address or no port is refused', () => {
  expect(() => synPacket({ ...OPTIONS, source: '10.0.0' })).toThrow(RangeError);
  expect(() => synPacket({ ...OPTIONS, sourcePort: 65_536 })).toThrow(RangeError);
});
