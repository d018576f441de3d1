import { decodeFrame, hexToBytes, tcpOf } from '@lockstep/packet';
import { type ByteStream, type EventOf, streamEnd, type Trace } from '@lockstep/trace';

/** The bytes of a stream by position; −1 where no captured segment has shown them. */
export type Contents = Int16Array;

/** Reads the payloads off the segments, lost ones too: what was sent again was the same. */
export function contentsOf(trace: Trace, stream: ByteStream): Contents {
  const contents = new Int16Array(streamEnd(stream)).fill(-1);
  for (const { offset, seq } of stream.segments) {
    const payload = payloadOf(trace.event(seq) as EventOf<'tcp.segment-sent'>);
    for (const [index, byte] of payload.entries())
      if (offset + index >= 0 && offset + index < contents.length) contents[offset + index] = byte;
  }
  return contents;
}

function payloadOf(segment: EventOf<'tcp.segment-sent'>): Uint8Array {
  const frame = decodeFrame(hexToBytes(segment.bytes));
  const tcp = tcpOf(frame);
  return tcp ? frame.bytes.subarray(tcp.payloadOffset, tcp.payloadOffset + tcp.payloadLength) : new Uint8Array();
}
