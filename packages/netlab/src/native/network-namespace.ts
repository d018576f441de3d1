// A network namespace lives as long as somebody holds it. Here that is an open descriptor; no process has to sit in
// it. The calling thread steps in and out (setns(2)), and whatever it opens or starts meanwhile belongs there.
import { closeSync, openSync } from 'node:fs';
import { libc } from './libc.ts';
import { CLONE_NEWNET } from './linux.ts';
import { checked } from './system-error.ts';

export interface NetworkNamespace {
  /** Descriptor of the namespace, also for rtnetlink. */
  readonly fd: number;
  /** Does something inside: sockets opened, files of /proc/net opened and processes started then belong to it. */
  within<T>(action: () => T): T;
}

const OWN = '/proc/thread-self/ns/net';

export function createNetworkNamespace(): NetworkNamespace {
  const outside = openSync(OWN, 'r');
  try {
    checked('unshare(CLONE_NEWNET)', libc().unshare(CLONE_NEWNET));
    const fd = openSync(OWN, 'r');
    checked('setns', libc().setns(outside, CLONE_NEWNET));
    return { fd, within: (action) => inside(fd, action) };
  } finally {
    closeSync(outside);
  }
}

function inside<T>(fd: number, action: () => T): T {
  const outside = openSync(OWN, 'r');
  try {
    checked('setns', libc().setns(fd, CLONE_NEWNET));
    try {
      return action();
    } finally {
      checked('setns', libc().setns(outside, CLONE_NEWNET));
    }
  } finally {
    closeSync(outside);
  }
}
