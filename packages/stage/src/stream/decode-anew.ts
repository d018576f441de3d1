// The bytes of a run can be decoded again by another framer than the one that ran: they are recorded.
import type { ByteStream, StreamMessage, Trace } from '@lockstep/trace';
import { useMemo } from 'react';
import { contentsOf } from './contents.ts';
import { spanOf } from './owned.ts';

/** What a framer says: a message is complete, or from byte `first` of the stream on it sees none. */
export type Decoding =
  | {
      readonly kind: 'message';
      /** Counts from 1. */
      readonly number: number;
      readonly first: number;
      readonly length: number;
      readonly text: string;
    }
  | { readonly kind: 'refused'; readonly first: number; readonly reason: string };

/** What a framer says after each read. Pure: the same reads give the same. */
export type Decode = (reads: readonly Uint8Array[]) => readonly (readonly Decoding[])[];

/** What was decoded of a stream. */
type Decoded = Pick<ByteStream, 'messages' | 'refused'>;

/** What another framer makes of the whole stream; undefined where none is asked. */
export function useDecodedAnew(
  trace: Trace,
  whole: ByteStream | undefined,
  decode: Decode | undefined,
): Decoded | undefined {
  return useMemo(() => (whole && decode ? decodedAnew(trace, whole, decode) : undefined), [trace, whole, decode]);
}

/** Decodes what the reads of a stream gave, up to the first byte that no captured segment has shown. */
function decodedAnew(trace: Trace, { reads, segments, read }: ByteStream, decode: Decode): Decoded {
  const contents = contentsOf(trace, [...segments], { from: 0, to: read });
  const given: Uint8Array[] = [];
  for (const one of reads) {
    const { from, to } = spanOf(one);
    const bytes = Array.from({ length: to - from }, (_, index) => contents(from + index));
    if (bytes.includes(undefined)) break;
    given.push(Uint8Array.from(bytes as number[]));
  }
  const said = decode(given).flatMap((all, index) => all.map((one) => ({ ...one, seq: reads.at(index)?.seq ?? 0 })));
  const messages = said.flatMap((one): readonly StreamMessage[] =>
    one.kind === 'message'
      ? [{ number: one.number, offset: one.first, length: one.length, text: one.text, seq: one.seq }]
      : [],
  );
  const refused = said.find((one) => one.kind === 'refused');
  return {
    messages,
    ...(refused && { refused: { offset: refused.first, reason: refused.reason, seq: refused.seq } }),
  };
}

/** The stream at a cursor with these messages, as far as its reads had given them by then. */
export function withDecoded(stream: ByteStream, { messages, refused }: Decoded, cursor: number): ByteStream {
  const { refused: _, ...rest } = stream;
  return {
    ...rest,
    messages: messages.filter(({ seq }) => seq < cursor),
    ...(refused && refused.seq < cursor && { refused }),
  };
}
