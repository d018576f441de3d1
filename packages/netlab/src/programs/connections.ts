import { int32 } from '../native/bytes.ts';
import { INTERNET_ADDRESS_LENGTH, type InternetAddress, readInternetAddress } from '../native/internet-address.ts';
import { libc } from '../native/libc.ts';
import type { Descriptor, Operation } from './operation.ts';

/** Both ends of each connected descriptor, as the socket tables spell them. */
export interface Connections {
  /** `40022→10.0.0.2:9000`; undefined while the socket of this operation is not connected. */
  nameFor(operation: Operation): string | undefined;
  /** Whether a descriptor that the program opened is still open. */
  readonly hasOpen: boolean;
  /** Notes what a call that succeeded has connected. */
  note(operation: Operation, value: unknown): void;
}

export function createConnections(): Connections {
  const names = new Map<Descriptor, string>();
  const open = new Set<Descriptor>();
  return {
    get hasOpen() {
      return open.size > 0;
    },
    nameFor: (operation) => ('fd' in operation ? names.get(operation.fd) : undefined),
    note(operation, value) {
      if (operation.call === 'socket' || operation.call === 'accept') open.add(value as Descriptor);
      if (operation.call === 'close') {
        names.delete(operation.fd);
        open.delete(operation.fd);
      }
      if (operation.call !== 'connect' && operation.call !== 'accept') return;
      const fd = operation.call === 'connect' ? operation.fd : (value as Descriptor);
      const name = nameOf(fd);
      if (name !== undefined) names.set(fd, name);
    },
  };
}

/** The port that a descriptor is bound to (getsockname(2)). */
export function localPortOf(fd: Descriptor): number {
  return addressBy('getsockname', fd)?.port ?? 0;
}

/** A peer that has gone meanwhile leaves a socket without a remote end. */
function nameOf(fd: Descriptor): string | undefined {
  const peer = addressBy('getpeername', fd);
  return peer && `${localPortOf(fd)}→${peer.host}:${peer.port}`;
}

function addressBy(call: 'getsockname' | 'getpeername', fd: Descriptor): InternetAddress | undefined {
  const address = new Uint8Array(INTERNET_ADDRESS_LENGTH);
  return libc()[call](fd, address, int32(address.length)) < 0 ? undefined : readInternetAddress(address);
}
