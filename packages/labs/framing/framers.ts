// Framers: where in a stream of bytes does a message end? Each framing is one pure function of the bytes that are not
// used up yet; a framer only keeps these. So it does not matter how recv() has cut the stream, and nothing is ever
// allocated because a header says so.
import { readUint32, textOf } from './bytes.ts';
import { sha256 } from './sha-256.ts';

export const FRAMINGS = ['none', 'newline', 'digits', 'unchecked', 'bytes', 'json'] as const;
export type Framing = (typeof FRAMINGS)[number];

/** What a framer says of bytes `first` on, counted from the start of the stream. */
export type Framed =
  | {
      readonly kind: 'message';
      /** Counts from 1. */
      readonly number: number;
      readonly first: number;
      /** With its header. */
      readonly length: number;
      readonly text: string;
    }
  | { readonly kind: 'refused'; readonly first: number; readonly reason: string };

export interface Framer {
  /** What these bytes complete. After a refusal it says nothing any more. */
  feed(bytes: Uint8Array): readonly Framed[];
}

/** No message is longer, whatever a header says. */
export const MOST_BYTES = 65_536;
/** No header of JSON is longer. */
const MOST_HEADER_BYTES = 1024;

const WAIT = { kind: 'wait' } as const;
type Step =
  /** The message is not all here yet. */
  | typeof WAIT
  /** The first `length` bytes are a message. */
  | { readonly kind: 'take'; readonly length: number; readonly text: string }
  | { readonly kind: 'refuse'; readonly reason: string };

/** @example createFramer('digits').feed(asciiOf('00000005hello')) // [{ kind: 'message', text: 'hello', … }] */
export function createFramer(framing: Framing): Framer {
  const next = STEPS[framing];
  let unused = new Uint8Array();
  let first = 0;
  let count = 0;
  let hasRefused = false;
  return {
    feed(bytes) {
      const framed: Framed[] = [];
      unused = joined(unused, bytes);
      while (unused.length > 0 && !hasRefused) {
        const step = next(unused);
        if (step.kind === 'wait') break;
        if (step.kind === 'refuse') {
          hasRefused = true;
          unused = new Uint8Array();
          framed.push({ kind: 'refused', first, reason: step.reason });
        } else {
          framed.push({ kind: 'message', number: ++count, first, length: step.length, text: step.text });
          unused = unused.slice(step.length);
          first += step.length;
        }
      }
      return framed;
    },
  };
}

const STEPS: Readonly<Record<Framing, (unused: Uint8Array) => Step>> = {
  /** No framing at all: what one recv() gave is a message. */
  none: (unused) => ({ kind: 'take', length: unused.length, text: textOf(unused) }),
  newline,
  digits,
  unchecked,
  bytes,
  json,
};

/** A message and a newline. */
function newline(unused: Uint8Array): Step {
  const end = unused.indexOf(0x0a);
  if ((end < 0 ? unused.length : end) > MOST_BYTES) return refuse(`no newline within ${MOST_BYTES} bytes`);
  return end < 0 ? WAIT : { kind: 'take', length: end + 1, text: textOf(unused.subarray(0, end)) };
}

const DIGITS = 8;

/** The length as 8 digits, then the message. */
function digits(unused: Uint8Array): Step {
  if (unused.length < DIGITS) return WAIT;
  const header = textOf(unused.subarray(0, DIGITS));
  if (/^-\d+$/.test(header)) return refuse(`negative length: ${header}`);
  if (!/^\d+$/.test(header)) return refuse(`not a number: ${header}`);
  return payload(unused, DIGITS, Number(header));
}

/** The same by Python's `int()` and nothing else: whatever the header says is believed. */
function unchecked(unused: Uint8Array): Step {
  if (unused.length < DIGITS) return WAIT;
  const header = textOf(unused.subarray(0, DIGITS));
  if (!/^\s*[+-]?\d+(_\d+)*\s*$/.test(header)) return refuse(`ValueError in int(): ${header}`);
  const end = DIGITS + Math.max(0, Number(header.replaceAll('_', '')));
  return unused.length < end ? WAIT : { kind: 'take', length: end, text: textOf(unused.subarray(DIGITS, end)) };
}

const WORD = 4;

/** The length as 4 bytes, the highest first (network byte order), then the message. */
function bytes(unused: Uint8Array): Step {
  return unused.length < WORD ? WAIT : payload(unused, WORD, readUint32(unused));
}

/** The length of a header as 4 bytes, the header in JSON (name, size, sha256), then the message. */
function json(unused: Uint8Array): Step {
  if (unused.length < WORD) return WAIT;
  const length = readUint32(unused);
  if (length > MOST_HEADER_BYTES) return refuse(`header too long: ${length} bytes`);
  if (unused.length < WORD + length) return WAIT;
  const header = parseHeader(textOf(unused.subarray(WORD, WORD + length)));
  if (typeof header === 'string') return refuse(header);
  const step = payload(unused, WORD + length, header.size);
  if (step.kind !== 'take') return step;
  if (sha256(unused.subarray(WORD + length, step.length)) !== header.sha256)
    return refuse(`wrong digest: ${header.name}`);
  return { ...step, text: `${header.name}: ${step.text}` };
}

interface Header {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** A header, or why it is none. */
function parseHeader(text: string): Header | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return `not JSON: ${text.slice(0, 20)}`;
  }
  const { name, size, sha256: digest } = Object(value) as { name: unknown; size: unknown; sha256: unknown };
  if (typeof name !== 'string' || typeof digest !== 'string') return 'no name or no digest';
  if (typeof size !== 'number' || !Number.isInteger(size)) return `not a number: ${JSON.stringify(size)}`;
  return size < 0 ? `negative length: ${size}` : { name, size, sha256: digest };
}

function payload(unused: Uint8Array, headerLength: number, length: number): Step {
  if (length > MOST_BYTES) return refuse(`too long: ${length} bytes`);
  const end = headerLength + length;
  return unused.length < end ? WAIT : { kind: 'take', length: end, text: textOf(unused.subarray(headerLength, end)) };
}

function refuse(reason: string): Step {
  return { kind: 'refuse', reason };
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}
