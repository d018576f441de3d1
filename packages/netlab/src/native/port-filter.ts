import { viewOf } from './bytes.ts';

type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, operand: number];

/**
 * A classic BPF program for "IPv4, TCP or UDP, to or from this port, not a later fragment" on Ethernet
 * (linux/Documentation/networking/filter.rst): the kernel then shows us nobody else's loopback traffic.
 */
export function portFilter(port: number): Uint8Array {
  const program: readonly Instruction[] = [
    [0x28, 0, 0, 12], // ldh  EtherType
    [0x15, 0, 10, 0x0800], // jeq  IPv4, else refuse
    [0x30, 0, 0, 23], // ldb  protocol
    [0x15, 1, 0, 6], // jeq  TCP
    [0x15, 0, 7, 17], // jeq  UDP, else refuse
    [0x28, 0, 0, 20], // ldh  flags and fragment offset
    [0x45, 5, 0, 0x1fff], // jset a later fragment: refuse
    [0xb1, 0, 0, 14], // ldxb length of the IPv4 header
    [0x48, 0, 0, 14], // ldh  source port
    [0x15, 3, 0, port], // jeq  take
    [0x48, 0, 0, 16], // ldh  destination port
    [0x15, 1, 0, port], // jeq  take
    [0x06, 0, 0, 0], // ret  refuse
    [0x06, 0, 0, 0x40000], // ret  take
  ];
  const bytes = new Uint8Array(program.length * 8);
  const view = viewOf(bytes);
  for (const [index, [code, ifTrue, ifFalse, operand]] of program.entries()) {
    view.setUint16(index * 8, code, true);
    view.setUint8(index * 8 + 2, ifTrue);
    view.setUint8(index * 8 + 3, ifFalse);
    view.setUint32(index * 8 + 4, operand, true);
  }
  return bytes;
}
