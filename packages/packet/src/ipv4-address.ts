/** Four bytes as `10.0.0.1`. */
export function serializeIpv4Address(bytes: Uint8Array): string {
  return bytes.join('.');
}

/** @throws RangeError unless the text is four decimal numbers up to 255, without leading zeros, joined by dots. */
export function parseIpv4Address(text: string): Uint8Array {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255))
    throw new RangeError(`${JSON.stringify(text)} is no IPv4 address`);
  return Uint8Array.from(parts, Number);
}
