// The Internet Protocol, version 6 (RFC 8200). The traffic class is read as DSCP (RFC 2474) and ECN (RFC 3168).
import type { Codec, Cut, PseudoHeader, Scope } from '../codec.ts';
import { contradiction, FieldReader, tooShort } from '../field-reader.ts';
import { concatBytes, createFieldWriter } from '../field-writer.ts';
import { hexNumber } from '../hex.ts';
import { parseIpv6Address, serializeIpv6Address } from '../ipv6-address.ts';
import { ipProtocolText } from '../number-names.ts';
import { ecnText } from './ecn-text.ts';
import {
  chainOf,
  extensionText,
  type Ipv6Extension,
  type Ipv6FragmentHeader,
  isLaterFragment,
  readExtensions,
  serializeExtension,
} from './ipv6-extensions.ts';

const HEADER_BYTES = 40;

/** What to write. Lengths and the protocol inside are worked out unless given. */
export interface Ipv6Draft {
  readonly source: string;
  readonly destination: string;
  readonly dscp?: number;
  readonly ecn?: number;
  /** Twenty bits. */
  readonly flowLabel?: number;
  /** Extension headers and what the packet carries, in bytes. */
  readonly payloadLength?: number;
  /** 64 unless given. */
  readonly hopLimit?: number;
  readonly extensions?: readonly Ipv6Extension[];
  /** The number of what follows the last extension header: 6 is TCP. */
  readonly protocol?: number;
}

export interface Ipv6Header extends Required<Ipv6Draft> {
  /** In bytes, with the extension headers. */
  readonly headerLength: number;
  /** Bytes in this frame after the extension headers. */
  readonly carriedLength: number;
}

export const ipv6: Codec<Ipv6Header, Ipv6Draft> = {
  title: 'IPv6',
  places: [{ carrier: 'ether-type', number: 0x86dd }],

  decode(scope) {
    const statedEnd = scope.offset + HEADER_BYTES + payloadLengthIn(scope);
    const end = Math.min(statedEnd, scope.end);
    const packet: Scope = { ...scope, end };
    const read = new FieldReader(packet);
    const version = read.uint(4, 'version', 'Version');
    const dscp = read.uint(6, 'dscp', 'Differentiated services code point');
    const ecn = read.uint(2, 'ecn', 'Explicit congestion notification', { show: ecnText });
    const flowLabel = read.uint(20, 'flow-label', 'Flow label', { show: (n) => hexNumber(n, 5) });
    const payloadLength = read.uint(16, 'payload-length', 'Payload length');
    const nextHeader = read.uint(8, 'next-header', 'Next header', { show: ipProtocolText });
    const hopLimit = read.uint(8, 'hop-limit', 'Hop limit');
    const addresses = read.peek(32);
    const source = read.text(16, 'source', 'Source address', serializeIpv6Address);
    const destination = read.text(16, 'destination', 'Destination address', serializeIpv6Address);
    if (read.isShort) return tooShort(packet, read, HEADER_BYTES);
    if (version !== 6) return contradiction(read, `the version is ${version}, not 6`);
    const { extensions, protocol } = readExtensions(read, nextHeader);
    const headerLength = read.position - scope.offset;
    if (read.isShort) return tooShort(packet, read, headerLength);

    const isCut = statedEnd > scope.end;
    const isFragment = extensions.some((extension) => extension.kind === 'fragment' && extension.moreFragments);
    const cut = isCut ? cutAround(scope) : isFragment ? 'fragment' : undefined;
    const isFault = isCut && scope.cut === undefined && !scope.quoted;
    return {
      header: {
        source,
        destination,
        dscp,
        ecn,
        flowLabel,
        payloadLength,
        hopLimit,
        extensions,
        protocol,
        headerLength,
        carriedLength: end - read.position,
      },
      fields: read.fields,
      headerEnd: read.position,
      end,
      carries: extensions.some(isLaterFragment) ? [] : [{ carrier: 'ip-protocol', number: protocol }],
      inner: cut ? { cut } : goesElsewhere(extensions) ? {} : { pseudoHeader: pseudoHeaderOf(addresses, protocol) },
      ...(isFault && {
        malformed: `the payload length is ${payloadLength} bytes, ${scope.end - scope.offset - HEADER_BYTES} are there`,
      }),
    };
  },

  encode(draft, context) {
    const { extensions = [] } = draft;
    const protocol = draft.protocol ?? context.numberInside('ip-protocol');
    if (protocol === undefined) throw new RangeError('ipv6 needs a protocol number for what it carries');
    const [first = protocol, ...others] = chainOf(extensions, protocol);
    const extended = concatBytes(
      extensions.map((extension, i) => serializeExtension(extension, others[i] ?? protocol)),
    );
    return createFieldWriter()
      .uint(4, 6)
      .uint(6, draft.dscp ?? 0)
      .uint(2, draft.ecn ?? 0)
      .uint(20, draft.flowLabel ?? 0)
      .uint(16, draft.payloadLength ?? extended.length + context.body.length)
      .uint(8, first)
      .uint(8, draft.hopLimit ?? 64)
      .bytes(parseIpv6Address(draft.source))
      .bytes(parseIpv6Address(draft.destination))
      .bytes(extended)
      .result();
  },

  describe({ source, destination, extensions, protocol, carriedLength }) {
    const between = extensions.map((extension) => ` ${extensionText(extension)},`).join('');
    return `IPv6 ${source} → ${destination}${between} ${ipProtocolText(protocol)} len=${carriedLength}`;
  },

  pseudoHeader({ source, destination }, ipProtocol) {
    return pseudoHeaderOf(concatBytes([parseIpv6Address(source), parseIpv6Address(destination)]), ipProtocol);
  },
};

/** The fragment header of a packet that has one. */
export function fragmentOf({ extensions }: Ipv6Header): Ipv6FragmentHeader | undefined {
  return extensions.find((extension) => extension.kind === 'fragment');
}

function payloadLengthIn({ bytes, offset, end }: Scope): number {
  const [high = 0, low = 0] = bytes.subarray(offset + 4, Math.min(offset + 6, end));
  return (high << 8) | low;
}

/** Both addresses, the length, zeros and the protocol (RFC 8200 §8.1). */
function pseudoHeaderOf(addresses: Uint8Array, ipProtocol: number): PseudoHeader {
  return (lengthBytes) => createFieldWriter().bytes(addresses).uint(32, lengthBytes).uint(32, ipProtocol).result();
}

/** With a routing header on the way, the checksum was made for an address that need not stand in the packet. */
function goesElsewhere(extensions: readonly Ipv6Extension[]): boolean {
  return extensions.some(({ kind }) => kind === 'routing');
}

/** Why a packet can reach past its scope: a quote may end early (RFC 4443), anything else was cut. */
function cutAround(scope: Scope): Cut {
  return scope.cut ?? (scope.quoted ? 'quote' : 'capture');
}
