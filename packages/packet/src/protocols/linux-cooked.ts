// The header that Linux puts in place of the link layer's when a capture is made on all interfaces at once
// (tcpdump.org: LINKTYPE_LINUX_SLL).
import type { Codec } from '../codec.ts';
import { FieldReader, tooShort } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import { bytesToHex, hexToBytes } from '../hex.ts';
import { etherTypeText } from '../number-names.ts';
import { etherTypeIn, packetTypeText } from './cooked-names.ts';

const HEADER_BYTES = 16;

/** What to write; the EtherType is that of the layer inside unless given. */
export interface LinuxCookedDraft {
  /** 0 to us, 1 broadcast, 2 multicast, 3 to somebody else, 4 from us. */
  readonly packetType: number;
  /** 1 is Ethernet, 772 the loopback interface. */
  readonly hardwareType: number;
  /** Bytes of the address that count. */
  readonly addressLength: number;
  /** Of the sender: eight bytes in hex, filled up with zeros. */
  readonly address: string;
  readonly etherType?: number;
}

export type LinuxCookedHeader = Required<LinuxCookedDraft>;

export const linuxCooked: Codec<LinuxCookedHeader, LinuxCookedDraft> = {
  title: 'Linux cooked',
  places: [],

  decode(scope) {
    const read = new FieldReader(scope);
    const packetType = read.uint(16, 'packet-type', 'Packet type', { show: packetTypeText });
    const hardwareType = read.uint(16, 'hardware-type', 'Hardware type');
    const addressLength = read.uint(16, 'address-length', 'Link-layer address length');
    const address = read.text(8, 'link-address', 'Link-layer address', bytesToHex);
    const etherType = read.uint(16, 'ether-type', 'EtherType', { show: etherTypeText });
    if (read.isShort) return tooShort(scope, read, HEADER_BYTES);
    return {
      header: { packetType, hardwareType, addressLength, address, etherType },
      fields: read.fields,
      headerEnd: read.position,
      end: scope.end,
      carries: etherTypeIn(etherType),
    };
  },

  encode({ packetType, hardwareType, addressLength, address, etherType }, context) {
    const carried = etherType ?? context.numberInside('ether-type');
    if (carried === undefined) throw new RangeError('linux-cooked needs an EtherType for what it carries');
    return createFieldWriter()
      .uint(16, packetType)
      .uint(16, hardwareType)
      .uint(16, addressLength)
      .bytes(hexToBytes(address))
      .uint(16, carried)
      .result();
  },

  describe: ({ packetType, etherType }) => `Linux cooked ${packetTypeText(packetType)} ${etherTypeText(etherType)}`,
};
