// ARP for IPv4 over Ethernet (RFC 826); with other kinds of addresses it is not read.
import type { Codec } from '../codec.ts';
import { contradiction, FieldReader, tooShort } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import { parseIpv4Address, serializeIpv4Address } from '../ipv4-address.ts';
import { parseMacAddress, serializeMacAddress } from '../mac-address.ts';
import { etherTypeText } from '../number-names.ts';

const ETHERNET = 1;
const IPV4 = 0x0800;
const REQUEST = 1;
const REPLY = 2;
const PACKET_BYTES = 28;

export interface ArpHeader {
  /** 1 asks, 2 answers. */
  readonly operation: number;
  readonly senderMac: string;
  readonly senderIp: string;
  /** Not known yet, so usually zeros, in a request. */
  readonly targetMac: string;
  readonly targetIp: string;
}

export const arp: Codec<ArpHeader, ArpHeader> = {
  title: 'ARP',
  places: [{ carrier: 'ether-type', number: 0x0806 }],

  decode(scope) {
    const read = new FieldReader(scope);
    const hardware = read.uint(16, 'hardware-type', 'Hardware type', { show: hardwareTypeText });
    const protocol = read.uint(16, 'protocol-type', 'Protocol type', { show: etherTypeText });
    const hardwareBytes = read.uint(8, 'hardware-length', 'Hardware address length');
    const protocolBytes = read.uint(8, 'protocol-length', 'Protocol address length');
    const operation = read.uint(16, 'operation', 'Operation', { show: operationText });
    if (read.isShort) return tooShort(scope, read, PACKET_BYTES);
    if (hardware !== ETHERNET || protocol !== IPV4 || hardwareBytes !== 6 || protocolBytes !== 4)
      return contradiction(read, 'the addresses are not those of IPv4 (4 bytes) over Ethernet (6 bytes)');
    const senderMac = read.text(6, 'sender-mac', 'Sender MAC address', serializeMacAddress);
    const senderIp = read.text(4, 'sender-ip', 'Sender IP address', serializeIpv4Address);
    const targetMac = read.text(6, 'target-mac', 'Target MAC address', serializeMacAddress);
    const targetIp = read.text(4, 'target-ip', 'Target IP address', serializeIpv4Address);
    if (read.isShort) return tooShort(scope, read, PACKET_BYTES);
    return {
      header: { operation, senderMac, senderIp, targetMac, targetIp },
      fields: read.fields,
      headerEnd: read.position,
      end: read.position,
      carries: [],
    };
  },

  encode({ operation, senderMac, senderIp, targetMac, targetIp }) {
    return createFieldWriter()
      .uint(16, ETHERNET)
      .uint(16, IPV4)
      .uint(8, 6)
      .uint(8, 4)
      .uint(16, operation)
      .bytes(parseMacAddress(senderMac))
      .bytes(parseIpv4Address(senderIp))
      .bytes(parseMacAddress(targetMac))
      .bytes(parseIpv4Address(targetIp))
      .result();
  },

  describe({ operation, senderMac, senderIp, targetIp }) {
    if (operation === REQUEST) return `ARP who-has ${targetIp} tell ${senderIp}`;
    if (operation === REPLY) return `ARP ${senderIp} is-at ${senderMac}`;
    return `ARP ${operationText(operation)} ${senderIp} → ${targetIp}`;
  },
};

function hardwareTypeText(number: number): string {
  return number === ETHERNET ? 'Ethernet (1)' : String(number);
}

function operationText(number: number): string {
  if (number === REQUEST) return 'request (1)';
  if (number === REPLY) return 'reply (2)';
  return `operation ${number}`;
}
