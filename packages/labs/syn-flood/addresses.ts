// Addresses as they stand in a frame's IPv4 header, true or invented.

/** Ethernet's header, then 12 bytes of IPv4's (RFC 791 §3.1). */
const SOURCE_AT = 14 + 12;
const DESTINATION_AT = SOURCE_AT + 4;

/** @param bytes the frame in hexadecimal. */
export function sourceOf({ bytes }: { readonly bytes: string }): string {
  return addressAt(bytes, SOURCE_AT);
}

/** @param bytes the frame in hexadecimal. */
export function destinationOf({ bytes }: { readonly bytes: string }): string {
  return addressAt(bytes, DESTINATION_AT);
}

function addressAt(hex: string, offset: number): string {
  return [0, 1, 2, 3].map((index) => Number.parseInt(hex.slice(2 * (offset + index)).slice(0, 2), 16)).join('.');
}
