// What a frame that is not TCP carries, read off its description in the trace (`describeFrame` of packages/packet).
import type { EventOf } from '@lockstep/trace';

export type FrameContents =
  /** A UDP datagram (RFC 768), or its first fragment; `length` is of the whole payload. */
  | {
      readonly kind: 'datagram';
      readonly sourcePort: number;
      readonly destinationPort: number;
      readonly length: number;
      readonly isFragment: boolean;
    }
  /** A later fragment (RFC 791 §3.2): `length` bytes from byte `offset` on, UDP's header counted. */
  | { readonly kind: 'fragment'; readonly offset: number; readonly length: number; readonly isLast: boolean }
  /** ICMP (RFC 792): nobody is at this UDP port. */
  | { readonly kind: 'port-unreachable'; readonly port: number };

/** Undefined: neither a datagram nor an answer to one. */
export function contentsOf({ summary }: Pick<EventOf<'frame.sent'>, 'summary'>): FrameContents | undefined {
  const udp = UDP.exec(summary);
  if (udp) {
    const [sourcePort = 0, destinationPort = 0, length = 0] = udp.slice(1).map(Number);
    return { kind: 'datagram', sourcePort, destinationPort, length, isFragment: summary.includes('first fragment') };
  }
  const fragment = FRAGMENT.exec(summary);
  if (fragment)
    return {
      kind: 'fragment',
      offset: Number(fragment[1]),
      length: Number(fragment[3]),
      isLast: fragment[2] === 'last',
    };
  const unreachable = PORT_UNREACHABLE.exec(summary);
  return unreachable ? { kind: 'port-unreachable', port: Number(unreachable[1]) } : undefined;
}

const UDP = /^UDP (\d+) → (\d+) len=(\d+)/;
const FRAGMENT = /^IPv4 .* fragment id=\S+ offset=(\d+) (more|last) len=(\d+)/;
const PORT_UNREACHABLE = /^ICMP .*port unreachable, quoting UDP \d+ → (\d+)/;
