/** Whether a checksum fits its bytes. `unverified`: it cannot be known, because bytes are missing or it is not used. */
export type Check = 'correct' | 'wrong' | 'unverified';

/**
 * Which bits of its bytes a field is. Read the field's `length` bytes as one big-endian number, then
 * `(number & mask) >>> shift` is the field's value.
 */
export interface Bits {
  readonly mask: number;
  readonly shift: number;
}

/** One field of a header, with the place of its bytes in the frame. */
export interface Field {
  /** Stable id, unique in its layer: `sequence`, `header-length`, `no-operation-2`. */
  readonly name: string;
  /** The field's standard English term. */
  readonly label: string;
  /** From the start of the frame, in bytes. */
  readonly offset: number;
  /** In bytes. */
  readonly length: number;
  /** Present when the field does not fill its bytes. */
  readonly bits?: Bits;
  /** A number as it stands in the frame; a text for addresses and opaque bytes. */
  readonly value: number | string;
  /** The value for reading: `10.0.0.1`, `SYN, ACK`, `20 bytes (5 × 4)`. */
  readonly text: string;
  /** Present on checksums. */
  readonly check?: Check;
  /** The option this field is a part of, e.g. `Timestamps option`. */
  readonly group?: string;
}

/** One header of a frame, or a stretch of bytes that is none. The layers of a frame share out all of its bytes. */
export interface LayerOf<P extends string, H> {
  readonly protocol: P;
  /** From the start of the frame, in bytes. */
  readonly offset: number;
  /** Bytes of the header with its options, without what it carries. */
  readonly length: number;
  /** In the order of their bytes; together they cover the layer. */
  readonly fields: readonly Field[];
  readonly header: H;
  /** Part of a packet quoted by an ICMP message, so not itself travelling. */
  readonly quoted: boolean;
  /** What is wrong with this layer; absent when nothing is. */
  readonly malformed?: string;
}
