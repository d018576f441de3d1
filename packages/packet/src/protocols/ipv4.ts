// The Internet Protocol, version 4 (RFC 791). The former type of service is read as DSCP (RFC 2474) and ECN (RFC 3168).
import { checksumLook, expectedChecksum } from '../checksum.ts';
import type { Codec, Cut, PseudoHeader, Scope } from '../codec.ts';
import { contradiction, FieldReader, tooShort } from '../field-reader.ts';
import { concatBytes, createFieldWriter } from '../field-writer.ts';
import { hexNumber } from '../hex.ts';
import { parseIpv4Address, serializeIpv4Address } from '../ipv4-address.ts';
import type { Check } from '../layer.ts';
import { ipProtocolText } from '../number-names.ts';
import { optionFault, readOptions, serializeOptions } from '../option-list.ts';
import { ecnText } from './ecn-text.ts';
import { type Ipv4Option, ipv4OptionLayouts, writeIpv4Option } from './ipv4-options.ts';

const MIN_HEADER_BYTES = 20;
const CHECKSUM_OFFSET = 10;

/** What to write. Lengths, checksum and the protocol inside are worked out unless given. */
export interface Ipv4Draft {
  readonly source: string;
  readonly destination: string;
  readonly dscp?: number;
  readonly ecn?: number;
  /** Header and what it carries, in bytes. */
  readonly totalLength?: number;
  readonly identification?: number;
  readonly reservedFlag?: boolean;
  readonly dontFragment?: boolean;
  readonly moreFragments?: boolean;
  /** In bytes, a multiple of 8. */
  readonly fragmentOffset?: number;
  /** 64 unless given. */
  readonly timeToLive?: number;
  /** 6 is TCP. */
  readonly protocol?: number;
  readonly checksum?: number;
  readonly options?: readonly Ipv4Option[];
}

export interface Ipv4Header extends Required<Ipv4Draft> {
  /** In bytes, with options. */
  readonly headerLength: number;
  readonly checksumIs: Check;
  /** Bytes in this frame after the header. */
  readonly payloadLength: number;
}

