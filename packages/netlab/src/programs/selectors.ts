// Waiting for several sockets at once, as a lab's program sees it: Python's `select` module.
import type { Descriptor, Interest, Program, Readiness } from './operation.ts';
import { call, type Socket } from './socket.ts';

/** What to wait for; as Python, without a time limit it waits for ever. */
export interface WaitOptions {
  readonly read?: readonly Socket[];
  readonly write?: readonly Socket[];
  readonly timeoutMs?: number;
}

/** select(2): at most 1024 descriptors, asked about anew each time. */
export function select(options: WaitOptions): Program<readonly Readiness[]> {
  return call<readonly Readiness[]>({ call: 'select', interests: interestsOf(options), timeoutMs: options.timeoutMs });
}

/** poll(2): any number of descriptors, asked about anew each time. */
export function poll(options: WaitOptions): Program<readonly Readiness[]> {
  return call<readonly Readiness[]>({ call: 'poll', interests: interestsOf(options), timeoutMs: options.timeoutMs });
}

/** epoll(7): the kernel keeps the list, and tells only of those that are ready. */
export interface Epoll {
  readonly fd: Descriptor;
  /** EPOLL_CTL_ADD; `isEdgeTriggered`: only news is told (EPOLLET). */
  register(socket: Socket, interest: EpollInterest): Program;
  /** EPOLL_CTL_MOD. */
  modify(socket: Socket, interest: EpollInterest): Program;
  /** EPOLL_CTL_DEL. */
  unregister(socket: Socket): Program;
  close(): Program;
  wait(options?: { readonly maxEvents?: number; readonly timeoutMs?: number }): Program<readonly Readiness[]>;
}

interface EpollInterest {
  readonly read?: boolean;
  readonly write?: boolean;
  readonly isEdgeTriggered?: boolean;
}

const MOST_EVENTS = 64;

/** epoll_create(2). */
export function* epoll(): Program<Epoll> {
  const fd = yield* call<Descriptor>({ call: 'epoll_create' });
  const control = (how: 'ADD' | 'MOD' | 'DEL', socket: Socket, wanted: EpollInterest): Program => {
    const { read = false, write = false, isEdgeTriggered = false } = wanted;
    return call({ call: 'epoll_ctl', epoll: fd, how, interest: { fd: socket.fd, read, write }, isEdgeTriggered });
  };
  return {
    fd,
    register: (socket, interest) => control('ADD', socket, interest),
    modify: (socket, interest) => control('MOD', socket, interest),
    unregister: (socket) => control('DEL', socket, {}),
    close: () => call({ call: 'close', fd }),
    wait: ({ maxEvents = MOST_EVENTS, timeoutMs } = {}) =>
      call<readonly Readiness[]>({ call: 'epoll_wait', epoll: fd, maxEvents, timeoutMs }),
  };
}

function interestsOf({ read = [], write = [] }: WaitOptions): readonly Interest[] {
  const descriptors = new Set([...read, ...write].map(({ fd }) => fd));
  const has = (sockets: readonly Socket[], fd: Descriptor): boolean => sockets.some((socket) => socket.fd === fd);
  return [...descriptors].map((fd) => ({ fd, read: has(read, fd), write: has(write, fd) }));
}
