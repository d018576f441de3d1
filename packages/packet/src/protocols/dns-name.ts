// Domain names as DNS messages carry them (RFC 1035 §3.1 and §4.1.4): labels, each with its length before it, up to the
// empty one of the root. A pointer stands for the rest of a name that was written earlier in the message.

const MAX_NAME_BYTES = 255;
const POINTER = 0xc0;
const LONGEST_LABEL = 63;

/** A name that could be read. */
export interface ReadName {
  /** As it is written in zone files: `www.example.com`; `.` is the root. */
  readonly name: string;
  /** Bytes that it takes up where it stands, with a pointer but without what that points to. */
  readonly length: number;
}

/** Why a name could not be read; `isShort`: only because bytes are missing. */
export interface UnreadableName {
  readonly fault: string;
  readonly isShort: boolean;
}

/**
 * Reads the name at an offset. A pointer must lead to before where the labels that it ends began, so that a chain of them
 * comes to an end; no name is longer than 255 bytes.
 * @param start of the message, from which pointers count.
 */
export function readName(bytes: Uint8Array, start: number, offset: number, end: number): ReadName | UnreadableName {
  const labels: string[] = [];
  let nameBytes = 1;
  let length: number | undefined;
  let from = offset;
  let at = offset;
  for (;;) {
    const first = at < end ? bytes[at] : undefined;
    if (first === undefined) return { fault: 'a name has no end', isShort: true };
    if (first === 0) {
      const name = labels.length === 0 ? '.' : labels.join('.');
      return { name, length: length ?? at + 1 - offset };
    }
    if (first <= LONGEST_LABEL) {
      nameBytes += first + 1;
      if (at + 1 + first > end) return { fault: 'a label has no end', isShort: true };
      if (nameBytes > MAX_NAME_BYTES) return { fault: `a name is longer than ${MAX_NAME_BYTES} bytes`, isShort: false };
      labels.push(escapedText(bytes.subarray(at + 1, at + 1 + first), /[.\\ ]/));
      at += 1 + first;
      continue;
    }
    if ((first & POINTER) !== POINTER) return { fault: 'a label begins with reserved bits', isShort: false };
    const second = at + 1 < end ? bytes[at + 1] : undefined;
    if (second === undefined) return { fault: 'a pointer in a name has no end', isShort: true };
    length ??= at + 2 - offset;
    const target = start + ((first & ~POINTER) << 8) + second;
    if (target >= from)
      return { fault: `a name points from byte ${at - start} to byte ${target - start}, not back`, isShort: false };
    from = target;
    at = target;
  }
}

/**
 * A name without compression.
 * @throws RangeError when a label is empty or longer than 63 bytes, or the name is longer than 255.
 */
export function serializeName(name: string): Uint8Array {
  const written: number[] = [];
  for (const label of name === '.' ? [] : labelsOf(name)) {
    if (label.length === 0 || label.length > LONGEST_LABEL)
      throw new RangeError(`${JSON.stringify(name)} has a label of ${label.length} bytes`);
    written.push(label.length, ...label);
  }
  written.push(0);
  if (written.length > MAX_NAME_BYTES) throw new RangeError(`${JSON.stringify(name)} is longer than 255 bytes`);
  return Uint8Array.from(written);
}

/** Bytes as text: what is not printable ASCII, or `special`, escaped as in zone files (RFC 1035 §5.1). */
export function escapedText(bytes: Uint8Array, special: RegExp): string {
  return Array.from(bytes, (byte) => {
    if (byte < 0x20 || byte > 0x7e) return `\\${String(byte).padStart(3, '0')}`;
    const character = String.fromCharCode(byte);
    return special.test(character) ? `\\${character}` : character;
  }).join('');
}

/** The bytes of an escaped text. @throws RangeError when a character is no byte. */
export function unescapedBytes(text: string): readonly number[] {
  return Array.from(text.matchAll(TOKENS), ([token]) => byteOf(token));
}

/** `\046`, `\.` or a character. */
const TOKENS = /\\\d{3}|\\[\s\S]|[\s\S]/g;

function byteOf(token: string): number {
  const byte = /^\\\d{3}$/.test(token) ? Number(token.slice(1)) : token.charCodeAt(token.length - 1);
  if (byte > 0xff) throw new RangeError(`${JSON.stringify(token)} is no byte`);
  return byte;
}

/** A dot at the end, which says that the name is whole, may be left out. */
function labelsOf(name: string): readonly (readonly number[])[] {
  const labels: number[][] = [[]];
  for (const [token] of name.matchAll(TOKENS)) {
    if (token === '.') labels.push([]);
    else labels.at(-1)?.push(byteOf(token));
  }
  return labels.length > 1 && labels.at(-1)?.length === 0 ? labels.slice(0, -1) : labels;
}
