// Python's time-outs of sockets: the descriptor is made non-blocking and each call waits in poll(2) first, exactly as
// CPython's socket module does it.
import { errno, libc } from '../native/libc.ts';
import { EINPROGRESS, F_GETFL, F_SETFL, O_NONBLOCK } from '../native/linux.ts';
import { checked, SystemError } from '../native/system-error.ts';
import type { Descriptor } from './operation.ts';
import { TimeoutOSError } from './os-error.ts';
import { poll } from './readiness.ts';
import { getSocketOption } from './socket-options.ts';

/** Milliseconds that calls on a descriptor may take; 0: they never block. */
const patience = new Map<Descriptor, number>();

/** Undefined: a call may wait for ever. */
export function patienceOf(fd: Descriptor): number | undefined {
  return patience.get(fd);
}

/** `settimeout`: undefined is Python's None, for ever. */
export function setPatience(fd: Descriptor, timeoutMs: number | undefined): void {
  const flags = checked('fcntl', libc().fcntl(fd, F_GETFL, 'int', 0));
  const wanted = timeoutMs === undefined ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
  checked('fcntl', libc().fcntl(fd, F_SETFL, 'int', wanted));
  if (timeoutMs === undefined) patience.delete(fd);
  else patience.set(fd, timeoutMs);
}

/** `setblocking(False)` is `settimeout(0)`. */
export function setBlocking(fd: Descriptor, isBlocking: boolean): void {
  setPatience(fd, isBlocking ? undefined : 0);
}

/** @throws TimeoutOSError when the descriptor's patience ends first. */
export function waitWithin(fd: Descriptor, what: 'read' | 'write'): void {
  const timeoutMs = patience.get(fd);
  if (timeoutMs === undefined || timeoutMs === 0) return;
  if (poll([{ fd, read: what === 'read', write: what === 'write' }], timeoutMs).length === 0)
    throw new TimeoutOSError();
}

/** connect(2) that waits for its end no longer than the descriptor's patience. */
export function connectWithin(fd: Descriptor, connect: () => number): void {
  if (connect() >= 0) return;
  const error = errno();
  const timeoutMs = patience.get(fd);
  if (error !== EINPROGRESS || timeoutMs === undefined || timeoutMs === 0) throw new SystemError('connect', error);
  waitWithin(fd, 'write');
  const outcome = getSocketOption(fd, 'SO_ERROR');
  if (outcome !== 0) throw new SystemError('connect', outcome);
}
