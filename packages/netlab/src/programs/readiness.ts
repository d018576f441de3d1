// Which of several descriptors can be read or written: select(2), poll(2) and epoll(7), each as the kernel has it.

import { viewOf } from '../native/bytes.ts';
import { libc } from '../native/libc.ts';
import {
  EPOLL_CTL_ADD,
  EPOLL_CTL_DEL,
  EPOLL_CTL_MOD,
  EPOLLET,
  POLLERR,
  POLLHUP,
  POLLIN,
  POLLOUT,
  SOCK_CLOEXEC,
} from '../native/linux.ts';
import { checked, retried } from '../native/system-error.ts';
import type { Descriptor, Interest, Readiness } from './operation.ts';

/** Descriptors that fit into an `fd_set`: the limit that select(2) is known for. */
const FD_SETSIZE = 1024;
const POLL_FD_LENGTH = 8;
/** `struct epoll_event` is packed on x64 only (epoll_ctl(2)). */
const EPOLL_EVENT = process.arch === 'x64' ? { length: 12, data: 4 } : { length: 16, data: 8 };
const CONTROLS = { ADD: EPOLL_CTL_ADD, MOD: EPOLL_CTL_MOD, DEL: EPOLL_CTL_DEL } as const;
const FOR_EVER = -1;

/** @throws RangeError as Python's ValueError for a descriptor that no fd_set has room for. */
export function select(interests: readonly Interest[], timeoutMs: number | undefined): readonly Readiness[] {
  const highest = Math.max(-1, ...interests.map(({ fd }) => fd));
  if (highest >= FD_SETSIZE) throw new RangeError('filedescriptor out of range in select()');
  const set = (wants: (interest: Interest) => boolean): Uint8Array => {
    const bits = new Uint8Array(FD_SETSIZE / 8);
    for (const interest of interests)
      if (wants(interest)) bits[interest.fd >> 3] = (bits[interest.fd >> 3] ?? 0) | (1 << (interest.fd & 7));
    return bits;
  };
  const read = set((interest) => interest.read);
  const write = set((interest) => interest.write);
  const failed = set(() => true);
  const timeout = timeoutMs === undefined ? undefined : timeval(timeoutMs);
  retried('select', () => libc().select(highest + 1, read, write, failed, timeout));
  const has = (bits: Uint8Array, fd: Descriptor): boolean => (((bits[fd >> 3] ?? 0) >> (fd & 7)) & 1) === 1;
  return interests
    .map(({ fd }) => ({ fd, read: has(read, fd), write: has(write, fd), failed: has(failed, fd) }))
    .filter(isAnything);
}

export function poll(interests: readonly Interest[], timeoutMs: number | undefined): readonly Readiness[] {
  const descriptors = new Uint8Array(interests.length * POLL_FD_LENGTH);
  const view = viewOf(descriptors);
  for (const [index, interest] of interests.entries()) {
    view.setInt32(index * POLL_FD_LENGTH, interest.fd, true);
    view.setInt16(index * POLL_FD_LENGTH + 4, eventsOf(interest), true);
  }
  retried('poll', () => libc().poll(descriptors, interests.length, timeoutMs ?? FOR_EVER));
  return interests
    .map(({ fd }, index) => readinessOf(fd, view.getUint16(index * POLL_FD_LENGTH + 6, true)))
    .filter(isAnything);
}

export function createEpoll(): Descriptor {
  return checked('epoll_create', libc().epoll_create1(SOCK_CLOEXEC));
}

export function controlEpoll(
  epoll: Descriptor,
  how: keyof typeof CONTROLS,
  interest: Interest,
  isEdgeTriggered: boolean,
): void {
  const event = new Uint8Array(EPOLL_EVENT.length);
  viewOf(event).setUint32(0, (eventsOf(interest) | (isEdgeTriggered ? EPOLLET : 0)) >>> 0, true);
  viewOf(event).setInt32(EPOLL_EVENT.data, interest.fd, true);
  checked('epoll_ctl', libc().epoll_ctl(epoll, CONTROLS[how], interest.fd, event));
}

export function waitEpoll(epoll: Descriptor, maxEvents: number, timeoutMs: number | undefined): readonly Readiness[] {
  const events = new Uint8Array(maxEvents * EPOLL_EVENT.length);
  const count = retried('epoll_wait', () => libc().epoll_wait(epoll, events, maxEvents, timeoutMs ?? FOR_EVER));
  const view = viewOf(events);
  return Array.from({ length: count }, (_, index) => {
    const at = index * EPOLL_EVENT.length;
    return readinessOf(view.getInt32(at + EPOLL_EVENT.data, true), view.getUint32(at, true));
  });
}

function eventsOf({ read, write }: Interest): number {
  return (read ? POLLIN : 0) | (write ? POLLOUT : 0);
}

function readinessOf(fd: Descriptor, events: number): Readiness {
  return {
    fd,
    read: (events & POLLIN) !== 0,
    write: (events & POLLOUT) !== 0,
    failed: (events & (POLLERR | POLLHUP)) !== 0,
  };
}

function isAnything({ read, write, failed }: Readiness): boolean {
  return read || write || failed;
}

function timeval(ms: number): BigInt64Array {
  return BigInt64Array.of(BigInt(Math.floor(ms / 1000)), BigInt(Math.round((ms % 1000) * 1000)));
}
