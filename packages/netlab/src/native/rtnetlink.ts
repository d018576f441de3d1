// Links, addresses and neighbours by rtnetlink(7), so that no `ip` has to be installed.
import { concatenated, viewOf } from './bytes.ts';
import { ipv4Bytes } from './internet-address.ts';
import { libc } from './libc.ts';
import { AF_INET, AF_NETLINK, SOCK_CLOEXEC, SOCK_RAW } from './linux.ts';
import { checked, SystemError } from './system-error.ts';

const RTM_NEWLINK = 16;
const RTM_NEWADDR = 20;
const RTM_NEWROUTE = 24;
const RTM_NEWNEIGH = 28;
const RT_TABLE_MAIN = 254;
const RTPROT_KERNEL = 2;
const RT_SCOPE_LINK = 253;
const RTN_UNICAST = 1;
const RTAX_QUICKACK = 15;
const NLMSG_ERROR = 2;
const NLM_F_REQUEST = 1;
const NLM_F_ACK = 4;
const NLM_F_REPLACE = 0x100;
const NLM_F_EXCL = 0x200;
const NLM_F_CREATE = 0x400;
const IFF_UP = 1;
const IFF_NOARP = 0x80;
const NUD_PERMANENT = 0x80;

/** Creates two joined virtual Ethernet interfaces (veth(4)): one here, its peer in another network namespace. */
export function createVethPair(here: string, peer: { name: string; mac: string; namespaceFd: number }): void {
  const peerAttributes = [
    interfaceMessage(0, 0),
    attribute(3, text(peer.name)),
    attribute(28, unsigned(peer.namespaceFd)),
    attribute(1, macBytes(peer.mac)),
  ];
  request(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, [
    interfaceMessage(0, 0),
    attribute(3, text(here)),
    attribute(18, concatenated([attribute(1, text('veth')), attribute(2, attribute(1, concatenated(peerAttributes)))])),
  ]);
}

/** Sets an interface up. `noArp` for our end of a pair, which has no address and answers nobody. */
export function setLinkUp(name: string, { noArp = false } = {}): void {
  request(RTM_NEWLINK, 0, [interfaceMessage(indexOf(name), IFF_UP | (noArp ? IFF_NOARP : 0))]);
}

export function addAddress(name: string, address: string, prefixLength: number): void {
  const message = new Uint8Array(8);
  message[0] = AF_INET;
  message[1] = prefixLength;
  viewOf(message).setUint32(4, indexOf(name), true);
  request(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL, [
    message,
    attribute(2, ipv4Bytes(address)),
    attribute(1, ipv4Bytes(address)),
  ]);
}

/**
 * Makes this host acknowledge at once on its own network: `ip route change … quickack 1` (ip-route(8)). Otherwise Linux
 * keeps an ACK back for up to 40 ms in the hope that it can travel with data. The prefix must be whole bytes.
 */
export function acknowledgeAtOnce(name: string, address: string, prefixLength: number): void {
  const network = ipv4Bytes(address);
  network.fill(0, prefixLength / 8);
  request(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_REPLACE, [
    Uint8Array.of(AF_INET, prefixLength, 0, 0, RT_TABLE_MAIN, RTPROT_KERNEL, RT_SCOPE_LINK, RTN_UNICAST, 0, 0, 0, 0),
    attribute(1, network),
    attribute(4, unsigned(indexOf(name))),
    attribute(7, ipv4Bytes(address)),
    attribute(8, attribute(RTAX_QUICKACK, unsigned(1))),
  ]);
}

/** Tells the kernel for good which MAC address a neighbour has: then it never has to ask by ARP. */
export function addPermanentNeighbour(name: string, address: string, mac: string): void {
  const message = new Uint8Array(12);
  message[0] = AF_INET;
  viewOf(message).setInt32(4, indexOf(name), true);
  viewOf(message).setUint16(8, NUD_PERMANENT, true);
  request(RTM_NEWNEIGH, NLM_F_CREATE | NLM_F_REPLACE, [
    message,
    attribute(1, ipv4Bytes(address)),
    attribute(2, macBytes(mac)),
  ]);
}

function request(type: number, flags: number, parts: readonly Uint8Array[]): void {
  const body = concatenated(parts);
  const header = new Uint8Array(16);
  const view = viewOf(header);
  view.setUint32(0, 16 + body.length, true);
  view.setUint16(4, type, true);
  view.setUint16(6, flags | NLM_F_REQUEST | NLM_F_ACK, true);
  const message = concatenated([header, body]);
  const answer = new Uint8Array(4096);
  const fd = checked('socket(AF_NETLINK)', libc().socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, 0));
  try {
    checked('send(AF_NETLINK)', libc().send(fd, message, message.length, 0));
    checked('recv(AF_NETLINK)', libc().recv(fd, answer, answer.length, 0));
  } finally {
    libc().close(fd);
  }
  const error = viewOf(answer).getInt32(16, true);
  if (viewOf(answer).getUint16(4, true) === NLMSG_ERROR && error < 0) throw new SystemError('rtnetlink', -error);
}

/** `struct ifinfomsg`: which interface, and the flags to be set. */
function interfaceMessage(index: number, flags: number): Uint8Array {
  const message = new Uint8Array(16);
  const view = viewOf(message);
  view.setInt32(4, index, true);
  view.setUint32(8, flags, true);
  view.setUint32(12, flags, true);
  return message;
}

function attribute(type: number, payload: Uint8Array): Uint8Array {
  const length = 4 + payload.length;
  const bytes = new Uint8Array(Math.ceil(length / 4) * 4);
  viewOf(bytes).setUint16(0, length, true);
  viewOf(bytes).setUint16(2, type, true);
  bytes.set(payload, 4);
  return bytes;
}

function text(value: string): Uint8Array {
  return new Uint8Array(Buffer.from(`${value}\0`));
}

function unsigned(value: number): Uint8Array {
  return new Uint8Array(Uint32Array.of(value).buffer);
}

function macBytes(mac: string): Uint8Array {
  return new Uint8Array(Buffer.from(mac.replaceAll(':', ''), 'hex'));
}

function indexOf(name: string): number {
  const index = libc().if_nametoindex(name);
  if (index === 0) throw new Error(`there is no interface ${name}`);
  return index;
}
