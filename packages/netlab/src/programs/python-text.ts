// Values as Python's repr() prints them.

/** Bytes beyond this are counted, not printed: a trace is read by people. */
const MOST_BYTES = 256;

/** `b'hello\n'`, by the rules of Python's bytes.__repr__. */
export function pythonBytes(bytes: Uint8Array): string {
  const shown = bytes.subarray(0, MOST_BYTES);
  const quote = shown.includes(0x27) && !shown.includes(0x22) ? '"' : "'";
  const text = Array.from(shown, (byte) => pythonByte(byte, quote)).join('');
  const rest = bytes.length - shown.length;
  return `b${quote}${text}${quote}${rest > 0 ? ` … ${rest} more` : ''}`;
}

/** `("10.0.0.2", 9000)`, a pair as `socket.connect` takes it. */
export function pythonAddress(host: string, port: number): string {
  return `("${host}", ${port})`;
}

const ESCAPES: Readonly<Record<number, string>> = { 0x09: '\\t', 0x0a: '\\n', 0x0d: '\\r', 0x5c: '\\\\' };

function pythonByte(byte: number, quote: string): string {
  const character = String.fromCharCode(byte);
  if (character === quote) return `\\${quote}`;
  const escape = ESCAPES[byte];
  if (escape !== undefined) return escape;
  return byte >= 0x20 && byte < 0x7f ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
}
