export type { KnownProtocol } from './codecs.ts';
export { decodeFrame } from './decode-frame.ts';
export { describeFrame } from './describe-frame.ts';
export { encodeFrame, type LayerDraft } from './encode-frame.ts';
export { type FieldsAt, fieldAt } from './field-at.ts';
export type { Frame, Layer, Protocol } from './frame.ts';
export { bytesToHex, hexToBytes } from './hex.ts';
export { parseIpv4Address, serializeIpv4Address } from './ipv4-address.ts';
export type { Bits, Check, Field, LayerOf } from './layer.ts';
export {
  arpOf,
  ethernetOf,
  faultOf,
  icmpOf,
  ipv4Of,
  layerOf,
  quotedOf,
  tcpOf,
  udpOf,
  vlanOf,
} from './layer-of.ts';
export { parseMacAddress, serializeMacAddress } from './mac-address.ts';
export type { PaddingHeader, PayloadHeader, UnreadableHeader } from './opaque-layers.ts';
export type { SharedOption } from './option-list.ts';
export { pcapFile, type TimedFrame } from './pcap-file.ts';
export type { ArpHeader } from './protocols/arp.ts';
export type { EthernetDraft, EthernetHeader } from './protocols/ethernet.ts';
export type { IcmpDraft, IcmpHeader, IcmpMessage } from './protocols/icmp.ts';
export type { Ipv4Draft, Ipv4Header } from './protocols/ipv4.ts';
export type { Ipv4Option } from './protocols/ipv4-options.ts';
export { TCP_FLAGS, type TcpDraft, type TcpFlag, type TcpHeader } from './protocols/tcp.ts';
export type { SackBlock, TcpOption } from './protocols/tcp-options.ts';
export type { UdpDraft, UdpHeader } from './protocols/udp.ts';
export type { VlanDraft, VlanHeader } from './protocols/vlan.ts';
