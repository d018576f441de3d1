// The Transmission Control Protocol (RFC 9293 §3.1).
import { checksumLook, expectedChecksum } from '../checksum.ts';
import type { Codec, EncodeContext, Scope } from '../codec.ts';
import { contradiction, FieldReader, tooShort } from '../field-reader.ts';
import { concatBytes, createFieldWriter } from '../field-writer.ts';
import type { Check } from '../layer.ts';
import { optionFault, readOptions, serializeOptions } from '../option-list.ts';
import { type TcpOption, tcpOptionLayouts, writeTcpOption } from './tcp-options.ts';

const TCP = 6;
const MIN_HEADER_BYTES = 20;
const CHECKSUM_OFFSET = 16;

/** The control bits, from the lowest. */
export const TCP_FLAGS = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'] as const;

export type TcpFlag = (typeof TCP_FLAGS)[number];

/** What to write. Numbers are 0 and flags unset unless given; the checksum is worked out unless given. */
export interface TcpDraft {
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Of the first byte of the payload, or of the SYN or FIN; modulo 2³². */
  readonly sequence?: number;
  /** The next sequence number that the sender of this segment expects; means something only with ACK. */
  readonly acknowledgment?: number;
  /** Four bits. */
  readonly reserved?: number;
  readonly flags?: readonly TcpFlag[];
  /** As it stands in the segment: not multiplied by the window scale. */
  readonly window?: number;
  readonly checksum?: number;
  /** Means something only with URG. */
  readonly urgentPointer?: number;
  readonly options?: readonly TcpOption[];
}

export interface TcpHeader extends Required<TcpDraft> {
  /** In bytes, with options. */
  readonly headerLength: number;
  readonly checksumIs: Check;
  /** From the start of the frame. */
  readonly payloadOffset: number;
  /** Payload bytes in this frame. */
  readonly payloadLength: number;
}

export const tcp: Codec<TcpHeader, TcpDraft> = {
  title: 'TCP',
  places: [{ carrier: 'ip-protocol', number: TCP }],

  decode(scope) {
    const read = new FieldReader(scope);
    const sourcePort = read.uint(16, 'source-port', 'Source port');
    const destinationPort = read.uint(16, 'destination-port', 'Destination port');
    const sequence = read.uint(32, 'sequence', 'Sequence number');
    const acknowledgment = read.uint(32, 'acknowledgment', 'Acknowledgment number');
    const words = read.uint(4, 'data-offset', 'Data offset', { show: (n) => `${n * 4} bytes (${n} × 4)` });
    const reserved = read.uint(4, 'reserved', 'Reserved');
    const flagBits = read.uint(8, 'flags', 'Flags', { show: (n) => flagsOf(n).join(', ') || 'none' });
    const window = read.uint(16, 'window', 'Window');
    const look = checksumLook(expectedSegmentChecksum(scope));
    const checksum = read.uint(16, 'checksum', 'Checksum', look);
    const urgentPointer = read.uint(16, 'urgent-pointer', 'Urgent pointer');
    if (read.isShort) return tooShort(scope, read, MIN_HEADER_BYTES);
    const headerLength = words * 4;
    const payloadOffset = scope.offset + headerLength;
    if (headerLength < MIN_HEADER_BYTES)
      return contradiction(read, `a data offset of ${headerLength} bytes is below 20`);
    if (payloadOffset > scope.end) return tooShort(scope, read, headerLength);
    const options = readOptions(read, payloadOffset, tcpOptionLayouts);
    const fault = optionFault(options);
    return {
      header: {
        sourcePort,
        destinationPort,
        sequence,
        acknowledgment,
        headerLength,
        reserved,
        flags: flagsOf(flagBits),
        window,
        checksum,
        checksumIs: look.check(checksum),
        urgentPointer,
        options,
        payloadOffset,
        payloadLength: scope.end - payloadOffset,
      },
      fields: read.fields,
      headerEnd: payloadOffset,
      end: scope.end,
      carries: [],
      ...(scope.cut && { inner: { cut: scope.cut } }),
      ...(fault !== undefined && { malformed: fault }),
    };
  },

  encode(draft, context) {
    const options = serializeOptions(draft.options ?? [], writeTcpOption);
    const withChecksum = (checksum: number): Uint8Array =>
      createFieldWriter()
        .uint(16, draft.sourcePort)
        .uint(16, draft.destinationPort)
        .uint(32, draft.sequence ?? 0)
        .uint(32, draft.acknowledgment ?? 0)
        .uint(4, (MIN_HEADER_BYTES + options.length) / 4)
        .uint(4, draft.reserved ?? 0)
        .uint(8, flagBitsOf(draft.flags ?? []))
        .uint(16, draft.window ?? 0)
        .uint(16, checksum)
        .uint(16, draft.urgentPointer ?? 0)
        .bytes(options)
        .result();
    return withChecksum(draft.checksum ?? checksumOf(withChecksum(0), context));
  },

  describe({ sourcePort, destinationPort, flags, sequence, acknowledgment, window, payloadLength }) {
    const ack = flags.includes('ACK') ? ` ack=${acknowledgment}` : '';
    const ports = `${sourcePort} → ${destinationPort}`;
    return `TCP ${ports} [${flags.join(', ')}] seq=${sequence}${ack} win=${window} len=${payloadLength}`;
  },
};

function expectedSegmentChecksum({ bytes, offset, end, pseudoHeader }: Scope): number | undefined {
  if (pseudoHeader === undefined || end - offset < MIN_HEADER_BYTES) return undefined;
  return expectedChecksum(bytes.subarray(offset, end), CHECKSUM_OFFSET, pseudoHeader(end - offset));
}

function checksumOf(header: Uint8Array, context: EncodeContext): number {
  const segment = concatBytes([header, context.body]);
  const pseudoHeader = context.pseudoHeader(TCP);
  if (!pseudoHeader) throw new RangeError('the checksum of tcp needs ipv4 or ipv6 around it');
  return expectedChecksum(segment, CHECKSUM_OFFSET, pseudoHeader(segment.length));
}

function flagsOf(bits: number): readonly TcpFlag[] {
  return TCP_FLAGS.filter((_, i) => (bits & (1 << i)) !== 0);
}

function flagBitsOf(flags: readonly TcpFlag[]): number {
  return flags.reduce((bits, flag) => bits | (1 << TCP_FLAGS.indexOf(flag)), 0);
}
