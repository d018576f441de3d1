// How the client's reads cut what the server wrote. Only counted: positions come from how many bytes each call moved.
import { eventsOf, findOf, returnsOf } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';

/** One message: what the server gave its kernel by one call. */
export interface Written {
  /** Counts from 1. */
  readonly number: number;
  /** Place of its first byte in the stream, from 0. */
  readonly first: number;
  readonly length: number;
  readonly seq: number;
}

export type Share = 'whole' | 'start' | 'middle' | 'end';

/** What a read holds of one message. */
export interface Part {
  readonly message: number;
  readonly share: Share;
  readonly length: number;
}

/** What the client got by one recv(). */
export interface Read {
  readonly number: number;
  readonly length: number;
  readonly parts: readonly Part[];
  /** Of its return. */
  readonly seq: number;
}

export function writtenOf(trace: Trace): readonly Written[] {
  let first = 0;
  return eventsOf(trace, 'call.entered')
    .filter(({ actor, call }) => actor === 'server' && call === 'sendall')
    .map(({ seq, bytes = 0 }, index) => {
      const written = { number: index + 1, first, length: bytes, seq };
      first += bytes;
      return written;
    });
}

/** All reads that gave something. */
export function readsOf(trace: Trace): readonly Read[] {
  const written = writtenOf(trace);
  let first = 0;
  return returnsOf(trace, 'recv', 'client')
    .filter(({ bytes = 0 }) => bytes > 0)
    .map(({ seq, bytes = 0 }, index) => {
      const read = { number: index + 1, length: bytes, parts: partsOf(written, first, first + bytes), seq };
      first += bytes;
      return read;
    });
}

export function readAt(trace: Trace, seq: number): Read | undefined {
  return readsOf(trace).find((read) => read.seq === seq);
}

function partsOf(written: readonly Written[], from: number, to: number): readonly Part[] {
  return written.flatMap((message): readonly Part[] => {
    const end = message.first + message.length;
    const start = Math.max(from, message.first);
    const stop = Math.min(to, end);
    if (start >= stop) return [];
    return [{ message: message.number, share: shareOf(start === message.first, stop === end), length: stop - start }];
  });
}

function shareOf(hasStart: boolean, hasEnd: boolean): Share {
  if (hasStart) return hasEnd ? 'whole' : 'start';
  return hasEnd ? 'end' : 'middle';
}

/** Bytes of more than one message. */
export const isGlued = ({ parts }: Read): boolean => parts.length > 1;
/** A part of a message, not all of it. */
export const isCut = ({ parts }: Read): boolean => parts.some(({ share }) => share !== 'whole');
/** One message, all of it, and nothing else: what the program believed of every recv(). */
export const isWhole = (read: Read): boolean => !isGlued(read) && !isCut(read);

/** `20+40`: how many bytes each recv() gave. */
export function describeCuts(reads: readonly Read[]): string {
  return reads.length === 0 ? '0' : reads.map(({ length }) => length).join('+');
}

/** The command with this text, as the client sends it. */
function commandSent(trace: Trace, command: string): EventOf<'call.entered'> | undefined {
  return findOf(
    trace,
    'call.entered',
    ({ actor, call, detail }) => actor === 'client' && call === 'sendall' && detail.includes(`'${command}'`),
  );
}

/** What the client took for the answer to this command. */
export function answerTaken(trace: Trace, command: string): Read | undefined {
  const sent = commandSent(trace, command);
  return sent && readsOf(trace).find(({ seq }) => seq > sent.seq);
}

/** A segment of the server's that carries bytes of more than one message. */
export function sharedSegment(trace: Trace): EventOf<'tcp.segment-sent'> | undefined {
  const written = writtenOf(trace);
  const synchronized = findOf(trace, 'tcp.segment-sent', ({ from, flags }) => from === 'server' && flags === 'SYN,ACK');
  if (!synchronized) return undefined;
  return findOf(trace, 'tcp.segment-sent', ({ from, length, sequence }) => {
    const first = (sequence - synchronized.sequence - 1) >>> 0;
    return from === 'server' && length > 0 && partsOf(written, first, first + length).length > 1;
  });
}

/** So many bytes around the beginning of the second message; undefined where there is none, or all fits. */
export function seamOf(trace: Trace, bytes: number): { readonly from: number; readonly to: number } | undefined {
  const written = writtenOf(trace);
  const second = written[1];
  const last = written.at(-1);
  if (!second || !last) return undefined;
  const total = last.first + last.length;
  if (total <= bytes) return undefined;
  const to = Math.min(total, second.first + Math.ceil(bytes * 0.55));
  const from = Math.max(0, to - bytes);
  return { from, to: Math.max(to, from + bytes) };
}
