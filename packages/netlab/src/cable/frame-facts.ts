// The facts of a frame's way: of TCP with its header, of anything else with its description.
import { bytesToHex, describeFrame, type Frame } from '@lockstep/packet';
import type { Fact } from '@lockstep/trace';
import type { Segment } from './segment.ts';

/** One frame on its way, numbered from 1. */
export interface Travelling {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly frame: Frame;
  readonly segment: Segment | undefined;
}

/** When, and why where that is known. */
export interface When {
  readonly at: number;
  readonly cause?: number;
}

/** The field for a cause that may be unknown. */
export function because(cause: number | undefined): { readonly cause?: number } {
  return cause === undefined ? {} : { cause };
}

export function sentFact(travelling: Travelling, when: When): Fact {
  const { number, from, to, frame, segment } = travelling;
  const base = { ...when, actor: `${from}.kernel`, source: 'wire', frame: number, from, to } as const;
  const bytes = bytesToHex(frame.bytes);
  if (!segment) {
    return { ...base, kind: 'frame.sent', protocol: protocolOf(frame), summary: describeFrame(frame), bytes };
  }
  const { sourcePort, destinationPort, flags, sequence, acknowledgment, window, payloadLength } = segment.header;
  return {
    ...base,
    kind: 'tcp.segment-sent',
    sourcePort,
    destinationPort,
    flags: flags.join(','),
    sequence,
    acknowledgment,
    window,
    length: payloadLength,
    bytes,
  };
}

export function deliveredFact({ number, to, segment }: Travelling, when: When): Fact {
  const kind = segment ? 'tcp.segment-delivered' : 'frame.delivered';
  return { ...when, actor: `${to}.kernel`, source: 'wire', kind, frame: number, to };
}

export function droppedFact({ number, segment }: Travelling, reason: string, when: When): Fact {
  const kind = segment ? 'tcp.segment-dropped' : 'frame.dropped';
  return { ...when, actor: 'cable', source: 'wire', kind, frame: number, reason };
}

/** What the cable did with a frame before it arrives. */
export function handledFact({ number }: Travelling, what: Handling, when: When): Fact {
  return { ...when, actor: 'cable', source: 'wire', frame: number, ...what };
}

type Handling =
  | { readonly kind: 'frame.held' | 'frame.duplicated'; readonly reason: string }
  | { readonly kind: 'frame.delayed'; readonly ms: number; readonly reason: string };

/** The innermost header that is not itself quoted or opaque. */
export function protocolOf(frame: Frame): string {
  return frame.layers.findLast(({ protocol, quoted }) => !quoted && PROTOCOLS.has(protocol))?.protocol ?? 'unknown';
}

const PROTOCOLS: ReadonlySet<string> = new Set(['ethernet', 'vlan', 'arp', 'ipv4', 'icmp', 'udp']);
