// The interface that a lab's program sees. It follows Python's `socket` module call by call, so that program.ts and
// program.py can be read side by side.
import type { Descriptor, Operation, Program, Shutdown, SocketOption } from './operation.ts';

/** A TCP socket over IPv4: Python's `socket.socket()`. Each method is one blocking system call, see its man page. */
export interface Socket {
  /** Number of its descriptor. */
  readonly fd: Descriptor;
  /** setsockopt(2) at level SOL_SOCKET. */
  setsockopt(option: SocketOption, value: number): Program;
  /** bind(2): the address and port that it will be known by. */
  bind(host: string, port: number): Program;
  /** listen(2): from now on the kernel answers every SYN by itself. */
  listen(backlog: number): Program;
  /** accept(2): takes a finished connection out of the accept queue, or sleeps until there is one. */
  accept(): Program<Socket>;
  /** connect(2): sleeps until the handshake is done or has failed. */
  connect(host: string, port: number): Program;
  /** send(2), once: how many bytes the kernel took. A text is sent as UTF-8. */
  send(data: string | Uint8Array): Program<number>;
  /** send(2) until all is taken: Python's `sendall`. */
  sendAll(data: string | Uint8Array): Program;
  /** recv(2): what is there, at most so many bytes; empty when the peer has closed. */
  recv(maxBytes: number): Program<Uint8Array>;
  /** shutdown(2): ends one direction or both, the descriptor stays. */
  shutdown(how: Shutdown): Program;
  /** close(2). */
  close(): Program;
}

/**
 * Creates a TCP socket (socket(2)).
 * @example const s = yield* socket()
 */
export function* socket(): Program<Socket> {
  return socketOf(yield* call<Descriptor>({ call: 'socket' }));
}

/** Sleeps in nanosleep(2): Python's `time.sleep`, in milliseconds. */
export function sleep(ms: number): Program {
  return call({ call: 'sleep', ms });
}

function socketOf(fd: Descriptor): Socket {
  return {
    fd,
    setsockopt: (option, value) => call({ call: 'setsockopt', fd, option, value }),
    bind: (host, port) => call({ call: 'bind', fd, host, port }),
    listen: (backlog) => call({ call: 'listen', fd, backlog }),
    *accept() {
      return socketOf(yield* call<Descriptor>({ call: 'accept', fd }));
    },
    connect: (host, port) => call({ call: 'connect', fd, host, port }),
    send: (data) => call<number>({ call: 'send', fd, bytes: bytesOf(data) }),
    sendAll: (data) => call({ call: 'sendall', fd, bytes: bytesOf(data) }),
    recv: (maxBytes) => call<Uint8Array>({ call: 'recv', fd, maxBytes }),
    shutdown: (how) => call({ call: 'shutdown', fd, how }),
    close: () => call({ call: 'close', fd }),
  };
}

function* call<Result = void>(operation: Operation): Program<Result> {
  return (yield { operation, stack: new Error('call site').stack ?? '' }) as Result;
}

function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : data;
}
