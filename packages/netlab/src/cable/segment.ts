import { type Frame, ipv4Of, type TcpHeader, tcpOf } from '@lockstep/packet';

/** A TCP segment, with what is needed to say which connection it belongs to and what it takes up in it. */
export interface Segment {
  readonly header: TcpHeader;
  readonly source: string;
  readonly destination: string;
  /** Sequence number just after it: data, SYN and FIN take up sequence space (RFC 9293 §3.4). */
  readonly end: number;
}

export function segmentOf(frame: Frame): Segment | undefined {
  const header = tcpOf(frame);
  const ip = ipv4Of(frame);
  if (!header || !ip) return undefined;
  const space = header.payloadLength + (has(header, 'SYN') ? 1 : 0) + (has(header, 'FIN') ? 1 : 0);
  return { header, source: ip.source, destination: ip.destination, end: (header.sequence + space) >>> 0 };
}

export function has(header: TcpHeader, flag: TcpHeader['flags'][number]): boolean {
  return header.flags.includes(flag);
}

/** A connection as its sender names it: `40022→10.0.0.2:9000`. */
export function sendersName({ header, destination }: Segment): string {
  return `${header.sourcePort}→${destination}:${header.destinationPort}`;
}

/** The same connection as its receiver names it. */
export function receiversName({ header, source }: Segment): string {
  return `${header.destinationPort}→${source}:${header.sourcePort}`;
}
