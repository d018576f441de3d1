// The system calls themselves: real, on the main thread of the program's own process, exactly where CPython would make
// them, and blocking where CPython would block.
import { assertNever } from '@lockstep/trace';
import { int32 } from '../native/bytes.ts';
import { INTERNET_ADDRESS_LENGTH, packInternetAddress, readInternetAddress } from '../native/internet-address.ts';
import { errno, libc } from '../native/libc.ts';
import {
  AF_INET,
  EINTR,
  IPPROTO_RAW,
  SHUT_RD,
  SHUT_RDWR,
  SHUT_WR,
  SOCK_CLOEXEC,
  SOCK_DGRAM,
  SOCK_RAW,
  SOCK_STREAM,
} from '../native/linux.ts';
import { checked, retried } from '../native/system-error.ts';
import type { Descriptor, Operation, Readiness, SocketType, SystemCall } from './operation.ts';
import { pythonAddress, pythonBytes } from './python-text.ts';
import { controlEpoll, createEpoll, poll, select, waitEpoll } from './readiness.ts';
import { getSocketOption, setSocketOption } from './socket-options.ts';
import { connectWithin, patienceOf, setBlocking, setPatience, waitWithin } from './time-outs.ts';
import { receive, receiveFrom, send, sendAll, sendTo } from './transfer.ts';

/** A result for the program, and as Python would print it. */
export interface Performed {
  readonly value: unknown;
  readonly text: string;
  /** Bytes that the kernel took or gave. */
  readonly bytes?: number;
}

const NONE: Performed = { value: undefined, text: 'None' };
const SHUTDOWNS = { SHUT_RD, SHUT_WR, SHUT_RDWR } as const;
const TYPES: Readonly<Record<SocketType, readonly [type: number, protocol: number]>> = {
  stream: [SOCK_STREAM, 0],
  datagram: [SOCK_DGRAM, 0],
  raw: [SOCK_RAW, IPPROTO_RAW],
};

/** @throws SystemError when the system call fails, OSError when its time-out passes. */
export function perform(operation: SystemCall): Performed {
  switch (operation.call) {
    case 'socket': {
      const [type, protocol] = TYPES[operation.type];
      return descriptor(checked('socket', libc().socket(AF_INET, type | SOCK_CLOEXEC, protocol)));
    }
    case 'setsockopt':
      setSocketOption(operation.fd, operation.option, operation.value);
      return NONE;
    case 'getsockopt': {
      const value = getSocketOption(operation.fd, operation.option);
      return { value, text: String(value) };
    }
    case 'setblocking':
      setBlocking(operation.fd, operation.isBlocking);
      return NONE;
    case 'settimeout':
      setPatience(operation.fd, operation.timeoutMs);
      return NONE;
    case 'bind':
      checked('bind', libc().bind(operation.fd, packInternetAddress(operation), INTERNET_ADDRESS_LENGTH));
      return NONE;
    case 'listen':
      checked('listen', libc().listen(operation.fd, operation.backlog));
      return NONE;
    case 'accept':
      return accept(operation.fd);
    case 'connect':
      return connect(operation);
    case 'send': {
      const taken = send(operation);
      return { value: taken, text: String(taken), bytes: taken };
    }
    case 'sendall':
      return { ...NONE, bytes: sendAll(operation) };
    case 'recv':
      return received(receive(operation));
    case 'sendto': {
      const taken = sendTo(operation);
      return { value: taken, text: String(taken), bytes: taken };
    }
    case 'recvfrom': {
      const { bytes, from, length } = receiveFrom(operation);
      const text = `(${pythonBytes(bytes)}, ${pythonAddress(from.host, from.port)})`;
      return { value: { bytes, from, length }, text, bytes: bytes.length };
    }
    case 'shutdown':
      checked('shutdown', libc().shutdown(operation.fd, SHUTDOWNS[operation.how]));
      return NONE;
    case 'close':
      checked('close', libc().close(operation.fd));
      return NONE;
    case 'select':
      return ready(select(operation.interests, operation.timeoutMs));
    case 'poll':
      return ready(poll(operation.interests, operation.timeoutMs));
    case 'epoll_create':
      return descriptor(createEpoll());
    case 'epoll_ctl':
      controlEpoll(operation.epoll, operation.how, operation.interest, operation.isEdgeTriggered);
      return NONE;
    case 'epoll_wait':
      return ready(waitEpoll(operation.epoll, operation.maxEvents, operation.timeoutMs));
    case 'sleep':
      nanosleep(operation.ms);
      return NONE;
    case 'kill':
      process.kill(process.pid, 'SIGKILL');
      return NONE;
    default:
      return assertNever(operation);
  }
}

/** Whether nothing but somebody else can end this call: no time-out, and not a socket that never blocks. */
export function mayWaitForEver(operation: Operation): boolean {
  switch (operation.call) {
    case 'accept':
    case 'recv':
    case 'recvfrom':
      return patienceOf(operation.fd) === undefined;
    case 'select':
    case 'poll':
    case 'epoll_wait':
      return operation.timeoutMs === undefined;
    default:
      return false;
  }
}

function accept(fd: Descriptor): Performed {
  const address = new Uint8Array(INTERNET_ADDRESS_LENGTH);
  waitWithin(fd, 'read');
  const connection = retried('accept', () => libc().accept(fd, address, int32(address.length)));
  const { host, port } = readInternetAddress(address);
  return { value: connection, text: `(fd=${connection}, ${pythonAddress(host, port)})` };
}

function connect({ fd, host, port }: Extract<SystemCall, { call: 'connect' }>): Performed {
  connectWithin(fd, () => libc().connect(fd, packInternetAddress({ host, port }), INTERNET_ADDRESS_LENGTH));
  return NONE;
}

function descriptor(fd: Descriptor): Performed {
  return { value: fd, text: `fd=${fd}` };
}

function received(bytes: Uint8Array): Performed {
  return { value: bytes, text: pythonBytes(bytes), bytes: bytes.length };
}

function ready(descriptors: readonly Readiness[]): Performed {
  const text = descriptors.map(
    ({ fd, read, write, failed }) =>
      `fd=${fd}: ${[read && 'readable', write && 'writable', failed && 'error'].filter(Boolean).join(', ')}`,
  );
  return { value: descriptors, text: `[${text.join('; ')}]` };
}

function nanosleep(ms: number): void {
  let time = BigInt64Array.of(BigInt(Math.floor(ms / 1000)), BigInt(Math.round((ms % 1000) * 1e6)));
  for (;;) {
    const remaining = new BigInt64Array(2);
    if (libc().nanosleep(time, remaining) === 0 || errno() !== EINTR) return;
    time = remaining;
  }
}
