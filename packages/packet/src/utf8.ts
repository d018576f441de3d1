// UTF-8 (RFC 3629) as texts, since what runs everywhere has no TextDecoder of its own. Broken bytes are replaced as the
// WHATWG's decoder does: one U+FFFD for each longest beginning of a character.
const REPLACEMENT = '\ufffd';

export function serializeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const isLone = code >= 0xd800 && code <= 0xdfff;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code, 0));
    else if (isLone) bytes.push(0xef, 0xbf, 0xbd);
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code, 6), tail(code, 0));
    else bytes.push(0xf0 | (code >> 18), tail(code, 12), tail(code, 6), tail(code, 0));
  }
  return Uint8Array.from(bytes);
}

export function parseUtf8(bytes: Uint8Array): string {
  const characters: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { length, code } = characterAt(bytes, at);
    characters.push(code === undefined ? REPLACEMENT : String.fromCodePoint(code));
    at += length;
  }
  return characters.join('');
}

function tail(code: number, shift: number): number {
  return 0x80 | ((code >> shift) & 0x3f);
}

/** `code` is undefined when the bytes are no character. */
function characterAt(bytes: Uint8Array, at: number): { readonly length: number; readonly code?: number } {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return { length: 1, code: first };
  const needed =
    first >= 0xc2 && first <= 0xdf ? 1 : first >= 0xe0 && first <= 0xef ? 2 : first >= 0xf0 && first <= 0xf4 ? 3 : 0;
  let code = first & (0x3f >> needed);
  for (let i = 1; i <= needed; i++) {
    const byte = bytes[at + i] ?? 0;
    const [least, most] = i === 1 ? secondByteRange(first) : [0x80, 0xbf];
    if (byte < least || byte > most) return { length: i };
    code = (code << 6) | (byte & 0x3f);
  }
  return needed === 0 ? { length: 1 } : { length: needed + 1, code };
}

/** Leaves out overlong forms, surrogates and what lies beyond U+10FFFF. */
function secondByteRange(first: number): readonly [least: number, most: number] {
  switch (first) {
    case 0xe0:
      return [0xa0, 0xbf];
    case 0xed:
      return [0x80, 0x9f];
    case 0xf0:
      return [0x90, 0xbf];
    case 0xf4:
      return [0x80, 0x8f];
    default:
      return [0x80, 0xbf];
  }
}
