import { expect, it } from 'vitest';
import { parseUdpTable } from './udp-table.ts';

const TABLE = `   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops             
  109: 0200000A:14B4 00000000:0000 07 00000000:00003F00 00:00000000 00000000     0        0 12345 2 0000000000000000 393       
`;

it('reads port, queues and the datagrams that had no room', () => {
  expect(parseUdpTable(TABLE)).toEqual([{ localPort: 5300, sendBytes: 0, receiveBytes: 0x3f00, drops: 393 }]);
});

it('finds nothing in an empty table', () => {
  expect(parseUdpTable('')).toEqual([]);
});
