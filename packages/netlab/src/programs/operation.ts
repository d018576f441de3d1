// What a program may ask for, as data. The program only describes; perform.ts makes the system call. So the same
// program can be run, recorded, and stepped.

/** A socket of a program, by the number of its descriptor. */
export type Descriptor = number;

/** A system call, or something that the program tells about itself. */
export type Operation = SystemCall | Telling;

export type SystemCall =
  | { readonly call: 'socket'; readonly type: SocketType }
  | { readonly call: 'setsockopt'; readonly fd: Descriptor; readonly option: SocketOption; readonly value: OptionValue }
  | { readonly call: 'getsockopt'; readonly fd: Descriptor; readonly option: SocketOption }
  | { readonly call: 'setblocking'; readonly fd: Descriptor; readonly isBlocking: boolean }
  | { readonly call: 'settimeout'; readonly fd: Descriptor; readonly timeoutMs: number | undefined }
  | { readonly call: 'bind'; readonly fd: Descriptor; readonly host: string; readonly port: number }
  | { readonly call: 'listen'; readonly fd: Descriptor; readonly backlog: number }
  | { readonly call: 'accept'; readonly fd: Descriptor }
  | { readonly call: 'connect'; readonly fd: Descriptor; readonly host: string; readonly port: number }
  | { readonly call: 'send' | 'sendall'; readonly fd: Descriptor; readonly bytes: Uint8Array; readonly flags: Flags }
  | { readonly call: 'recv'; readonly fd: Descriptor; readonly maxBytes: number; readonly flags: Flags }
  | {
      readonly call: 'sendto';
      readonly fd: Descriptor;
      readonly bytes: Uint8Array;
      readonly host: string;
      readonly port: number;
    }
  | { readonly call: 'recvfrom'; readonly fd: Descriptor; readonly maxBytes: number; readonly flags: Flags }
  | { readonly call: 'shutdown'; readonly fd: Descriptor; readonly how: Shutdown }
  | { readonly call: 'close'; readonly fd: Descriptor }
  | {
      readonly call: 'select' | 'poll';
      readonly interests: readonly Interest[];
      readonly timeoutMs: number | undefined;
    }
  | { readonly call: 'epoll_create' }
  | {
      readonly call: 'epoll_ctl';
      readonly epoll: Descriptor;
      readonly how: 'ADD' | 'MOD' | 'DEL';
      readonly interest: Interest;
      readonly isEdgeTriggered: boolean;
    }
  | {
      readonly call: 'epoll_wait';
      readonly epoll: Descriptor;
      readonly maxEvents: number;
      readonly timeoutMs: number | undefined;
    }
  | { readonly call: 'sleep'; readonly ms: number }
  /** Ends this very process, as `kill -9` would. */
  | { readonly call: 'kill' };

/** Not asked of the kernel: recorded as the program's own word. */
export type Telling =
  | { readonly call: 'print'; readonly text: string }
  | {
      readonly call: 'decoded';
      readonly fd: Descriptor;
      readonly number: number;
      readonly first: number;
      readonly length: number;
      readonly text: string;
    }
  | { readonly call: 'refused'; readonly fd: Descriptor; readonly first: number; readonly reason: string };

/** `raw`: IPv4 whose header the program writes itself (raw(7)); needs CAP_NET_RAW, which only the sandbox has. */
export type SocketType = 'stream' | 'datagram' | 'raw';
export type SocketOption =
  | 'SO_REUSEADDR'
  | 'SO_RCVBUF'
  | 'SO_SNDBUF'
  | 'SO_KEEPALIVE'
  | 'SO_OOBINLINE'
  | 'SO_LINGER'
  | 'SO_ERROR'
  | 'TCP_MAXSEG'
  | 'TCP_NODELAY'
  | 'TCP_CORK'
  | 'TCP_QUICKACK';
/** A number, or of SO_LINGER: whether close() lingers, and for how many seconds (socket(7)). */
export type OptionValue = number | { readonly on: boolean; readonly seconds: number };
export type Flag = 'MSG_OOB' | 'MSG_PEEK' | 'MSG_TRUNC' | 'MSG_DONTWAIT' | 'MSG_WAITALL';
export type Flags = readonly Flag[];
export type Shutdown = 'SHUT_RD' | 'SHUT_WR' | 'SHUT_RDWR';

/** What somebody wants to know of a descriptor. */
export interface Interest {
  readonly fd: Descriptor;
  readonly read: boolean;
  readonly write: boolean;
}

/** What is so of a descriptor. */
export interface Readiness extends Interest {
  /** An error waits, or the peer has gone (POLLERR, POLLHUP). */
  readonly failed: boolean;
}

/** An operation and where it was asked for. */
export interface Call {
  readonly operation: Operation;
  /** The JavaScript stack at the `yield*`, for the line of the program. */
  readonly stack: string;
}

/**
 * What a generator function of a lab's program.ts returns. It yields calls and gets their results; the values are
 * typed by the functions of socket.ts, which is all that a program uses.
 */
export type Program<Result = void> = Generator<Call, Result, unknown>;

export function isTelling(operation: Operation): operation is Telling {
  return operation.call === 'print' || operation.call === 'decoded' || operation.call === 'refused';
}
