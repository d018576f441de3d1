// Bytes into the kernel and out of it: send(2), sendto(2), recv(2), recvfrom(2).
import { int32 } from '../native/bytes.ts';
import {
  INTERNET_ADDRESS_LENGTH,
  type InternetAddress,
  packInternetAddress,
  readInternetAddress,
} from '../native/internet-address.ts';
import { libc } from '../native/libc.ts';
import { MSG_DONTWAIT, MSG_NOSIGNAL, MSG_OOB, MSG_PEEK, MSG_TRUNC, MSG_WAITALL } from '../native/linux.ts';
import { retried } from '../native/system-error.ts';
import type { Flags, SystemCall } from './operation.ts';
import { waitWithin } from './time-outs.ts';

type CallOf<C extends SystemCall['call']> = Extract<SystemCall, { readonly call: C }>;

const FLAGS = { MSG_OOB, MSG_PEEK, MSG_TRUNC, MSG_DONTWAIT, MSG_WAITALL } as const;
/** More than a datagram or a read of a lesson ever needs. */
const LARGEST_RECV = 1 << 20;

/** @returns how many bytes the kernel took. */
export function send({ fd, bytes, flags }: CallOf<'send' | 'sendall'>): number {
  waitWithin(fd, 'write');
  return retried('send', () => libc().send(fd, bytes, bytes.length, bitsOf(flags) | MSG_NOSIGNAL));
}

export function sendAll(operation: CallOf<'send' | 'sendall'>): number {
  const { bytes } = operation;
  for (let sent = 0; sent < bytes.length; ) sent += send({ ...operation, bytes: bytes.subarray(sent) });
  return bytes.length;
}

export function receive({ fd, maxBytes, flags }: CallOf<'recv'>): Uint8Array {
  const buffer = bufferFor(maxBytes);
  waitWithin(fd, 'read');
  const length = retried('recv', () => libc().recv(fd, buffer, buffer.length, bitsOf(flags)));
  return buffer.slice(0, length);
}

export function sendTo({ fd, bytes, host, port }: CallOf<'sendto'>): number {
  const address = packInternetAddress({ host, port });
  waitWithin(fd, 'write');
  return retried('sendto', () => libc().sendto(fd, bytes, bytes.length, MSG_NOSIGNAL, address, address.length));
}

/** `length`: of the whole datagram when MSG_TRUNC asked for it, else of what was given. */
export function receiveFrom({ fd, maxBytes, flags }: CallOf<'recvfrom'>): {
  readonly bytes: Uint8Array;
  readonly from: InternetAddress;
  readonly length: number;
} {
  const buffer = bufferFor(maxBytes);
  const address = new Uint8Array(INTERNET_ADDRESS_LENGTH);
  waitWithin(fd, 'read');
  const length = retried('recvfrom', () =>
    libc().recvfrom(fd, buffer, buffer.length, bitsOf(flags), address, int32(address.length)),
  );
  return { bytes: buffer.slice(0, Math.min(length, maxBytes)), from: readInternetAddress(address), length };
}

function bufferFor(maxBytes: number): Uint8Array {
  return new Uint8Array(Math.max(0, Math.min(maxBytes, LARGEST_RECV)));
}

function bitsOf(flags: Flags): number {
  return flags.reduce((bits, flag) => bits | FLAGS[flag], 0);
}
