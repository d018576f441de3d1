// What is written on a frame that is not TCP, read off its bytes: what it carries, and of an IP fragment which piece.
import { arpOf, decodeFrame, type Frame, hexToBytes, icmpOf, ipv4Of, layerOf, udpOf } from '@lockstep/packet';
import { type EventOf, type Trace } from '@lockstep/trace';
import type { SegmentLabel } from './segment-label.ts';

type FrameSent = EventOf<'frame.sent'>;

/** A piece of a datagram that was too long for one frame (RFC 791 §3.2). */
export interface Fragment {
  /** Counted from 1 by its place in the datagram. */
  readonly number: number;
  /** Pieces that were seen on the cable. */
  readonly of: number;
  /** Of the datagram's bytes, IP's header not counted. */
  readonly firstByte: number;
  readonly bytes: number;
}

/** The fragments among the frames of the first `length` events, by `seq`. */
export function fragmentsOf(trace: Trace, length: number): ReadonlyMap<number, Fragment> {
  const datagrams = new Map<string, { readonly seq: number; readonly firstByte: number; readonly bytes: number }[]>();
  for (let seq = 0; seq < length; seq++) {
    if (trace.kindAt(seq) !== 'frame.sent') continue;
    const sent = trace.event(seq) as FrameSent;
    const ip = ipv4Of(frameOf(sent));
    if (!ip || (!ip.moreFragments && ip.fragmentOffset === 0)) continue;
    const key = `${sent.from} ${ip.source} ${ip.destination} ${ip.identification}`;
    const pieces = datagrams.get(key) ?? [];
    pieces.push({ seq, firstByte: ip.fragmentOffset, bytes: ip.payloadLength });
    datagrams.set(key, pieces);
  }
  const fragments = new Map<number, Fragment>();
  for (const pieces of datagrams.values()) {
    const places = [...new Set(pieces.map(({ firstByte }) => firstByte))].sort((a, b) => a - b);
    for (const { seq, firstByte, bytes } of pieces)
      fragments.set(seq, { number: places.indexOf(firstByte) + 1, of: places.length, firstByte, bytes });
  }
  return fragments;
}

/** `UDP 20 B`, `ARP who has 10.0.0.2?`, `ICMP port unreachable`. */
export function frameLabel(sent: FrameSent, fragment: Fragment | undefined, brief = false): SegmentLabel {
  const frame = frameOf(sent);
  const udp = udpOf(frame);
  if (fragment) {
    const range = `${fragment.firstByte}–${fragment.firstByte + fragment.bytes - 1}`;
    return { flags: 'IP', fields: brief ? range : `bytes ${range}` };
  }
  if (udp) return { flags: 'UDP', fields: `${udp.length - 8} B` };
  const arp = arpOf(frame);
  if (arp) {
    const asks = arp.operation === 1;
    return { flags: 'ARP', fields: asks ? `who has ${arp.targetIp}?` : `${arp.senderIp} is here` };
  }
  const icmp = icmpOf(frame);
  if (icmp) {
    const fields = layerOf(frame, 'icmp')?.fields ?? [];
    const text = (name: string) => fields.find((field) => field.name === name)?.text ?? '';
    const isCoded = icmp.message.kind === 'destination-unreachable' || icmp.message.kind === 'time-exceeded';
    const words = (isCoded ? text('code') : text('type')).replace(/^\d+ \((.*)\)$/, '$1');
    return { flags: 'ICMP', fields: words };
  }
  return { flags: sent.protocol.toUpperCase(), fields: brief ? '' : sent.summary };
}

const frames = new WeakMap<FrameSent, Frame>();

function frameOf(sent: FrameSent): Frame {
  const known = frames.get(sent);
  if (known) return known;
  const frame = decodeFrame(hexToBytes(sent.bytes));
  frames.set(sent, frame);
  return frame;
}
