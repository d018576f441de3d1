// The second version of the Linux cooked header: it tells the interface too (tcpdump.org: LINKTYPE_LINUX_SLL2).
import type { Codec } from '../codec.ts';
import { FieldReader, tooShort } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import { bytesToHex, hexToBytes } from '../hex.ts';
import { etherTypeText } from '../number-names.ts';
import { etherTypeIn, packetTypeText } from './cooked-names.ts';
import type { LinuxCookedDraft } from './linux-cooked.ts';

const HEADER_BYTES = 20;

export interface LinuxCooked2Draft extends LinuxCookedDraft {
  /** The interface's number on the machine that captured. */
  readonly interfaceIndex: number;
  readonly reserved?: number;
}

export type LinuxCooked2Header = Required<LinuxCooked2Draft>;

export const linuxCooked2: Codec<LinuxCooked2Header, LinuxCooked2Draft> = {
  title: 'Linux cooked 2',
  places: [],

  decode(scope) {
    const read = new FieldReader(scope);
    const etherType = read.uint(16, 'ether-type', 'EtherType', { show: etherTypeText });
    const reserved = read.uint(16, 'reserved', 'Reserved');
    const interfaceIndex = read.uint(32, 'interface-index', 'Interface index');
    const hardwareType = read.uint(16, 'hardware-type', 'Hardware type');
    const packetType = read.uint(8, 'packet-type', 'Packet type', { show: packetTypeText });
    const addressLength = read.uint(8, 'address-length', 'Link-layer address length');
    const address = read.text(8, 'link-address', 'Link-layer address', bytesToHex);
    if (read.isShort) return tooShort(scope, read, HEADER_BYTES);
    return {
      header: { packetType, hardwareType, addressLength, address, etherType, interfaceIndex, reserved },
      fields: read.fields,
      headerEnd: read.position,
      end: scope.end,
      carries: etherTypeIn(etherType),
    };
  },

  encode({ packetType, hardwareType, addressLength, address, etherType, interfaceIndex, reserved = 0 }, context) {
    const carried = etherType ?? context.numberInside('ether-type');
    if (carried === undefined) throw new RangeError('linux-cooked-2 needs an EtherType for what it carries');
    return createFieldWriter()
      .uint(16, carried)
      .uint(16, reserved)
      .uint(32, interfaceIndex)
      .uint(16, hardwareType)
      .uint(8, packetType)
      .uint(8, addressLength)
      .bytes(hexToBytes(address))
      .result();
  },

  describe: ({ packetType, etherType }) => `Linux cooked ${packetTypeText(packetType)} ${etherTypeText(etherType)}`,
};
