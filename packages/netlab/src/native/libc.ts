// The few system calls that Node does not offer, through koffi. `load(undefined)` means the C library that Node itself
// is linked with, so glibc and musl both do. Numbers are those of Linux on x64 and arm64.
import koffi from 'koffi';

export interface Libc {
  socket(domain: number, type: number, protocol: number): number;
  socketpair(domain: number, type: number, protocol: number, pair: Int32Array): number;
  bind(fd: number, address: Uint8Array, length: number): number;
  listen(fd: number, backlog: number): number;
  accept(fd: number, address: Uint8Array, length: Uint8Array): number;
  connect(fd: number, address: Uint8Array, length: number): number;
  getsockname(fd: number, address: Uint8Array, length: Uint8Array): number;
  getpeername(fd: number, address: Uint8Array, length: Uint8Array): number;
  send(fd: number, bytes: Uint8Array, length: number, flags: number): number;
  sendto(
    fd: number,
    bytes: Uint8Array,
    length: number,
    flags: number,
    address: Uint8Array,
    addressLength: number,
  ): number;
  recv(fd: number, bytes: Uint8Array, length: number, flags: number): number;
  recvfrom(
    fd: number,
    bytes: Uint8Array,
    length: number,
    flags: number,
    address: Uint8Array,
    addressLength: Uint8Array,
  ): number;
  shutdown(fd: number, how: number): number;
  setsockopt(fd: number, level: number, option: number, value: Uint8Array, length: number): number;
  getsockopt(fd: number, level: number, option: number, value: Uint8Array, length: Uint8Array): number;
  close(fd: number): number;
  fcntl(fd: number, command: number, type: 'int', argument: number): number;
  /** Bit sets of 1024 descriptors each. */
  select(
    count: number,
    read: Uint8Array,
    write: Uint8Array,
    failed: Uint8Array,
    timeout: BigInt64Array | undefined,
  ): number;
  poll(descriptors: Uint8Array, count: number, timeoutMs: number): number;
  epoll_create1(flags: number): number;
  epoll_ctl(epoll: number, operation: number, fd: number, event: Uint8Array): number;
  epoll_wait(epoll: number, events: Uint8Array, maxEvents: number, timeoutMs: number): number;
  ioctl(fd: number, request: number, argument: Uint8Array): number;
  if_nametoindex(name: string): number;
  unshare(flags: number): number;
  setns(fd: number, type: number): number;
  prctl(option: number, argument: number): number;
  clock_gettime(clock: number, time: BigInt64Array): number;
  nanosleep(time: BigInt64Array, remaining: BigInt64Array): number;
  strerror(errno: number): string;
}

const DECLARATIONS: Readonly<Record<keyof Libc, string>> = {
  socket: 'int socket(int, int, int)',
  socketpair: 'int socketpair(int, int, int, void *)',
  bind: 'int bind(int, void *, uint32)',
  listen: 'int listen(int, int)',
  accept: 'int accept(int, void *, void *)',
  connect: 'int connect(int, void *, uint32)',
  getsockname: 'int getsockname(int, void *, void *)',
  getpeername: 'int getpeername(int, void *, void *)',
  send: 'int64 send(int, void *, size_t, int)',
  sendto: 'int64 sendto(int, void *, size_t, int, void *, uint32)',
  recv: 'int64 recv(int, void *, size_t, int)',
  recvfrom: 'int64 recvfrom(int, void *, size_t, int, void *, void *)',
  shutdown: 'int shutdown(int, int)',
  setsockopt: 'int setsockopt(int, int, int, void *, uint32)',
  getsockopt: 'int getsockopt(int, int, int, void *, void *)',
  close: 'int close(int)',
  fcntl: 'int fcntl(int, int, ...)',
  select: 'int select(int, void *, void *, void *, void *)',
  poll: 'int poll(void *, uint64, int)',
  epoll_create1: 'int epoll_create1(int)',
  epoll_ctl: 'int epoll_ctl(int, int, int, void *)',
  epoll_wait: 'int epoll_wait(int, void *, int, int)',
  ioctl: 'int ioctl(int, uint64, void *)',
  if_nametoindex: 'uint32 if_nametoindex(str)',
  unshare: 'int unshare(int)',
  setns: 'int setns(int, int)',
  prctl: 'int prctl(int, uint64)',
  clock_gettime: 'int clock_gettime(int, void *)',
  nanosleep: 'int nanosleep(void *, void *)',
  strerror: 'str strerror(int)',
};

let loaded: Libc | undefined;

/** The C library; loaded at the first call, so that importing this module does nothing. */
export function libc(): Libc {
  if (!loaded) {
    // koffi spells "this very process" as null.
    const library = koffi.load(null);
    loaded = Object.fromEntries(
      Object.entries(DECLARATIONS).map(([name, declaration]) => [name, library.func(declaration)]),
    ) as unknown as Libc;
  }
  return loaded;
}

/** Number of the last error of this thread (errno(3)). */
export function errno(): number {
  return koffi.errno();
}

/** Address in memory of a buffer, for the structures that hold a pointer. The buffer must outlive its use. */
export function addressOf(buffer: Uint8Array): bigint {
  return koffi.address(buffer);
}
