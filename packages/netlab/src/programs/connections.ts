import { int32 } from '../native/bytes.ts';
import { INTERNET_ADDRESS_LENGTH, type InternetAddress, readInternetAddress } from '../native/internet-address.ts';
import { libc } from '../native/libc.ts';
import type { Descriptor, Operation } from './operation.ts';

/** The sockets of a program, by the names that the cable's socket tables have for them. */
export interface Connections {
  /** `40022→10.0.0.2:9000`, `9000` where it listens, `udp:5300`; undefined while the kernel has no place for it. */
  nameFor(operation: Operation): string | undefined;
  /** The same for a descriptor. */
  nameOf(fd: Descriptor): string | undefined;
  /** Whether it is a UDP socket. */
  isDatagram(fd: Descriptor): boolean;
  /** Whether a descriptor that the program opened is still open. */
  readonly hasOpen: boolean;
  /** Notes what a call that succeeded has made of a descriptor. */
  note(operation: Operation, value: unknown): void;
}

export function createConnections(): Connections {
  const names = new Map<Descriptor, string>();
  const open = new Set<Descriptor>();
  const datagrams = new Set<Descriptor>();

  function name(fd: Descriptor, found: string | undefined): void {
    if (found !== undefined) names.set(fd, found);
  }

  return {
    get hasOpen() {
      return open.size > 0;
    },
    nameFor: (operation) => ('fd' in operation ? names.get(operation.fd) : undefined),
    nameOf: (fd) => names.get(fd),
    isDatagram: (fd) => datagrams.has(fd),
    note(operation, value) {
      switch (operation.call) {
        case 'socket':
          open.add(value as Descriptor);
          if (operation.type === 'datagram') datagrams.add(value as Descriptor);
          break;
        case 'accept':
          open.add(value as Descriptor);
          name(value as Descriptor, connectionOf(value as Descriptor));
          break;
        case 'listen':
          name(operation.fd, String(localPortOf(operation.fd)));
          break;
        case 'bind':
        case 'sendto':
        case 'connect':
          if (datagrams.has(operation.fd)) name(operation.fd, `udp:${localPortOf(operation.fd)}`);
          else if (operation.call === 'connect') name(operation.fd, connectionOf(operation.fd));
          break;
        case 'close':
          for (const known of [names, open, datagrams]) known.delete(operation.fd);
          break;
        default:
      }
    },
  };
}

/** The port that a descriptor is bound to (getsockname(2)). */
export function localPortOf(fd: Descriptor): number {
  return addressBy('getsockname', fd)?.port ?? 0;
}

/** A peer that has gone meanwhile leaves a socket without a remote end. */
function connectionOf(fd: Descriptor): string | undefined {
  const peer = addressBy('getpeername', fd);
  return peer && `${localPortOf(fd)}→${peer.host}:${peer.port}`;
}

function addressBy(call: 'getsockname' | 'getpeername', fd: Descriptor): InternetAddress | undefined {
  const address = new Uint8Array(INTERNET_ADDRESS_LENGTH);
  return libc()[call](fd, address, int32(address.length)) < 0 ? undefined : readInternetAddress(address);
}
