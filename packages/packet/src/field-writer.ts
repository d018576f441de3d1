/** The counterpart of the field reader: a header is written in the order of its RFC's diagram, widths in bits. */
export interface FieldWriter {
  /** @throws RangeError when the value is no integer of so many bits. */
  uint(bits: number, value: number): FieldWriter;
  /** @throws RangeError when a field before does not end on a byte. */
  bytes(bytes: Uint8Array): FieldWriter;
  /** What was written so far. */
  result(): Uint8Array;
}

export function createFieldWriter(): FieldWriter {
  const written: number[] = [];
  let pending = 0;
  let pendingBits = 0;
  const writer: FieldWriter = {
    uint(bits, value) {
      if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits)
        throw new RangeError(`${value} does not fit in ${bits} bits`);
      pending = pending * 2 ** bits + value; // at most 7 + 32 bits: exact in a double
      pendingBits += bits;
      while (pendingBits >= 8) {
        pendingBits -= 8;
        const divisor = 2 ** pendingBits;
        written.push(Math.floor(pending / divisor));
        pending %= divisor;
      }
      return writer;
    },
    bytes(bytes) {
      if (pendingBits > 0) throw new RangeError('a field before does not end on a byte');
      for (const byte of bytes) written.push(byte);
      return writer;
    },
    result: () => Uint8Array.from(written),
  };
  return writer;
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
