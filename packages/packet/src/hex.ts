const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Two lower-case digits a byte: `bytesToHex(new Uint8Array([1, 255]))` is `01ff`. */
export function bytesToHex(bytes: Uint8Array, separator = ''): string {
  let hex = '';
  for (const byte of bytes) hex += hex === '' ? pairs[byte] : separator + pairs[byte];
  return hex;
}

/**
 * Two digits a byte, either case, nothing between.
 * @throws RangeError at an odd number of digits or any other character.
 */
export function hexToBytes(hex: string): Uint8Array {
  if (hex.length % 2 !== 0) throw new RangeError(`${hex.length} hex digits are not whole bytes`);
  const bad = /[^0-9a-f]/i.exec(hex);
  if (bad) throw new RangeError(`${JSON.stringify(bad[0])} at ${bad.index} is no hex digit`);
  return Uint8Array.from({ length: hex.length / 2 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16));
}

/** `hexNumber(18, 4)` is `0x0012`. */
export function hexNumber(value: number, digits: number): string {
  return `0x${value.toString(16).padStart(digits, '0')}`;
}
