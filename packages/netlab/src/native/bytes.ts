/** A 32-bit number in the machine's order, as setsockopt(2) and many others want it. */
export function int32(value: number): Uint8Array {
  return new Uint8Array(Int32Array.of(value).buffer);
}

/** Reads back what the kernel put into an `int32` at index `index`. */
export function readInt32(bytes: Uint8Array, index = 0): number {
  return viewOf(bytes).getInt32(index * 4, true);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
