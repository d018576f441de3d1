// sock_diag(7): the kernel's own measurements of its TCP connections (TCP_INFO), asked from outside of the program that
// holds them. The socket belongs to the network namespace in which it was opened.
import { viewOf } from './bytes.ts';
import { libc } from './libc.ts';
import { AF_INET, AF_NETLINK, IPPROTO_TCP, MSG_DONTWAIT, NETLINK_SOCK_DIAG, SOCK_CLOEXEC, SOCK_RAW } from './linux.ts';
import { checked } from './system-error.ts';

/** One connection, and what its kernel has measured of it. */
export interface MeasuredConnection {
  readonly localPort: number;
  readonly remoteHost: string;
  readonly remotePort: number;
  readonly info: TcpInfo;
}

/** Some of include/uapi/linux/tcp.h, struct tcp_info. */
interface TcpInfo {
  readonly rttUs: number;
  readonly rtoUs: number;
  /** In segments; a threshold that was never set is 2147483647. */
  readonly congestionWindow: number;
  readonly slowStartThreshold: number;
  readonly unacknowledged: number;
  /** Segments sent again, in the life of the connection. */
  readonly retransmitted: number;
  /** The window that the peer last offered, in bytes; kernels before 5.4 do not tell. */
  readonly sendWindow?: number;
}

const SOCK_DIAG_BY_FAMILY = 20;
const NLM_F_REQUEST = 1;
const NLM_F_DUMP = 0x300;
const NLMSG_DONE = 3;
const INET_DIAG_INFO = 2;
const REQUEST_LENGTH = 72;
const HEADER_LENGTH = 16;
/** Of `struct inet_diag_msg`, which the attributes follow. */
const MESSAGE_LENGTH = 72;
/** All states but LISTEN, TIME-WAIT and SYN-RECEIVED, which have nothing measured. */
const STATES = 0xfff & ~((1 << 10) | (1 << 6) | (1 << 3));
const ANSWER_LENGTH = 65_536;

export function openSocketDiagnosis(): number {
  return checked('socket(NETLINK_SOCK_DIAG)', libc().socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_SOCK_DIAG));
}

const answer = new Uint8Array(ANSWER_LENGTH);

export function readTcpInfo(fd: number): readonly MeasuredConnection[] {
  const request = new Uint8Array(REQUEST_LENGTH);
  const view = viewOf(request);
  view.setUint32(0, REQUEST_LENGTH, true);
  view.setUint16(4, SOCK_DIAG_BY_FAMILY, true);
  view.setUint16(6, NLM_F_REQUEST | NLM_F_DUMP, true);
  request[16] = AF_INET;
  request[17] = IPPROTO_TCP;
  request[18] = 1 << (INET_DIAG_INFO - 1);
  view.setUint32(20, STATES, true);
  checked('send(NETLINK_SOCK_DIAG)', Number(libc().send(fd, request, request.length, 0)));
  const rows: MeasuredConnection[] = [];
  for (;;) {
    // The answer is there when send has returned; waiting for it could stop the cable.
    const length = checked('recv(NETLINK_SOCK_DIAG)', Number(libc().recv(fd, answer, answer.length, MSG_DONTWAIT)));
    if (takeMessages(answer.subarray(0, length), rows)) return rows;
  }
}

/** @returns whether the last message of the dump was among these. */
function takeMessages(bytes: Uint8Array, rows: MeasuredConnection[]): boolean {
  const view = viewOf(bytes);
  for (let at = 0; at + HEADER_LENGTH <= bytes.length; ) {
    const length = view.getUint32(at, true);
    if (length < HEADER_LENGTH || view.getUint16(at + 4, true) === NLMSG_DONE) return true;
    const row = rowOf(bytes.subarray(at + HEADER_LENGTH, at + length));
    if (row) rows.push(row);
    at += (length + 3) & ~3;
  }
  return false;
}

function rowOf(message: Uint8Array): MeasuredConnection | undefined {
  const view = viewOf(message);
  for (let at = MESSAGE_LENGTH; at + 4 <= message.length; ) {
    const length = view.getUint16(at, true);
    if (length < 4) return undefined;
    if (view.getUint16(at + 2, true) === INET_DIAG_INFO) {
      const info = message.subarray(at + 4, at + length);
      return {
        localPort: view.getUint16(4),
        remotePort: view.getUint16(6),
        remoteHost: message.subarray(24, 28).join('.'),
        info: infoOf(viewOf(info)),
      };
    }
    at += (length + 3) & ~3;
  }
  return undefined;
}

const SEND_WINDOW_AT = 228;

function infoOf(info: DataView): TcpInfo {
  return {
    rtoUs: info.getUint32(8, true),
    unacknowledged: info.getUint32(24, true),
    rttUs: info.getUint32(68, true),
    slowStartThreshold: info.getUint32(76, true) | 0,
    congestionWindow: info.getUint32(80, true),
    retransmitted: info.getUint32(100, true),
    ...(info.byteLength >= SEND_WINDOW_AT + 4 && { sendWindow: info.getUint32(SEND_WINDOW_AT, true) | 0 }),
  };
}
