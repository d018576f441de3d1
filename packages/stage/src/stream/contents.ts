import { decodeFrame, hexToBytes, tcpOf } from '@lockstep/packet';
import type { EventOf, Span, StreamSegment, Trace } from '@lockstep/trace';
import { clipped, spanOf } from './owned.ts';

/** The byte at a position of the stream; undefined where no captured segment has shown it. */
export type Contents = (position: number) => number | undefined;

/** Reads a part of the stream off the segments, lost ones too: what was sent again was the same. */
export function contentsOf(trace: Trace, segments: readonly StreamSegment[], part: Span): Contents {
  const bytes = new Map<number, number>();
  for (const segment of segments) {
    const shown = clipped(spanOf(segment), part);
    if (!shown) continue;
    const payload = payloadOf(trace.event(segment.seq) as EventOf<'tcp.segment-sent'>);
    for (let at = shown.from; at < shown.to; at++) {
      const byte = payload[at - segment.offset];
      if (byte !== undefined) bytes.set(at, byte);
    }
  }
  return (position) => bytes.get(position);
}

function payloadOf(segment: EventOf<'tcp.segment-sent'>): Uint8Array {
  const frame = decodeFrame(hexToBytes(segment.bytes));
  const tcp = tcpOf(frame);
  return tcp ? frame.bytes.subarray(tcp.payloadOffset, tcp.payloadOffset + tcp.payloadLength) : new Uint8Array();
}
