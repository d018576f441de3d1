// The User Datagram Protocol (RFC 768).
import { checksumLook, expectedChecksum } from '../checksum.ts';
import type { Codec, Scope } from '../codec.ts';
import { contradiction, FieldReader, type Look, tooShort } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import type { Check } from '../layer.ts';

const UDP = 17;
const HEADER_BYTES = 8;
const CHECKSUM_OFFSET = 6;
/** A checksum that works out as zero is sent as all ones, since zero says that there is none. */
const NO_CHECKSUM = 0;
const ZERO_CHECKSUM = 0xffff;

/** What to write. Length and checksum are worked out unless given. */
export interface UdpDraft {
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Header and payload, in bytes. */
  readonly length?: number;
  /** 0 is none. */
  readonly checksum?: number;
}

export interface UdpHeader extends Required<UdpDraft> {
  readonly checksumIs: Check;
  /** From the start of the frame. */
  readonly payloadOffset: number;
  /** Payload bytes in this frame: less than `length` says when the datagram is fragmented or quoted. */
  readonly payloadLength: number;
}

export const udp: Codec<UdpHeader, UdpDraft> = {
  title: 'UDP',
  places: [{ carrier: 'ip-protocol', number: UDP }],

  decode(scope) {
    const read = new FieldReader(scope);
    const sourcePort = read.uint(16, 'source-port', 'Source port');
    const destinationPort = read.uint(16, 'destination-port', 'Destination port');
    const length = read.uint(16, 'length', 'Length');
    const look = datagramChecksumLook(scope, length);
    const checksum = read.uint(16, 'checksum', 'Checksum', look);
    if (read.isShort) return tooShort(scope, read, HEADER_BYTES);
    if (length < HEADER_BYTES) return contradiction(read, `the length ${length} is below that of the header, 8`);
    const payloadOffset = read.position;
    const end = Math.min(scope.offset + length, scope.end);
    const isTooLong = scope.offset + length > scope.end && scope.cut === undefined;
    return {
      header: {
        sourcePort,
        destinationPort,
        length,
        checksum,
        checksumIs: look.check(checksum),
        payloadOffset,
        payloadLength: end - payloadOffset,
      },
      fields: read.fields,
      headerEnd: payloadOffset,
      end,
      carries: [
        { carrier: 'udp-port', number: destinationPort },
        { carrier: 'udp-port', number: sourcePort },
      ],
      ...(scope.cut && { inner: { cut: scope.cut } }),
      ...(isTooLong && {
        malformed: `the length is ${length} bytes, ${scope.end - scope.offset} are there`,
        inner: { cut: 'capture' },
      }),
    };
  },

  encode(draft, context) {
    const length = draft.length ?? HEADER_BYTES + context.body.length;
    const withChecksum = (checksum: number): Uint8Array =>
      createFieldWriter()
        .uint(16, draft.sourcePort)
        .uint(16, draft.destinationPort)
        .uint(16, length)
        .uint(16, checksum)
        .result();
    if (draft.checksum !== undefined) return withChecksum(draft.checksum);
    const pseudoHeader = context.pseudoHeader(UDP);
    if (!pseudoHeader) throw new RangeError('the checksum of udp needs ipv4 or ipv6 around it');
    const datagram = createFieldWriter().bytes(withChecksum(0)).bytes(context.body).result();
    return withChecksum(expectedChecksum(datagram, CHECKSUM_OFFSET, pseudoHeader(length)) || ZERO_CHECKSUM);
  },

  describe: ({ sourcePort, destinationPort, length }) =>
    `UDP ${sourcePort} → ${destinationPort} len=${length - HEADER_BYTES}`,
};

function datagramChecksumLook(scope: Scope, length: number): Required<Pick<Look, 'show' | 'check'>> {
  const end = scope.offset + length;
  const isWhole = scope.pseudoHeader !== undefined && length >= HEADER_BYTES && end <= scope.end;
  const expected = isWhole
    ? expectedChecksum(scope.bytes.subarray(scope.offset, end), CHECKSUM_OFFSET, scope.pseudoHeader(length))
    : undefined;
  const { show, check } = checksumLook(expected);
  return {
    show: (stored) => (stored === NO_CHECKSUM ? '0x0000 (none)' : show(stored)),
    check: (stored) => (stored === NO_CHECKSUM ? 'unverified' : check(stored)),
  };
}
