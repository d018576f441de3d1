// What a program may ask for, as data. The program only describes; perform.ts makes the system call. So the same
// program can be run, recorded, and one day stepped.

/** A socket of a program, by the number of its descriptor. */
export type Descriptor = number;

export type Operation =
  | { readonly call: 'socket' }
  | { readonly call: 'setsockopt'; readonly fd: Descriptor; readonly option: SocketOption; readonly value: number }
  | { readonly call: 'bind'; readonly fd: Descriptor; readonly host: string; readonly port: number }
  | { readonly call: 'listen'; readonly fd: Descriptor; readonly backlog: number }
  | { readonly call: 'accept'; readonly fd: Descriptor }
  | { readonly call: 'connect'; readonly fd: Descriptor; readonly host: string; readonly port: number }
  | { readonly call: 'send'; readonly fd: Descriptor; readonly bytes: Uint8Array }
  | { readonly call: 'sendall'; readonly fd: Descriptor; readonly bytes: Uint8Array }
  | { readonly call: 'recv'; readonly fd: Descriptor; readonly maxBytes: number }
  | { readonly call: 'shutdown'; readonly fd: Descriptor; readonly how: Shutdown }
  | { readonly call: 'close'; readonly fd: Descriptor }
  | { readonly call: 'sleep'; readonly ms: number };

export type SocketOption = 'SO_REUSEADDR';
export type Shutdown = 'SHUT_RD' | 'SHUT_WR' | 'SHUT_RDWR';

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
