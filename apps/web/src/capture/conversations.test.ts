import { decodeFrame, encodeFrame, type LayerDraft, type TcpFlag } from '@lockstep/packet';
import { expect, test } from 'vitest';
import { createConversationSorter } from './conversations.ts';

const ethernet: LayerDraft = {
  protocol: 'ethernet',
  header: { source: '02:00:00:00:00:0a', destination: '02:00:00:00:00:0b' },
};

function ipv4(source: string, destination: string): LayerDraft {
  return { protocol: 'ipv4', header: { source, destination } };
}

function tcp(source: string, sourcePort: number, destination: string, destinationPort: number, ...flags: TcpFlag[]) {
  return [
    ethernet,
    ipv4(source, destination),
    { protocol: 'tcp', header: { sourcePort, destinationPort, flags } },
  ] as const;
}

function udp(source: string, sourcePort: number, destination: string, destinationPort: number) {
  return [ethernet, ipv4(source, destination), { protocol: 'udp', header: { sourcePort, destinationPort } }] as const;
}

function arp(senderIp: string, targetIp: string) {
  const header = { operation: 1, senderMac: '02:00:00:00:00:0a', senderIp, targetMac: '00:00:00:00:00:00', targetIp };
  return [ethernet, { protocol: 'arp', header }] as const;
}

function sorted(...packets: readonly (readonly LayerDraft[])[]) {
  const sorter = createConversationSorter();
  for (const [index, layers] of packets.entries()) sorter.add(index, decodeFrame(encodeFrame(layers)));
  return sorter.conversations();
}

test('a pair with one connection is one conversation with all that belongs to it', () => {
  expect(
    sorted(
      arp('10.0.0.2', '10.0.0.1'),
      tcp('10.0.0.1', 40000, '10.0.0.2', 80, 'SYN'),
      tcp('10.0.0.2', 80, '10.0.0.1', 40000, 'SYN', 'ACK'),
    ),
  ).toMatchObject([
    {
      kind: 'all',
      a: { address: '10.0.0.1', port: 40000 },
      b: { address: '10.0.0.2', port: 80 },
      isOpenSeen: true,
      packets: [0, 1, 2],
    },
  ]);
});

test('the largest conversation comes first', () => {
  const [first, second] = sorted(
    udp('10.0.0.1', 1, '10.0.0.2', 2),
    udp('10.0.0.3', 1, '10.0.0.4', 2),
    udp('10.0.0.4', 2, '10.0.0.3', 1),
  );
  expect(first).toMatchObject({ a: { address: '10.0.0.3' }, b: { address: '10.0.0.4' }, packets: [1, 2] });
  expect(second?.packets).toEqual([0]);
});

test('of several connections between two hosts each is its own, and the rest another', () => {
  const all = sorted(
    tcp('10.0.0.1', 40000, '10.0.0.2', 80, 'SYN'),
    tcp('10.0.0.1', 40001, '10.0.0.2', 80, 'SYN'),
    tcp('10.0.0.2', 80, '10.0.0.1', 40001, 'SYN', 'ACK'),
    udp('10.0.0.1', 5, '10.0.0.2', 6),
  );
  expect(all.map(({ kind, a, packets }) => [kind, a.port, packets])).toEqual([
    ['tcp', 40001, [1, 2]],
    ['tcp', 40000, [0]],
    ['rest', undefined, [3]],
  ]);
});

test('who answers a SYN did not open', () => {
  const [one] = sorted(tcp('10.0.0.2', 80, '10.0.0.1', 40000, 'SYN', 'ACK'));
  expect(one).toMatchObject({ a: { address: '10.0.0.1', port: 40000 }, isOpenSeen: true });
});

test('without a SYN nobody is called client', () => {
  const [one] = sorted(tcp('10.0.0.2', 80, '10.0.0.1', 40000, 'ACK'));
  expect(one).toMatchObject({ a: { address: '10.0.0.2', port: 80 }, isOpenSeen: false });
});

test('a host that talks with itself is told apart by ports', () => {
  const all = sorted(
    tcp('127.0.0.1', 40000, '127.0.0.1', 80, 'SYN'),
    tcp('127.0.0.1', 80, '127.0.0.1', 40000, 'SYN', 'ACK'),
    udp('127.0.0.1', 5, '127.0.0.1', 6),
  );
  expect(all.map(({ a, b, packets }) => [a.port, b.port, packets])).toEqual([
    [40000, 80, [0, 1]],
    [5, 6, [2]],
  ]);
});
