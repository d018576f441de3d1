import { bytesToHex, hexToBytes } from './hex.ts';

/** Six bytes as `02:00:00:00:00:0a`. */
export function serializeMacAddress(bytes: Uint8Array): string {
  return bytesToHex(bytes, ':');
}

/** @throws RangeError unless the text is six pairs of hex digits joined by colons. */
export function parseMacAddress(text: string): Uint8Array {
  if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i.test(text)) throw new RangeError(`${JSON.stringify(text)} is no MAC address`);
  return hexToBytes(text.replaceAll(':', ''));
}
