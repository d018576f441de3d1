// What was sent, what the client's framer made of it, and whether the two agree.
import { eventsOf, findOf, hasEnded, returnsOf } from '@lockstep/lab';
import type { EventOf, Trace } from '@lockstep/trace';
import { visible } from './bytes.ts';
import { encode, LIED_ABOUT, MESSAGES } from './messages.ts';
import { type Setting, settingOf } from './setting.ts';

export type Decoded = EventOf<'message.decoded'>;

/** A message as it went into the server's kernel. */
export interface Sent {
  /** Counts from 1. */
  readonly number: number;
  /** Place of its first byte in the stream, from 0. */
  readonly first: number;
  readonly headerLength: number;
  /** With its header and what ends it. */
  readonly length: number;
  readonly text: string;
}

export function settingIn({ header }: Trace): Setting {
  return settingOf(header.knobs);
}

/** All messages of such a run, sent by now or not. */
export function plannedFor({ framing, lie }: Setting): readonly Sent[] {
  let first = 0;
  return MESSAGES.map(({ text }, index) => {
    const { header, body } = encode(framing, index, lie);
    const length = header.length + body.length;
    const sent = { number: index + 1, first, headerLength: header.length, length, text: visible(text) };
    first += length;
    return sent;
  });
}

export function decodedOf(trace: Trace): readonly Decoded[] {
  return eventsOf(trace, 'message.decoded');
}

export function refusalOf(trace: Trace): EventOf<'message.refused'> | undefined {
  return findOf(trace, 'message.refused', () => true);
}

/** The message that was decoded is the one that was sent at this place, all of it and nothing else. */
export function isTrue({ first, length, text }: Decoded, sent: readonly Sent[]): boolean {
  const one = sent.find((message) => message.first === first && message.length === length);
  return one !== undefined && (text === one.text || text === `${one.number}.txt: ${one.text}`);
}

/** The first decoded message that nobody has sent, with bytes of message `from` or a later one. */
export function firstFalse(trace: Trace, from = 1): Decoded | undefined {
  const sent = plannedFor(settingIn(trace));
  const start = sent[from - 1]?.first ?? 0;
  return decodedOf(trace).find((decoded) => decoded.first + decoded.length > start && !isTrue(decoded, sent));
}

/** Every message came out as it was sent. */
export function isPerfect(trace: Trace): boolean {
  return hasEnded(trace) && decodedOf(trace).length === MESSAGES.length && firstFalse(trace) === undefined;
}

/** The reads of the client that gave something, by the place where each ended in the stream. */
export function readEnds(trace: Trace): readonly { readonly seq: number; readonly end: number }[] {
  let end = 0;
  return returnsOf(trace, 'recv', 'client')
    .filter(({ bytes = 0 }) => bytes > 0)
    .map(({ seq, bytes = 0 }) => {
      end += bytes;
      return { seq, end };
    });
}

/** The first recv() that ended in the middle of a header, and the message that the header belongs to. */
export function splitHeader(trace: Trace): { readonly seq: number; readonly message: Sent } | undefined {
  const sent = plannedFor(settingIn(trace));
  for (const { seq, end } of readEnds(trace)) {
    const message = sent.find(({ first, headerLength }) => first < end && end < first + headerLength);
    if (message) return { seq, message };
  }
  return undefined;
}

/** The call by which the server sends the message about which a header may lie. */
export function lieTold(trace: Trace): EventOf<'call.entered'> | undefined {
  if (settingIn(trace).lie === 'none') return undefined;
  return sendsOf(trace)[LIED_ABOUT];
}

/** The server's calls, one a message. */
export function sendsOf(trace: Trace): readonly EventOf<'call.entered'>[] {
  return eventsOf(trace, 'call.entered').filter(({ actor, call }) => actor === 'server' && call === 'sendall');
}

/** Since when nobody can go on: the last thing that the client asked for. */
export function stuckSince(trace: Trace): EventOf<'call.entered'> | undefined {
  if (!findOf(trace, 'run.ended', ({ reason }) => reason === 'deadlock')) return undefined;
  return eventsOf(trace, 'call.entered').findLast(({ actor, call }) => actor === 'client' && call === 'recv');
}
