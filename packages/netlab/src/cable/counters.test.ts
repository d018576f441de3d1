import { expect, it } from 'vitest';
import { parseCounters } from './counters.ts';

it('pairs names with numbers, with their group in front', () => {
  const counters = parseCounters(
    'TcpExt: SyncookiesSent ListenDrops\nTcpExt: 41 3\nIpExt: InNoRoutes\nIpExt: 0\nUdp: RcvbufErrors\nUdp: 7\n',
  );
  expect([...counters]).toEqual([
    ['TcpExt.SyncookiesSent', 41],
    ['TcpExt.ListenDrops', 3],
    ['IpExt.InNoRoutes', 0],
    ['Udp.RcvbufErrors', 7],
  ]);
});
