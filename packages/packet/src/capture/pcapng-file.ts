// A capture file for Wireshark (draft-ietf-opsawg-pcapng): one section, little-endian, times in nanoseconds.
import { concatBytes } from '../field-writer.ts';
import { LINK_TYPE_ETHERNET } from '../link-type.ts';
import { OPTION, type PcapngOption, paddingOf, serializeOptions, textOption } from './pcapng-options.ts';
import { BYTE_ORDER_MAGIC, ENHANCED_PACKET, INTERFACE_DESCRIPTION, SECTION_HEADER } from './read-pcapng.ts';

const NANOSECONDS = 9;

/** A packet to be written. */
export interface PcapngPacket {
  /** Index in the interfaces. */
  readonly interface: number;
  /** Since 1970 UTC. */
  readonly timeNs: bigint;
  readonly bytes: Uint8Array;
  readonly comments?: readonly string[];
}

/** Where packets were captured; of Ethernet unless a link type is given. */
export interface PcapngInterface {
  readonly name: string;
  readonly description?: string;
  readonly linkType?: number;
}

export interface PcapngDraft {
  readonly interfaces: readonly PcapngInterface[];
  readonly packets: readonly PcapngPacket[];
  /** On the file as a whole. */
  readonly comments?: readonly string[];
  /** The program that writes it. */
  readonly application?: string;
}

/**
 * The bytes of the file.
 * @throws RangeError when a time is before 1970, a text longer than 65,535 bytes, or an interface not described.
 */
export function pcapngFile({ interfaces, packets, comments = [], application }: PcapngDraft): Uint8Array {
  const onFile = comments.map((comment) => textOption(OPTION.comment, comment));
  const by = application === undefined ? [] : [textOption(OPTION.application, application)];
  return concatBytes([
    block(SECTION_HEADER, sectionHead(), [...onFile, ...by]),
    ...interfaces.map((one) => block(INTERFACE_DESCRIPTION, interfaceHead(one), interfaceOptions(one))),
    ...packets.map((packet) => packetBlock(packet, interfaces.length)),
  ]);
}

function sectionHead(): Uint8Array {
  const view = new DataView(new ArrayBuffer(16));
  view.setUint32(0, BYTE_ORDER_MAGIC, true);
  view.setUint16(4, 1, true); // version 1.0
  view.setBigInt64(8, -1n, true); // the length is not told
  return new Uint8Array(view.buffer);
}

function interfaceHead({ linkType = LINK_TYPE_ETHERNET }: PcapngInterface): Uint8Array {
  const view = new DataView(new ArrayBuffer(8)); // a snap length of 0 is no limit
  view.setUint16(0, linkType, true);
  return new Uint8Array(view.buffer);
}

function interfaceOptions({ name, description }: PcapngInterface): readonly PcapngOption[] {
  return [
    textOption(OPTION.interfaceName, name),
    ...(description === undefined ? [] : [textOption(OPTION.interfaceDescription, description)]),
    { code: OPTION.timeResolution, value: Uint8Array.of(NANOSECONDS) },
  ];
}

function packetBlock(packet: PcapngPacket, interfaces: number): Uint8Array {
  const { timeNs, bytes, comments = [] } = packet;
  if (packet.interface >= interfaces) throw new RangeError(`interface ${packet.interface} is not described`);
  if (timeNs < 0n || timeNs >= 2n ** 64n) throw new RangeError(`a pcapng file cannot hold the time ${timeNs} ns`);
  const view = new DataView(new ArrayBuffer(20));
  view.setUint32(0, packet.interface, true);
  view.setUint32(4, Number(timeNs >> 32n), true);
  view.setUint32(8, Number(timeNs & 0xffff_ffffn), true);
  view.setUint32(12, bytes.length, true);
  view.setUint32(16, bytes.length, true);
  const body = concatBytes([new Uint8Array(view.buffer), bytes, new Uint8Array(paddingOf(bytes.length))]);
  return block(
    ENHANCED_PACKET,
    body,
    comments.map((comment) => textOption(OPTION.comment, comment)),
  );
}

/** Its length stands at both ends. */
function block(type: number, body: Uint8Array, options: readonly PcapngOption[]): Uint8Array {
  const serialized = serializeOptions(options);
  const length = 12 + body.length + serialized.length;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type, true);
  view.setUint32(4, length, true);
  bytes.set(body, 8);
  bytes.set(serialized, 8 + body.length);
  view.setUint32(length - 4, length, true);
  return bytes;
}
