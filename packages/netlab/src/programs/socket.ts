// The interface that a lab's program sees. It follows Python's `socket` module call by call, so that program.ts and
// program.py can be read side by side.
import type { InternetAddress } from '../native/internet-address.ts';
import type {
  Descriptor,
  Flag,
  Operation,
  OptionValue,
  Program,
  Shutdown,
  SocketOption,
  SocketType,
} from './operation.ts';

/** A socket over IPv4: Python's `socket.socket()`. Each method is one blocking system call, see its man page. */
export interface Socket {
  /** Number of its descriptor. */
  readonly fd: Descriptor;
  /** setsockopt(2) at the level that the option belongs to. */
  setsockopt(option: SocketOption, value: OptionValue): Program;
  /** getsockopt(2). */
  getsockopt(option: SocketOption): Program<number>;
  /** fcntl(2), O_NONBLOCK: from now on nothing blocks, EAGAIN is thrown instead (BlockingIOError). */
  setBlocking(isBlocking: boolean): Program;
  /** Python's `settimeout`, in milliseconds; undefined: for ever. What takes longer throws TimeoutError. */
  setTimeout(timeoutMs: number | undefined): Program;
  /** bind(2): the address and port that it will be known by. */
  bind(host: string, port: number): Program;
  /** listen(2): from now on the kernel answers every SYN by itself. */
  listen(backlog: number): Program;
  /** accept(2): takes a finished connection out of the accept queue, or sleeps until there is one. */
  accept(): Program<Socket>;
  /** connect(2): sleeps until the handshake is done or has failed. */
  connect(host: string, port: number): Program;
  /** send(2), once: how many bytes the kernel took. A text is sent as UTF-8. */
  send(data: string | Uint8Array, ...flags: readonly Flag[]): Program<number>;
  /** send(2) until all is taken: Python's `sendall`. */
  sendAll(data: string | Uint8Array): Program;
  /** recv(2): what is there, at most so many bytes; empty when the peer has closed. */
  recv(maxBytes: number, ...flags: readonly Flag[]): Program<Uint8Array>;
  /** sendto(2): one datagram. */
  sendTo(data: string | Uint8Array, host: string, port: number): Program<number>;
  /** recvfrom(2): one datagram, cut off after so many bytes; and who sent it. */
  recvFrom(maxBytes: number, ...flags: readonly Flag[]): Program<Datagram>;
  /** shutdown(2): ends one direction or both, the descriptor stays. */
  shutdown(how: Shutdown): Program;
  /** close(2). */
  close(): Program;
  /** Tells that the program has taken a message out of the stream that it receives here; not a system call. */
  decoded(message: DecodedMessage): Program;
  /** Tells that what it received here, from byte `first` on, is no message to it; not a system call. */
  refused(first: number, reason: string): Program;
}

/** Bytes `first` to `first + length` of all that was received, header included. */
interface DecodedMessage {
  /** Counts from 1. */
  readonly number: number;
  readonly first: number;
  readonly length: number;
  /** What it says, for people. */
  readonly text: string;
}

export interface Datagram {
  readonly bytes: Uint8Array;
  readonly from: InternetAddress;
  /** With MSG_TRUNC: how long the datagram was before it was cut off. */
  readonly length: number;
}

/**
 * Creates a socket (socket(2)): TCP, or UDP with `'datagram'`.
 * @example const s = yield* socket()
 */
export function* socket(type: SocketType = 'stream'): Program<Socket> {
  return socketOf(yield* call<Descriptor>({ call: 'socket', type }));
}

/** Sleeps in nanosleep(2): Python's `time.sleep`, in milliseconds. */
export function sleep(ms: number): Program {
  return call({ call: 'sleep', ms });
}

/** Python's `print`: what the learner would see in the terminal. */
export function print(text: string): Program {
  return call({ call: 'print', text });
}

/** Ends this process at once, as `kill -9` would: `os.kill(os.getpid(), signal.SIGKILL)`. */
export function killMyself(): Program {
  return call({ call: 'kill' });
}

function socketOf(fd: Descriptor): Socket {
  return {
    fd,
    setsockopt: (option, value) => call({ call: 'setsockopt', fd, option, value }),
    getsockopt: (option) => call<number>({ call: 'getsockopt', fd, option }),
    setBlocking: (isBlocking) => call({ call: 'setblocking', fd, isBlocking }),
    setTimeout: (timeoutMs) => call({ call: 'settimeout', fd, timeoutMs }),
    bind: (host, port) => call({ call: 'bind', fd, host, port }),
    listen: (backlog) => call({ call: 'listen', fd, backlog }),
    *accept() {
      return socketOf(yield* call<Descriptor>({ call: 'accept', fd }));
    },
    connect: (host, port) => call({ call: 'connect', fd, host, port }),
    send: (data, ...flags) => call<number>({ call: 'send', fd, bytes: bytesOf(data), flags }),
    sendAll: (data) => call({ call: 'sendall', fd, bytes: bytesOf(data), flags: [] }),
    recv: (maxBytes, ...flags) => call<Uint8Array>({ call: 'recv', fd, maxBytes, flags }),
    sendTo: (data, host, port) => call<number>({ call: 'sendto', fd, bytes: bytesOf(data), host, port }),
    recvFrom: (maxBytes, ...flags) => call<Datagram>({ call: 'recvfrom', fd, maxBytes, flags }),
    shutdown: (how) => call({ call: 'shutdown', fd, how }),
    close: () => call({ call: 'close', fd }),
    decoded: (message) => call({ call: 'decoded', fd, ...message }),
    refused: (first, reason) => call({ call: 'refused', fd, first, reason }),
  };
}

/** One operation, asked for here: the line of the program is found from the stack. */
export function* call<Result = void>(operation: Operation): Program<Result> {
  return (yield { operation, stack: new Error('call site').stack ?? '' }) as Result;
}

function bytesOf(data: string | Uint8Array): Uint8Array {
  return typeof data === 'string' ? new TextEncoder().encode(data) : data;
}
