// The Internet Control Message Protocol (RFC 792). Error messages quote the packet that caused them; the quote is decoded
// as layers of its own, marked `quoted`. Multi-part messages (RFC 4884) are not taken apart.
import { checksumLook, expectedChecksum } from '../checksum.ts';
import type { Codec } from '../codec.ts';
import { FieldReader, tooShort } from '../field-reader.ts';
import { concatBytes, createFieldWriter, type FieldWriter } from '../field-writer.ts';
import { parseIpv4Address, serializeIpv4Address } from '../ipv4-address.ts';
import type { Check } from '../layer.ts';
import { codeText, typeText } from './icmp-names.ts';

const HEADER_BYTES = 8;
const CHECKSUM_OFFSET = 2;
const ECHO_REPLY = 0;
const UNREACHABLE = 3;
const REDIRECT = 5;
const ECHO_REQUEST = 8;
const TIME_EXCEEDED = 11;
const QUOTING = new Set([UNREACHABLE, 4, REDIRECT, TIME_EXCEEDED, 12]);
const IPV4 = { carrier: 'ether-type', number: 0x0800 } as const;

/** The message by its type: what its second four bytes mean. */
export type IcmpMessage =
  | { readonly kind: 'echo-request' | 'echo-reply'; readonly identifier: number; readonly sequence: number }
  /** The next hop's MTU means something only with code 4, fragmentation needed (RFC 1191). */
  | { readonly kind: 'destination-unreachable'; readonly unused?: number; readonly nextHopMtu?: number }
  | { readonly kind: 'time-exceeded'; readonly unused?: number }
  | { readonly kind: 'redirect'; readonly gateway: string }
  | { readonly kind: 'other'; readonly type: number; readonly rest: number };

/** What to write; the code is 0 and the checksum worked out unless given. */
export interface IcmpDraft {
  readonly message: IcmpMessage;
  readonly code?: number;
  readonly checksum?: number;
}

export interface IcmpHeader extends Required<IcmpDraft> {
  /** 8 is an echo request. */
  readonly type: number;
  readonly checksumIs: Check;
  /** From the start of the frame: of the data of an echo, or of the quote. */
  readonly payloadOffset: number;
  /** Bytes in this frame. */
  readonly payloadLength: number;
}

export const icmp: Codec<IcmpHeader, IcmpDraft> = {
  title: 'ICMP',
  places: [{ carrier: 'ip-protocol', number: 1 }],

  decode(scope) {
    const read = new FieldReader(scope);
    const type = read.uint(8, 'type', 'Type', { show: typeText });
    const code = read.uint(8, 'code', 'Code', { show: (n) => codeText(type, n) });
    const packet = scope.bytes.subarray(scope.offset, scope.end);
    const look = checksumLook(scope.cut === undefined ? expectedChecksum(packet, CHECKSUM_OFFSET) : undefined);
    const checksum = read.uint(16, 'checksum', 'Checksum', look);
    const message = readMessage(read, type);
    if (read.isShort) return tooShort(scope, read, HEADER_BYTES);
    const payloadOffset = read.position;
    return {
      header: {
        type,
        code,
        checksum,
        checksumIs: look.check(checksum),
        message,
        payloadOffset,
        payloadLength: scope.end - payloadOffset,
      },
      fields: read.fields,
      headerEnd: payloadOffset,
      end: scope.end,
      carries: QUOTING.has(type) ? [IPV4] : [],
      inner: { quoted: QUOTING.has(type), ...(scope.cut && { cut: scope.cut }) },
    };
  },

  encode({ message, code = 0, checksum }, context) {
    const withChecksum = (sum: number): Uint8Array => {
      const write = createFieldWriter().uint(8, typeOf(message)).uint(8, code).uint(16, sum);
      writeMessage(write, message);
      return write.result();
    };
    return withChecksum(checksum ?? expectedChecksum(concatBytes([withChecksum(0), context.body]), CHECKSUM_OFFSET));
  },

  describe({ type, code, message }) {
    if (message.kind === 'echo-request' || message.kind === 'echo-reply')
      return `ICMP ${typeText(type)} id=${message.identifier} seq=${message.sequence}`;
    return `ICMP ${typeText(type)}, ${codeText(type, code)}`;
  },
};

function readMessage(read: FieldReader, type: number): IcmpMessage {
  switch (type) {
    case ECHO_REPLY:
    case ECHO_REQUEST:
      return {
        kind: type === ECHO_REQUEST ? 'echo-request' : 'echo-reply',
        identifier: read.uint(16, 'identifier', 'Identifier'),
        sequence: read.uint(16, 'sequence', 'Sequence number'),
      };
    case UNREACHABLE:
      return {
        kind: 'destination-unreachable',
        unused: read.uint(16, 'unused', 'Unused'),
        nextHopMtu: read.uint(16, 'next-hop-mtu', 'Next-hop MTU'),
      };
    case TIME_EXCEEDED:
      return { kind: 'time-exceeded', unused: read.uint(32, 'unused', 'Unused') };
    case REDIRECT:
      return { kind: 'redirect', gateway: read.text(4, 'gateway', 'Gateway address', serializeIpv4Address) };
    default:
      return { kind: 'other', type, rest: read.uint(32, 'rest-of-header', 'Rest of header') };
  }
}

function writeMessage(write: FieldWriter, message: IcmpMessage): void {
  switch (message.kind) {
    case 'echo-request':
    case 'echo-reply':
      write.uint(16, message.identifier).uint(16, message.sequence);
      return;
    case 'destination-unreachable':
      write.uint(16, message.unused ?? 0).uint(16, message.nextHopMtu ?? 0);
      return;
    case 'time-exceeded':
      write.uint(32, message.unused ?? 0);
      return;
    case 'redirect':
      write.bytes(parseIpv4Address(message.gateway));
      return;
    case 'other':
      write.uint(32, message.rest);
  }
}

function typeOf(message: IcmpMessage): number {
  switch (message.kind) {
    case 'echo-request':
      return ECHO_REQUEST;
    case 'echo-reply':
      return ECHO_REPLY;
    case 'destination-unreachable':
      return UNREACHABLE;
    case 'time-exceeded':
      return TIME_EXCEEDED;
    case 'redirect':
      return REDIRECT;
    case 'other':
      return message.type;
  }
}
