// The system calls themselves: real, blocking, on the main thread of the program's own process, exactly where
// CPython would make them.
import { assertNever } from '@lockstep/trace';
import { int32 } from '../native/bytes.ts';
import { INTERNET_ADDRESS_LENGTH, packInternetAddress, readInternetAddress } from '../native/internet-address.ts';
import { errno, libc } from '../native/libc.ts';
import {
  AF_INET,
  EINTR,
  MSG_NOSIGNAL,
  SHUT_RD,
  SHUT_RDWR,
  SHUT_WR,
  SO_REUSEADDR,
  SOCK_CLOEXEC,
  SOCK_STREAM,
  SOL_SOCKET,
} from '../native/linux.ts';
import { checked, retried } from '../native/system-error.ts';
import type { Descriptor, Operation } from './operation.ts';
import { pythonAddress, pythonBytes } from './python-text.ts';

/** A result for the program, and as Python would print it. */
export interface Performed {
  readonly value: unknown;
  readonly text: string;
}

const NONE: Performed = { value: undefined, text: 'None' };
const SHUTDOWNS = { SHUT_RD, SHUT_WR, SHUT_RDWR } as const;
const LARGEST_RECV = 1 << 20;

/** @throws SystemError when the system call fails. */
export function perform(operation: Operation): Performed {
  switch (operation.call) {
    case 'socket':
      return descriptor(checked('socket', libc().socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)));
    case 'setsockopt':
      checked('setsockopt', libc().setsockopt(operation.fd, SOL_SOCKET, SO_REUSEADDR, int32(operation.value), 4));
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
      checked('connect', libc().connect(operation.fd, packInternetAddress(operation), INTERNET_ADDRESS_LENGTH));
      return NONE;
    case 'send': {
      const taken = send(operation.fd, operation.bytes);
      return { value: taken, text: String(taken) };
    }
    case 'sendall':
      for (let sent = 0; sent < operation.bytes.length; ) sent += send(operation.fd, operation.bytes.subarray(sent));
      return NONE;
    case 'recv':
      return receive(operation.fd, Math.min(operation.maxBytes, LARGEST_RECV));
    case 'shutdown':
      checked('shutdown', libc().shutdown(operation.fd, SHUTDOWNS[operation.how]));
      return NONE;
    case 'close':
      checked('close', libc().close(operation.fd));
      return NONE;
    case 'sleep':
      nanosleep(operation.ms);
      return NONE;
    default:
      return assertNever(operation);
  }
}

function accept(fd: Descriptor): Performed {
  const address = new Uint8Array(INTERNET_ADDRESS_LENGTH);
  const connection = retried('accept', () => libc().accept(fd, address, int32(address.length)));
  const { host, port } = readInternetAddress(address);
  return { value: connection, text: `(fd=${connection}, ${pythonAddress(host, port)})` };
}

function descriptor(fd: Descriptor): Performed {
  return { value: fd, text: `fd=${fd}` };
}

function send(fd: Descriptor, bytes: Uint8Array): number {
  return retried('send', () => libc().send(fd, bytes, bytes.length, MSG_NOSIGNAL));
}

function receive(fd: Descriptor, maxBytes: number): Performed {
  const buffer = new Uint8Array(Math.max(1, maxBytes));
  const length = retried('recv', () => libc().recv(fd, buffer, maxBytes, 0));
  const bytes = buffer.slice(0, length);
  return { value: bytes, text: pythonBytes(bytes) };
}

function nanosleep(ms: number): void {
  let time = BigInt64Array.of(BigInt(Math.floor(ms / 1000)), BigInt(Math.round((ms % 1000) * 1e6)));
  for (;;) {
    const remaining = new BigInt64Array(2);
    if (libc().nanosleep(time, remaining) === 0 || errno() !== EINTR) return;
    time = remaining;
  }
}