export const ipv4: Codec<Ipv4Header, Ipv4Draft> = {
  title: 'IPv4',
  places: [{ carrier: 'ether-type', number: 0x0800 }],

  decode(scope) {
    const read = new FieldReader(scope);
    const version = read.uint(4, 'version', 'Version');
    const words = read.uint(4, 'header-length', 'Header length', { show: (n) => `${n * 4} bytes (${n} × 4)` });
    const headerLength = words * 4;
    const headerEnd = scope.offset + headerLength;
    const dscp = read.uint(6, 'dscp', 'Differentiated services code point');
    const ecn = read.uint(2, 'ecn', 'Explicit congestion notification', { show: ecnText });
    const totalLength = read.uint(16, 'total-length', 'Total length');
    const identification = read.uint(16, 'identification', 'Identification', { show: (n) => hexNumber(n, 4) });
    const flags = read.uint(3, 'flags', 'Flags', { show: flagsText });
    const fragmentUnits = read.uint(13, 'fragment-offset', 'Fragment offset', {
      show: (n) => `${n * 8} bytes (${n} × 8)`,
    });
    const timeToLive = read.uint(8, 'time-to-live', 'Time to live');
    const protocol = read.uint(8, 'protocol', 'Protocol', { show: ipProtocolText });
    const look = headerChecksumLook(scope, headerEnd);
    const checksum = read.uint(16, 'checksum', 'Header checksum', look);
    const addresses = read.peek(8);
    const source = read.text(4, 'source', 'Source address', serializeIpv4Address);
    const destination = read.text(4, 'destination', 'Destination address', serializeIpv4Address);
    if (read.isShort) return tooShort(scope, read, MIN_HEADER_BYTES);
    if (version !== 4) return contradiction(read, `the version is ${version}, not 4`);
    if (headerLength < MIN_HEADER_BYTES) return contradiction(read, `a header of ${headerLength} bytes is below 20`);
    if (headerEnd > scope.end) return tooShort(scope, read, headerLength);
    if (totalLength < headerLength)
      return contradiction(read, `the total length ${totalLength} is below that of the header, ${headerLength}`);
    const options = readOptions(read, headerEnd, ipv4OptionLayouts);

    const end = Math.min(scope.offset + totalLength, scope.end);
    const isCut = scope.offset + totalLength > scope.end;
    const moreFragments = (flags & 1) !== 0;
    const cut = isCut ? cutAround(scope) : moreFragments ? 'fragment' : undefined;
    const header: Ipv4Header = {
      headerLength,
      dscp,
      ecn,
      totalLength,
      identification,
      reservedFlag: (flags & 4) !== 0,
      dontFragment: (flags & 2) !== 0,
      moreFragments,
      fragmentOffset: fragmentUnits * 8,
      timeToLive,
      protocol,
      checksum,
      checksumIs: look.check(checksum),
      source,
      destination,
      options,
      payloadLength: end - headerEnd,
    };
    const fault =
      isCut && scope.cut === undefined && !scope.quoted
        ? `the total length is ${totalLength} bytes, ${scope.end - scope.offset} are there`
        : optionFault(options);
    return {
      header,
      fields: read.fields,
      headerEnd,
      end,
      carries: fragmentUnits === 0 ? [{ carrier: 'ip-protocol', number: protocol }] : [],
      inner: cut ? { cut } : { pseudoHeader: pseudoHeaderOf(addresses, protocol) },
      ...(fault !== undefined && { malformed: fault }),
    };
  },

  encode(draft, context) {
    const options = serializeOptions(draft.options ?? [], writeIpv4Option);
    const headerLength = MIN_HEADER_BYTES + options.length;
    const fragmentOffset = draft.fragmentOffset ?? 0;
    if (fragmentOffset % 8 !== 0) throw new RangeError(`fragment offset ${fragmentOffset} is no multiple of 8`);
    const withChecksum = (checksum: number): Uint8Array =>
      createFieldWriter()
        .uint(4, 4)
        .uint(4, headerLength / 4)
        .uint(6, draft.dscp ?? 0)
        .uint(2, draft.ecn ?? 0)
        .uint(16, draft.totalLength ?? headerLength + context.body.length)
        .uint(16, draft.identification ?? 0)
        .uint(1, Number(draft.reservedFlag ?? false))
        .uint(1, Number(draft.dontFragment ?? false))
        .uint(1, Number(draft.moreFragments ?? false))
        .uint(13, fragmentOffset / 8)
        .uint(8, draft.timeToLive ?? 64)
        .uint(8, protocolOf(draft, context.numberInside('ip-protocol')))
        .uint(16, checksum)
        .bytes(parseIpv4Address(draft.source))
        .bytes(parseIpv4Address(draft.destination))
        .bytes(options)
        .result();
    return withChecksum(draft.checksum ?? expectedChecksum(withChecksum(0), CHECKSUM_OFFSET));
  },

  describe({ source, destination, protocol, identification, fragmentOffset, moreFragments, payloadLength }) {
    const fragment =
      fragmentOffset > 0 || moreFragments
        ? ` fragment id=${hexNumber(identification, 4)} offset=${fragmentOffset}${moreFragments ? ' more' : ' last'}`
        : '';
    return `IPv4 ${source} → ${destination} ${ipProtocolText(protocol)}${fragment} len=${payloadLength}`;
  },

  pseudoHeader({ source, destination }, ipProtocol) {
    return pseudoHeaderOf(concatBytes([parseIpv4Address(source), parseIpv4Address(destination)]), ipProtocol);
  },
};

/** Both addresses, a zero, the protocol and the length (RFC 9293 §3.1, RFC 768). */
function pseudoHeaderOf(addresses: Uint8Array, ipProtocol: number): PseudoHeader {
  return (lengthBytes) => createFieldWriter().bytes(addresses).uint(16, ipProtocol).uint(16, lengthBytes).result();
}

function protocolOf({ protocol }: Ipv4Draft, inside: number | undefined): number {
  const number = protocol ?? inside;
  if (number === undefined) throw new RangeError('ipv4 needs a protocol number for what it carries');
  return number;
}

function headerChecksumLook(scope: Scope, headerEnd: number): ReturnType<typeof checksumLook> {
  const isWhole = headerEnd >= scope.offset + MIN_HEADER_BYTES && headerEnd <= scope.end;
  return checksumLook(
    isWhole ? expectedChecksum(scope.bytes.subarray(scope.offset, headerEnd), CHECKSUM_OFFSET) : undefined,
  );
}

/** Why a packet can reach past its scope: a quote may end early (RFC 792), anything else was cut. */
function cutAround(scope: Scope): Cut {
  return scope.cut ?? (scope.quoted ? 'quote' : 'capture');
}

function flagsText(flags: number): string {
  const names = [flags & 4 && 'reserved', flags & 2 && "don't fragment", flags & 1 && 'more fragments'];
  return names.filter(Boolean).join(', ') || 'none';
}
