// Reads numbers of either byte order from a stretch of a file, and nothing beyond it: a length in a file is only ever
// compared with the bytes that are there, never allocated.
import { CaptureError } from './capture-error.ts';

export class BlockReader {
  readonly bytes: Uint8Array;
  readonly end: number;
  readonly isLittleEndian: boolean;
  readonly #view: DataView;
  #position: number;

  constructor(bytes: Uint8Array, start: number, end: number, isLittleEndian: boolean) {
    this.bytes = bytes;
    this.end = end;
    this.isLittleEndian = isLittleEndian;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#position = start;
  }

  /** Offset in the file of what is read next. */
  get position(): number {
    return this.#position;
  }

  get left(): number {
    return this.end - this.#position;
  }

  /** @throws CaptureError when the bytes are not there. */
  uint16(what: string): number {
    return this.#view.getUint16(this.#advance(2, what), this.isLittleEndian);
  }

  /** @throws CaptureError when the bytes are not there. */
  uint32(what: string): number {
    return this.#view.getUint32(this.#advance(4, what), this.isLittleEndian);
  }

  /** @throws CaptureError when the bytes are not there. */
  int64(what: string): bigint {
    return this.#view.getBigInt64(this.#advance(8, what), this.isLittleEndian);
  }

  /** A view, not a copy. @throws CaptureError when so many bytes are not there. */
  take(length: number, what: string): Uint8Array {
    const start = this.#advance(length, what);
    return this.bytes.subarray(start, start + length);
  }

  #advance(length: number, what: string): number {
    const start = this.#position;
    if (length > this.left) {
      const there = `${this.left} ${this.left === 1 ? 'is' : 'are'} there`;
      throw new CaptureError(start, `${what} takes ${length} bytes, ${there}`);
    }
    this.#position += length;
    return start;
  }
}
