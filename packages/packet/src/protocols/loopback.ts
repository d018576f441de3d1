// What BSD and macOS put before a packet on the loopback interface: the address family, in the byte order of the machine
// (tcpdump.org: LINKTYPE_NULL) or of the network (LINKTYPE_LOOP). Its values are small, so the order shows.
import type { Codec } from '../codec.ts';
import { FieldReader, tooShort } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';

const HEADER_BYTES = 4;
const IPV4_FAMILY = 2;
/** Of NetBSD and OpenBSD, FreeBSD, macOS; and of Linux. */
const IPV6_FAMILIES = new Set([24, 28, 30, 10]);

export interface LoopbackHeader {
  /** The four bytes as a number in network order. */
  readonly family: number;
}

export const loopback: Codec<LoopbackHeader, LoopbackHeader> = {
  title: 'Loopback',
  places: [],

  decode(scope) {
    const read = new FieldReader(scope);
    const family = read.uint(32, 'family', 'Address family', { show: familyText });
    if (read.isShort) return tooShort(scope, read, HEADER_BYTES);
    const number = etherTypeOf(family);
    return {
      header: { family },
      fields: read.fields,
      headerEnd: read.position,
      end: scope.end,
      carries: number === undefined ? [] : [{ carrier: 'ether-type', number }],
    };
  },

  encode: ({ family }) => createFieldWriter().uint(32, family).result(),

  describe: ({ family }) => `Loopback ${familyText(family)}`,
};

function etherTypeOf(family: number): number | undefined {
  const value = valueOf(family);
  if (value === IPV4_FAMILY) return 0x0800;
  return IPV6_FAMILIES.has(value) ? 0x86dd : undefined;
}

/** Read in whichever order makes it small. */
function valueOf(family: number): number {
  if (family <= 0xffff) return family;
  const [a, b, c, d] = [family >>> 24, (family >>> 16) & 0xff, (family >>> 8) & 0xff, family & 0xff];
  return d * 2 ** 24 + c * 2 ** 16 + b * 2 ** 8 + a;
}

function familyText(family: number): string {
  const number = etherTypeOf(family);
  const value = valueOf(family);
  return number === undefined ? `family ${value}` : `${number === 0x0800 ? 'IPv4' : 'IPv6'} (${value})`;
}
