// A raw packet socket (packet(7)): every frame of one interface, with the kernel's time stamp.

import { int32, readInt32, viewOf } from './bytes.ts';
import { addressOf, libc } from './libc.ts';
import {
  AF_PACKET,
  PACKET_OUTGOING,
  PACKET_STATISTICS,
  SIOCGSTAMPNS,
  SO_ATTACH_FILTER,
  SO_RCVBUF,
  SO_RCVBUFFORCE,
  SOCK_CLOEXEC,
  SOCK_NONBLOCK,
  SOCK_RAW,
  SOL_PACKET,
  SOL_SOCKET,
} from './linux.ts';
import { checked, unlessNothing } from './system-error.ts';

export interface CapturedFrame {
  readonly bytes: Uint8Array;
  /** CLOCK_REALTIME, nanoseconds. */
  readonly stampNs: bigint;
}

const ETH_P_ALL = 3;
const RECEIVE_BUFFER_BYTES = 8 << 20;
/** Loopback frames may be as long as its MTU. */
const LONGEST_FRAME = 66_000;

/** Opens a socket for one interface; `filter` (port-filter.ts) is in force before the first frame is seen. */
export function openPacketSocket(interfaceName: string, filter?: Uint8Array): number {
  const type = SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC;
  const fd = checked('socket(AF_PACKET)', libc().socket(AF_PACKET, type, 0));
  try {
    if (filter) attachFilter(fd, filter);
    const size = int32(RECEIVE_BUFFER_BYTES);
    if (libc().setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, size, 4) < 0)
      libc().setsockopt(fd, SOL_SOCKET, SO_RCVBUF, size, 4);
    // The first question for a stamp switches stamping on; there is none to tell yet.
    libc().ioctl(fd, SIOCGSTAMPNS, new Uint8Array(16));
    const address = new Uint8Array(20);
    const view = viewOf(address);
    view.setUint16(0, AF_PACKET, true);
    view.setUint16(2, ETH_P_ALL);
    const index = libc().if_nametoindex(interfaceName);
    if (index === 0) throw new Error(`there is no interface ${interfaceName}`);
    view.setInt32(4, index, true);
    checked('bind(AF_PACKET)', libc().bind(fd, address, address.length));
    return fd;
  } catch (error) {
    libc().close(fd);
    throw error;
  }
}

const buffer = new Uint8Array(LONGEST_FRAME);
const from = new Uint8Array(20);
const fromLength = int32(from.length);
const stamp = new Uint8Array(16);

/** The next waiting frame that came in; undefined when there is none. Outgoing copies are passed over. */
export function receiveFrame(fd: number): CapturedFrame | undefined {
  for (;;) {
    viewOf(fromLength).setInt32(0, from.length, true);
    const length = unlessNothing('recvfrom(AF_PACKET)', () =>
      Number(libc().recvfrom(fd, buffer, buffer.length, 0, from, fromLength)),
    );
    if (length === undefined) return undefined;
    if (from[10] === PACKET_OUTGOING) continue;
    checked('ioctl(SIOCGSTAMPNS)', libc().ioctl(fd, SIOCGSTAMPNS, stamp));
    const view = viewOf(stamp);
    const stampNs = view.getBigInt64(0, true) * 1_000_000_000n + view.getBigInt64(8, true);
    return { bytes: buffer.slice(0, length), stampNs };
  }
}

export function sendFrame(fd: number, bytes: Uint8Array): void {
  checked('send(AF_PACKET)', libc().send(fd, bytes, bytes.length, 0));
}

/** Frames that the kernel had no room for since the last question. */
export function takeDropCount(fd: number): number {
  const statistics = new Uint8Array(8);
  checked('PACKET_STATISTICS', libc().getsockopt(fd, SOL_PACKET, PACKET_STATISTICS, statistics, int32(8)));
  return readInt32(statistics, 1);
}

function attachFilter(fd: number, filter: Uint8Array): void {
  // struct sock_fprog { unsigned short count; pointer to the instructions }
  const program = new Uint8Array(16);
  viewOf(program).setUint16(0, filter.length / 8, true);
  viewOf(program).setBigUint64(8, addressOf(filter), true);
  checked('SO_ATTACH_FILTER', libc().setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, program, program.length));
}
