// Numbers of the Linux interface that is used here: x64 and arm64 agree on all of them.

export const AF_UNIX = 1;
export const AF_INET = 2;
export const AF_NETLINK = 16;
export const AF_PACKET = 17;

export const SOCK_STREAM = 1;
export const SOCK_DGRAM = 2;
export const SOCK_RAW = 3;
export const SOCK_NONBLOCK = 0x800;
export const SOCK_CLOEXEC = 0x80000;

export const IPPROTO_TCP = 6;
/** Raw IPv4 where the program writes the header itself (raw(7)). */
export const IPPROTO_RAW = 255;
export const NETLINK_SOCK_DIAG = 4;

export const SOL_SOCKET = 1;
export const SO_REUSEADDR = 2;
export const SO_ERROR = 4;
export const SO_SNDBUF = 7;
export const SO_KEEPALIVE = 9;
export const SO_OOBINLINE = 10;
export const SO_LINGER = 13;
export const TCP_NODELAY = 1;
export const TCP_MAXSEG = 2;
export const TCP_CORK = 3;
export const TCP_QUICKACK = 12;
export const SO_ATTACH_FILTER = 26;
export const SO_RCVBUFFORCE = 33;
export const SO_RCVBUF = 8;

export const SOL_PACKET = 263;
export const PACKET_STATISTICS = 6;
export const PACKET_OUTGOING = 4;

export const MSG_OOB = 1;
export const MSG_PEEK = 2;
export const MSG_TRUNC = 0x20;
export const MSG_DONTWAIT = 0x40;
export const MSG_WAITALL = 0x100;
export const MSG_NOSIGNAL = 0x4000;

export const SHUT_RD = 0;
export const SHUT_WR = 1;
export const SHUT_RDWR = 2;

export const SIOCGSTAMPNS = 0x8907;
export const SIOCETHTOOL = 0x8946;

export const CLONE_NEWNET = 0x4000_0000;
export const CLOCK_REALTIME = 0;
export const PR_SET_PDEATHSIG = 1;
export const SIGKILL = 9;

export const F_GETFL = 3;
export const F_SETFL = 4;
export const O_NONBLOCK = 0x800;

export const POLLIN = 1;
export const POLLOUT = 4;
export const POLLERR = 8;
export const POLLHUP = 16;
export const EPOLL_CTL_ADD = 1;
export const EPOLL_CTL_DEL = 2;
export const EPOLL_CTL_MOD = 3;
export const EPOLLET = 0x8000_0000;

export const EINTR = 4;
export const EAGAIN = 11;
export const EOPNOTSUPP = 95;
export const EINPROGRESS = 115;
