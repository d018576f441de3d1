// What the server sends: five messages, in a framing, and the lies that its headers may tell.
import { asciiOf, concatenated, packUint32 } from './bytes.ts';
import { sha256 } from './sha-256.ts';

/** A framing as it is sent; how carefully the header is read is the receiver's business. */
export type SentFraming = 'none' | 'newline' | 'digits' | 'bytes' | 'json';

export const LIES = ['none', 'negative', 'not-a-number', 'huge', 'shorter', 'longer', 'corrupted'] as const;
export type Lie = (typeof LIES)[number];

export interface Message {
  readonly name: string;
  readonly text: string;
}

/** One contains a newline, one is empty, one is longer than a small recv(). After the last the client says “ok”. */
export const MESSAGES: readonly Message[] = [
  { name: '1.txt', text: 'hello' },
  { name: '2.txt', text: 'two\nlines' },
  { name: '3.txt', text: '' },
  { name: '4.txt', text: 'forty bytes, more than one recv() takes.' },
  { name: '5.txt', text: 'bye' },
];
export const LAST_WORD = 'bye';

/** Place of the message about which a header lies. */
export const LIED_ABOUT = 3;
const TOO_FEW = 5;
const TOO_MANY = 100;
const TEN_GIGABYTES = 10 * 2 ** 30;

export interface Encoded {
  readonly header: Uint8Array;
  /** The message, and behind it what ends it. */
  readonly body: Uint8Array;
}

/** The bytes of message `index` as they are sent. */
export function encode(framing: SentFraming, index: number, lie: Lie): Encoded {
  const { name, text } = MESSAGES[index] ?? { name: '', text: '' };
  const told = index === LIED_ABOUT ? lie : 'none';
  const honest = asciiOf(text);
  const body = told === 'corrupted' ? corrupted(honest) : honest;
  switch (framing) {
    case 'none':
      return { header: new Uint8Array(), body };
    case 'newline':
      return { header: new Uint8Array(), body: concatenated(body, asciiOf('\n')) };
    case 'digits':
      return { header: asciiOf(digitsFor(honest.length, told)), body };
    case 'bytes':
      return { header: wordFor(honest.length, told), body };
    case 'json': {
      const header = asciiOf(JSON.stringify({ name, size: sizeFor(honest.length, told), sha256: sha256(honest) }));
      return { header: concatenated(packUint32(header.length), header), body };
    }
  }
}

export function bytesOf({ header, body }: Encoded): Uint8Array {
  return concatenated(header, body);
}

function digitsFor(length: number, lie: Lie): string {
  switch (lie) {
    case 'negative':
      return '-0000005';
    case 'not-a-number':
      return '0000five';
    case 'huge':
      return '99999999';
    default:
      return String(honestly(length, lie)).padStart(8, '0');
  }
}

/** Any four bytes are a number: −5 and “five” are only very large ones. */
function wordFor(length: number, lie: Lie): Uint8Array {
  switch (lie) {
    case 'negative':
      return packUint32(-5);
    case 'not-a-number':
      return asciiOf('five');
    case 'huge':
      return packUint32(-1);
    default:
      return packUint32(honestly(length, lie));
  }
}

function sizeFor(length: number, lie: Lie): number | string {
  switch (lie) {
    case 'negative':
      return -5;
    case 'not-a-number':
      return 'five';
    case 'huge':
      return TEN_GIGABYTES;
    default:
      return honestly(length, lie);
  }
}

/** A length that looks honest. */
function honestly(length: number, lie: Lie): number {
  return lie === 'shorter' ? length - TOO_FEW : lie === 'longer' ? length + TOO_MANY : length;
}

/** The second byte is another than it was: on the way, on a disk, in somebody’s memory. */
function corrupted(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => (index === 1 ? byte ^ 0x20 : byte));
}
