// Bytes and the texts of this lab, which are ASCII.

export function asciiOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** One character a byte (ISO 8859-1). */
export function textOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

/** What can be read of it on screen: a newline as `↵`, what has no sign as `·`. */
export function visible(text: string): string {
  return Array.from(text, (character) => {
    const code = character.charCodeAt(0);
    return character === '\n' ? '↵' : code < 0x20 || code >= 0x7f ? '·' : character;
  }).join('');
}

/** Python's `struct.unpack(">I", bytes[:4])`. */
export function readUint32(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}

/** Python's `struct.pack(">I", value)`; a negative one as `>i` would pack it. */
export function packUint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value);
  return bytes;
}

export function concatenated(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
