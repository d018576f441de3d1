// The Internet Control Message Protocol for IPv6 (RFC 4443) with neighbor discovery (RFC 4861), which does for IPv6 what
// ARP does for IPv4. Error messages quote the packet that caused them; the quote is decoded as layers of its own.
import { checksumLook, expectedChecksum } from '../checksum.ts';
import type { Codec, Scope } from '../codec.ts';
import { FieldReader, tooShort } from '../field-reader.ts';
import { concatBytes, createFieldWriter } from '../field-writer.ts';
import type { Check } from '../layer.ts';
import { optionFault } from '../option-list.ts';
import { type Icmpv6Message, isError, readMessage, typeOfMessage, writeMessage } from './icmpv6-message.ts';
import { codeText, typeText } from './icmpv6-names.ts';

const ICMPV6 = 58;
const LEAST_BYTES = 8;
const CHECKSUM_OFFSET = 2;
const IPV6 = { carrier: 'ether-type', number: 0x86dd } as const;

/** What to write; the code is 0 and the checksum worked out unless given. */
export interface Icmpv6Draft {
  readonly message: Icmpv6Message;
  readonly code?: number;
  readonly checksum?: number;
}

export interface Icmpv6Header extends Required<Icmpv6Draft> {
  /** 128 is an echo request. */
  readonly type: number;
  readonly checksumIs: Check;
  /** From the start of the frame: of the data of an echo, or of the quote. */
  readonly payloadOffset: number;
  /** Bytes in this frame. */
  readonly payloadLength: number;
}

export const icmpv6: Codec<Icmpv6Header, Icmpv6Draft> = {
  title: 'ICMPv6',
  places: [{ carrier: 'ip-protocol', number: ICMPV6 }],

  decode(scope) {
    const read = new FieldReader(scope);
    const type = read.uint(8, 'type', 'Type', { show: typeText });
    const code = read.uint(8, 'code', 'Code', { show: (n) => codeText(type, n) });
    const look = checksumLook(expectedMessageChecksum(scope));
    const checksum = read.uint(16, 'checksum', 'Checksum', look);
    const message = readMessage(read, type, scope.end);
    const payloadOffset = read.position;
    if (read.isShort) return tooShort(scope, read, Math.max(LEAST_BYTES, payloadOffset - scope.offset));
    const fault = 'options' in message ? optionFault(message.options) : undefined;
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
      carries: isError(type) ? [IPV6] : [],
      inner: { quoted: isError(type), ...(scope.cut && { cut: scope.cut }) },
      ...(fault !== undefined && { malformed: fault }),
    };
  },

  encode({ message, code = 0, checksum }, context) {
    const withChecksum = (sum: number): Uint8Array => {
      const write = createFieldWriter().uint(8, typeOfMessage(message)).uint(8, code).uint(16, sum);
      writeMessage(write, message);
      return write.result();
    };
    if (checksum !== undefined) return withChecksum(checksum);
    const pseudoHeader = context.pseudoHeader(ICMPV6);
    if (!pseudoHeader) throw new RangeError('the checksum of icmpv6 needs ipv6 around it');
    const packet = concatBytes([withChecksum(0), context.body]);
    return withChecksum(expectedChecksum(packet, CHECKSUM_OFFSET, pseudoHeader(packet.length)));
  },

  describe({ type, code, message }) {
    const name = `ICMPv6 ${typeText(type)}`;
    switch (message.kind) {
      case 'echo-request':
      case 'echo-reply':
        return `${name} id=${message.identifier} seq=${message.sequence}`;
      case 'neighbor-solicitation':
        return `${name} who-has ${message.target}`;
      case 'neighbor-advertisement': {
        const address = message.options.find((option) => 'mac' in option);
        return `${name} ${message.target}${address ? ` is-at ${address.mac}` : ''}`;
      }
      case 'packet-too-big':
        return `${name} mtu=${message.mtu}`;
      case 'destination-unreachable':
      case 'time-exceeded':
      case 'parameter-problem':
        return `${name}, ${codeText(type, code)}`;
      case 'router-solicitation':
      case 'router-advertisement':
      case 'other':
        return name;
    }
  },
};

function expectedMessageChecksum({ bytes, offset, end, cut, pseudoHeader }: Scope): number | undefined {
  if (pseudoHeader === undefined || cut !== undefined || end - offset < LEAST_BYTES) return undefined;
  return expectedChecksum(bytes.subarray(offset, end), CHECKSUM_OFFSET, pseudoHeader(end - offset));
}
