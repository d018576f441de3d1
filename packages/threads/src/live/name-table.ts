// Names (of locals, of errors) in shared memory, so that a record of fixed size can refer to them. One table per worker,
// which alone writes; a name is complete before the first record that refers to it.
const SLOTS = 255;
const SLOT_BYTES = 96;

export const NAME_TABLE_BYTES = SLOTS * SLOT_BYTES;

/** Writes names, each once. */
export class NameWriter {
  readonly #bytes: Uint8Array;
  readonly #numbers = new Map<string, number>();
  readonly #encoder = new TextEncoder();

  constructor(buffer: SharedArrayBuffer) {
    this.#bytes = new Uint8Array(buffer);
  }

  /** The number of this name. Names are cut after 95 bytes of UTF-8. */
  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    if (number === SLOTS) throw new RangeError(`a thread may use ${SLOTS} names`);
    const encoded = this.#encoder.encode(name).subarray(0, SLOT_BYTES - 1);
    this.#bytes[number * SLOT_BYTES] = encoded.length;
    this.#bytes.set(encoded, number * SLOT_BYTES + 1);
    this.#numbers.set(name, number);
    return number;
  }
}

/** The name with this number. */
export function nameAt(buffer: SharedArrayBuffer, number: number): string {
  const bytes = new Uint8Array(buffer);
  const start = number * SLOT_BYTES;
  return new TextDecoder().decode(bytes.slice(start + 1, start + 1 + (bytes[start] as number)));
}
