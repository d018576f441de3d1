// A captured packet as facts. A capture sees a packet once: that it arrived is not in the file, so the arrival is told at
// the same moment, and as derived.
import { bytesToHex, describeFrame, type Frame, ipv4Of, ipv6Of, type LinkType, tcpOf } from '@lockstep/packet';
import type { Fact } from '@lockstep/trace';

/** One packet of a conversation on its way between two hosts. */
export interface SeenPacket {
  /** From 1, in the capture. */
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly at: number;
  readonly frame: Frame;
  readonly linkType: LinkType;
  readonly comments: readonly string[];
}

export function sentFact({ number, from, to, at, frame, linkType, comments }: SeenPacket): Fact {
  const comment = comments.join(' · ');
  const base = {
    at,
    actor: `${from}.kernel`,
    source: 'wire',
    frame: number,
    from,
    to,
    bytes: bytesToHex(frame.bytes),
    ...(linkType !== 'ethernet' && { link: linkType }),
    ...(comment !== '' && { comment }),
  } as const;
  const tcp = tcpOf(frame);
  if (!tcp) return { ...base, kind: 'frame.sent', protocol: protocolOf(frame), summary: describeFrame(frame) };
  const { sourcePort, destinationPort, flags, sequence, acknowledgment, window } = tcp;
  return {
    ...base,
    kind: 'tcp.segment-sent',
    sourcePort,
    destinationPort,
    flags: flags.join(','),
    sequence,
    acknowledgment,
    window,
    length: statedLength(frame) ?? tcp.payloadLength,
  };
}

export function deliveredFact({ number, to, at, frame }: SeenPacket, cause: number): Fact {
  const kind = tcpOf(frame) ? 'tcp.segment-delivered' : 'frame.delivered';
  return { at, actor: `${to}.kernel`, source: 'derived', kind, frame: number, to, cause };
}

/** Payload bytes of a segment as IP states them: a capture may keep only the beginning of each packet. */
function statedLength(frame: Frame): number | undefined {
  const [ipv4, ipv6, tcp] = [ipv4Of(frame), ipv6Of(frame), tcpOf(frame)];
  if (!tcp) return undefined;
  if (ipv4) return ipv4.totalLength - ipv4.headerLength - tcp.headerLength;
  if (ipv6) return ipv6.payloadLength + IPV6_FIXED_BYTES - ipv6.headerLength - tcp.headerLength;
  return undefined;
}

const IPV6_FIXED_BYTES = 40;

const OPAQUE: ReadonlySet<string> = new Set(['payload', 'padding', 'malformed', 'excerpt']);

/** The innermost header that is not itself quoted or opaque. */
function protocolOf(frame: Frame): string {
  return frame.layers.findLast(({ protocol, quoted }) => !quoted && !OPAQUE.has(protocol))?.protocol ?? 'unknown';
}
