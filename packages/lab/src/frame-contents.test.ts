import { expect, test } from 'vitest';
import { contentsOf } from './index.ts';

test.each([
  ['UDP 59230 → 9999 len=6', { kind: 'datagram', destinationPort: 9999, length: 6, isFragment: false }],
  ['UDP 33421 → 9998 len=2000, first fragment', { kind: 'datagram', length: 2000, isFragment: true }],
  [
    'IPv4 10.0.1.2 → 10.0.2.2 UDP (17) fragment id=0x3d28 offset=1480 last len=528',
    { kind: 'fragment', offset: 1480, length: 528, isLast: true },
  ],
  [
    'ICMP destination unreachable, port unreachable, quoting UDP 33421 → 9998 len=2000',
    { kind: 'port-unreachable', port: 9998 },
  ],
])('%s is read', (summary, contents) => {
  expect(contentsOf({ summary })).toMatchObject(contents);
});

test('what is neither a datagram nor an answer to one is not', () => {
  expect(contentsOf({ summary: 'ARP who-has 10.0.0.2 tell 10.0.0.1' })).toBeUndefined();
});
