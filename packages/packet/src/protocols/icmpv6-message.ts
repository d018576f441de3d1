// What follows the first four bytes of an ICMPv6 message, by its type: RFC 4443 §3 and §4, RFC 4861 §4.
import type { FieldReader } from '../field-reader.ts';
import type { FieldWriter } from '../field-writer.ts';
import { hexNumber } from '../hex.ts';
import { parseIpv6Address, serializeIpv6Address } from '../ipv6-address.ts';
import { type NeighborOption, readNeighborOptions, writeNeighborOption } from './icmpv6-options.ts';

/** Numbers that are left out are 0. */
export type Icmpv6Message =
  | { readonly kind: 'echo-request' | 'echo-reply'; readonly identifier: number; readonly sequence: number }
  | { readonly kind: 'destination-unreachable' | 'time-exceeded'; readonly unused?: number }
  | { readonly kind: 'packet-too-big'; readonly mtu: number }
  /** The offset, in the packet quoted, of what was wrong. */
  | { readonly kind: 'parameter-problem'; readonly pointer: number }
  | { readonly kind: 'router-solicitation'; readonly reserved?: number; readonly options: readonly NeighborOption[] }
  | RouterAdvertisement
  | {
      readonly kind: 'neighbor-solicitation';
      readonly reserved?: number;
      readonly target: string;
      readonly options: readonly NeighborOption[];
    }
  | NeighborAdvertisement
  | { readonly kind: 'other'; readonly type: number; readonly rest: number };

interface RouterAdvertisement {
  readonly kind: 'router-advertisement';
  readonly hopLimit: number;
  /** Eight bits: managed, other, and what later RFCs added. */
  readonly flags?: number;
  readonly lifetimeSeconds: number;
  readonly reachableMs?: number;
  readonly retransmitMs?: number;
  readonly options: readonly NeighborOption[];
}

interface NeighborAdvertisement {
  readonly kind: 'neighbor-advertisement';
  readonly isRouter?: boolean;
  /** It answers a solicitation. */
  readonly solicited?: boolean;
  /** It replaces what the receiver has in its table. */
  readonly override?: boolean;
  /** Twenty-nine bits. */
  readonly reserved?: number;
  readonly target: string;
  readonly options: readonly NeighborOption[];
}

type Known = Exclude<Icmpv6Message['kind'], 'other'>;

const TYPES: Readonly<Record<Known, number>> = {
  'destination-unreachable': 1,
  'packet-too-big': 2,
  'time-exceeded': 3,
  'parameter-problem': 4,
  'echo-request': 128,
  'echo-reply': 129,
  'router-solicitation': 133,
  'router-advertisement': 134,
  'neighbor-solicitation': 135,
  'neighbor-advertisement': 136,
};

const KINDS = new Map(Object.entries(TYPES).map(([kind, type]) => [type, kind as Known]));

export function typeOfMessage(message: Icmpv6Message): number {
  return message.kind === 'other' ? message.type : TYPES[message.kind];
}

/** Errors quote the packet that caused them (RFC 4443 §2.1: types below 128). */
export function isError(type: number): boolean {
  return type >= 1 && type <= 4;
}

/** @param end of the message. */
export function readMessage(read: FieldReader, type: number, end: number): Icmpv6Message {
  const kind = KINDS.get(type);
  switch (kind) {
    case 'echo-request':
    case 'echo-reply':
      return {
        kind,
        identifier: read.uint(16, 'identifier', 'Identifier'),
        sequence: read.uint(16, 'sequence', 'Sequence number'),
      };
    case 'destination-unreachable':
    case 'time-exceeded':
      return { kind, unused: read.uint(32, 'unused', 'Unused') };
    case 'packet-too-big':
      return { kind, mtu: read.uint(32, 'next-hop-mtu', 'MTU') };
    case 'parameter-problem':
      return { kind, pointer: read.uint(32, 'pointer', 'Pointer') };
    case 'router-solicitation':
      return { kind, reserved: read.uint(32, 'reserved', 'Reserved'), options: readNeighborOptions(read, end) };
    case 'router-advertisement':
      return {
        kind,
        hopLimit: read.uint(8, 'hop-limit', 'Hop limit'),
        flags: read.uint(8, 'flags', 'Flags', { show: (n) => hexNumber(n, 2) }),
        lifetimeSeconds: read.uint(16, 'lifetime', 'Router lifetime', { show: (n) => `${n} s` }),
        reachableMs: read.uint(32, 'reachable-time', 'Reachable time', { show: (n) => `${n} ms` }),
        retransmitMs: read.uint(32, 'retransmit-timer', 'Retransmit timer', { show: (n) => `${n} ms` }),
        options: readNeighborOptions(read, end),
      };
    case 'neighbor-solicitation':
      return {
        kind,
        reserved: read.uint(32, 'reserved', 'Reserved'),
        target: read.text(16, 'target', 'Target address', serializeIpv6Address),
        options: readNeighborOptions(read, end),
      };
    case 'neighbor-advertisement':
      return {
        kind,
        isRouter: read.uint(1, 'router', 'Router flag') === 1,
        solicited: read.uint(1, 'solicited', 'Solicited flag') === 1,
        override: read.uint(1, 'override', 'Override flag') === 1,
        reserved: read.uint(29, 'reserved', 'Reserved'),
        target: read.text(16, 'target', 'Target address', serializeIpv6Address),
        options: readNeighborOptions(read, end),
      };
    case undefined:
      return { kind: 'other', type, rest: read.uint(32, 'rest-of-header', 'Rest of header') };
  }
}

export function writeMessage(write: FieldWriter, message: Icmpv6Message): void {
  switch (message.kind) {
    case 'echo-request':
    case 'echo-reply':
      write.uint(16, message.identifier).uint(16, message.sequence);
      return;
    case 'destination-unreachable':
    case 'time-exceeded':
      write.uint(32, message.unused ?? 0);
      return;
    case 'packet-too-big':
      write.uint(32, message.mtu);
      return;
    case 'parameter-problem':
      write.uint(32, message.pointer);
      return;
    case 'router-solicitation':
      write.uint(32, message.reserved ?? 0);
      break;
    case 'router-advertisement':
      write
        .uint(8, message.hopLimit)
        .uint(8, message.flags ?? 0)
        .uint(16, message.lifetimeSeconds)
        .uint(32, message.reachableMs ?? 0)
        .uint(32, message.retransmitMs ?? 0);
      break;
    case 'neighbor-solicitation':
      write.uint(32, message.reserved ?? 0).bytes(parseIpv6Address(message.target));
      break;
    case 'neighbor-advertisement':
      write
        .uint(1, Number(message.isRouter ?? false))
        .uint(1, Number(message.solicited ?? false))
        .uint(1, Number(message.override ?? false))
        .uint(29, message.reserved ?? 0)
        .bytes(parseIpv6Address(message.target));
      break;
    case 'other':
      write.uint(32, message.rest);
      return;
  }
  for (const option of message.options) writeNeighborOption(write, option);
}
