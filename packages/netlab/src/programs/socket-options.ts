// setsockopt(2) and getsockopt(2): socket(7) and tcp(7) say what each option means.
import { int32, readInt32 } from '../native/bytes.ts';
import { libc } from '../native/libc.ts';
import {
  IPPROTO_TCP,
  SO_ERROR,
  SO_KEEPALIVE,
  SO_LINGER,
  SO_OOBINLINE,
  SO_RCVBUF,
  SO_REUSEADDR,
  SO_SNDBUF,
  SOL_SOCKET,
  TCP_CORK,
  TCP_MAXSEG,
  TCP_NODELAY,
  TCP_QUICKACK,
} from '../native/linux.ts';
import { checked } from '../native/system-error.ts';
import type { Descriptor, OptionValue, SocketOption } from './operation.ts';

interface OptionPlace {
  readonly level: 'SOL_SOCKET' | 'IPPROTO_TCP';
  readonly number: number;
}

const OPTIONS: Readonly<Record<SocketOption, OptionPlace>> = {
  SO_REUSEADDR: { level: 'SOL_SOCKET', number: SO_REUSEADDR },
  SO_RCVBUF: { level: 'SOL_SOCKET', number: SO_RCVBUF },
  SO_SNDBUF: { level: 'SOL_SOCKET', number: SO_SNDBUF },
  SO_KEEPALIVE: { level: 'SOL_SOCKET', number: SO_KEEPALIVE },
  SO_OOBINLINE: { level: 'SOL_SOCKET', number: SO_OOBINLINE },
  SO_LINGER: { level: 'SOL_SOCKET', number: SO_LINGER },
  SO_ERROR: { level: 'SOL_SOCKET', number: SO_ERROR },
  TCP_MAXSEG: { level: 'IPPROTO_TCP', number: TCP_MAXSEG },
  TCP_NODELAY: { level: 'IPPROTO_TCP', number: TCP_NODELAY },
  TCP_CORK: { level: 'IPPROTO_TCP', number: TCP_CORK },
  TCP_QUICKACK: { level: 'IPPROTO_TCP', number: TCP_QUICKACK },
};
const LEVELS = { SOL_SOCKET, IPPROTO_TCP } as const;

/** The name of an option's level, as Python's `setsockopt` wants it first. */
export function levelOf(option: SocketOption): string {
  return OPTIONS[option].level;
}

export function setSocketOption(fd: Descriptor, option: SocketOption, value: OptionValue): void {
  const { level, number } = OPTIONS[option];
  const bytes = packed(value);
  checked('setsockopt', libc().setsockopt(fd, LEVELS[level], number, bytes, bytes.length));
}

export function getSocketOption(fd: Descriptor, option: SocketOption): number {
  const { level, number } = OPTIONS[option];
  const bytes = int32(0);
  checked('getsockopt', libc().getsockopt(fd, LEVELS[level], number, bytes, int32(bytes.length)));
  return readInt32(bytes);
}

/** An int, or `struct linger`: two of them. */
function packed(value: OptionValue): Uint8Array {
  if (typeof value === 'number') return int32(value);
  return new Uint8Array(Int32Array.of(Number(value.on), value.seconds).buffer);
}
