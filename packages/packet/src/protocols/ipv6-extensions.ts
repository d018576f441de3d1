// The extension headers of IPv6 (RFC 8200 §4): each begins with the number of the next one. They are named and stepped
// over; only the fragment header is taken apart, since what follows it depends on it.
import type { FieldReader } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import { bytesToHex, hexNumber } from '../hex.ts';
import { ipProtocolText } from '../number-names.ts';

export type Ipv6Extension = OpaqueExtension | Ipv6FragmentHeader;

type OpaqueKind = 'hop-by-hop' | 'routing' | 'authentication' | 'destination-options' | 'mobility';

/** An extension header that is not taken apart: all of it after its first two bytes. */
interface OpaqueExtension {
  readonly kind: OpaqueKind;
  /** As many bytes as fill the header: 6, 14, 22, …; of `authentication` 6, 10, 14, … */
  readonly data: Uint8Array;
}

export interface Ipv6FragmentHeader {
  readonly kind: 'fragment';
  /** In bytes, a multiple of 8. */
  readonly fragmentOffset: number;
  readonly moreFragments: boolean;
  readonly identification: number;
  /** Eight bits. */
  readonly reserved?: number;
  /** Two bits. */
  readonly reservedFlags?: number;
}

const FRAGMENT = 44;
const AUTHENTICATION = 51;

const OPAQUE: Readonly<Record<number, OpaqueKind>> = {
  0: 'hop-by-hop',
  43: 'routing',
  [AUTHENTICATION]: 'authentication',
  60: 'destination-options',
  135: 'mobility',
};

const NUMBERS: Readonly<Record<Ipv6Extension['kind'], number>> = {
  'hop-by-hop': 0,
  routing: 43,
  fragment: FRAGMENT,
  authentication: AUTHENTICATION,
  'destination-options': 60,
  mobility: 135,
};

const TITLES: Readonly<Record<Ipv6Extension['kind'], string>> = {
  'hop-by-hop': 'Hop-by-hop options',
  routing: 'Routing',
  fragment: 'Fragment',
  authentication: 'Authentication',
  'destination-options': 'Destination options',
  mobility: 'Mobility',
};

export interface ReadExtensions {
  readonly extensions: readonly Ipv6Extension[];
  /** The number of what follows the last of them. */
  readonly protocol: number;
}

/** Reads on until a header that is no extension, a later fragment, or the end. */
export function readExtensions(read: FieldReader, first: number): ReadExtensions {
  const extensions: Ipv6Extension[] = [];
  let next = first;
  while (!read.isShort && !isLaterFragment(extensions.at(-1))) {
    const opaque = OPAQUE[next];
    if (opaque === undefined && next !== FRAGMENT) break;
    const [number, extension] = opaque === undefined ? readFragment(read) : readOpaque(read, opaque);
    extensions.push(extension);
    next = number;
  }
  return { extensions, protocol: next };
}

/** The numbers along the chain: the first for the IPv6 header, the others each for the extension before. */
export function chainOf(extensions: readonly Ipv6Extension[], protocol: number): readonly number[] {
  return [...extensions.map(({ kind }) => NUMBERS[kind]), protocol];
}

/** @throws RangeError when the data does not fill a header, or a fragment offset is no multiple of 8. */
export function serializeExtension(extension: Ipv6Extension, next: number): Uint8Array {
  const write = createFieldWriter().uint(8, next);
  if (extension.kind !== 'fragment') {
    const { kind, data } = extension;
    const [unit, free] = unitOf(kind);
    return write
      .uint(8, (data.length + 2) / unit - free)
      .bytes(data)
      .result();
  }
  return write
    .uint(8, extension.reserved ?? 0)
    .uint(13, extension.fragmentOffset / 8)
    .uint(2, extension.reservedFlags ?? 0)
    .uint(1, Number(extension.moreFragments))
    .uint(32, extension.identification)
    .result();
}

export function isLaterFragment(extension: Ipv6Extension | undefined): boolean {
  return extension?.kind === 'fragment' && extension.fragmentOffset > 0;
}

/** `hop-by-hop options, fragment id=0x00000007 offset=0 more` */
export function extensionText(extension: Ipv6Extension): string {
  const title = TITLES[extension.kind].toLowerCase();
  if (extension.kind !== 'fragment') return title;
  const { identification, fragmentOffset, moreFragments } = extension;
  return `${title} id=${hexNumber(identification, 8)} offset=${fragmentOffset} ${moreFragments ? 'more' : 'last'}`;
}

/** Units of so many bytes, and how many of them the length field leaves out (RFC 4302 §2.2 has its own). */
function unitOf(kind: OpaqueKind): readonly [unit: number, leftOut: number] {
  return kind === 'authentication' ? [4, 2] : [8, 1];
}

function readOpaque(read: FieldReader, kind: OpaqueKind): readonly [number, Ipv6Extension] {
  const group = `${TITLES[kind]} header`;
  const [unit, leftOut] = unitOf(kind);
  const next = read.uint(8, `${kind}-next-header`, 'Next header', { show: ipProtocolText, group });
  const bytesOf = (units: number): number => (units + leftOut) * unit;
  const units = read.uint(8, `${kind}-length`, 'Header extension length', {
    show: (n) => `${bytesOf(n)} bytes`,
    group,
  });
  const length = read.isShort ? 0 : bytesOf(units) - 2;
  const data = read.peek(length).slice();
  read.text(length, `${kind}-data`, `${TITLES[kind]} data`, (bytes) => bytesToHex(bytes, ' '), group);
  return [next, { kind, data }];
}

function readFragment(read: FieldReader): readonly [number, Ipv6Extension] {
  const group = 'Fragment header';
  const next = read.uint(8, 'fragment-next-header', 'Next header', { show: ipProtocolText, group });
  const reserved = read.uint(8, 'fragment-reserved', 'Reserved', { group });
  const units = read.uint(13, 'fragment-offset', 'Fragment offset', {
    show: (n) => `${n * 8} bytes (${n} × 8)`,
    group,
  });
  const reservedFlags = read.uint(2, 'fragment-reserved-flags', 'Reserved', { group });
  const more = read.uint(1, 'more-fragments', 'More fragments', { show: (n) => (n === 1 ? 'yes' : 'no'), group });
  const identification = read.uint(32, 'fragment-identification', 'Identification', {
    show: (n) => hexNumber(n, 8),
    group,
  });
  const fragmentOffset = units * 8;
  return [
    next,
    { kind: 'fragment', fragmentOffset, moreFragments: more === 1, identification, reserved, reservedFlags },
  ];
}
