// What a protocol is to this package. One file per protocol exports one codec; codecs.ts lists them all. A codec knows
// its own header and names its neighbours only by numbers (EtherType 0x0800), so no protocol imports another.
import type { Field } from './layer.ts';

/** A number space in which one protocol names the one it carries. */
export type Carrier = 'ether-type' | 'ip-protocol' | 'udp-port';

export interface Place {
  readonly carrier: Carrier;
  readonly number: number;
}

/** Why some bytes of a packet are not here though nothing need be wrong with it. `capture`: the frame is too short. */
export type Cut = 'capture' | 'fragment' | 'quote';

/** The pseudo header that a TCP or UDP checksum covers too, for a segment of so many bytes. */
export type PseudoHeader = (lengthBytes: number) => Uint8Array;

/** The bytes a codec may read: `bytes[offset…end)`. */
export interface Scope {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly end: number;
  /** Present when the packet around is known to go on after `end`. */
  readonly cut?: Cut;
  readonly quoted: boolean;
  readonly pseudoHeader?: PseudoHeader;
}

export interface Decoded<H> {
  readonly header: H;
  readonly fields: readonly Field[];
  readonly headerEnd: number;
  /** End of what this layer says it carries, inside the scope; what follows is padding. */
  readonly end: number;
  /** Where to look up the protocol inside; the first known place wins, none known makes it payload. */
  readonly carries: readonly Place[];
  /** What the protocol inside must know. */
  readonly inner?: Pick<Scope, 'cut' | 'pseudoHeader'> & { readonly quoted?: boolean };
  readonly malformed?: string;
}

/** A header that cannot be read. */
export interface Unreadable {
  readonly unreadable: string;
  /** The fields before the fault. */
  readonly fields: readonly Field[];
  /** The fault is only that bytes are missing. */
  readonly isShort: boolean;
}

/** What a codec may know of the layers around it when it writes its header. */
export interface EncodeContext {
  /** All that this layer carries, already encoded. */
  readonly body: Uint8Array;
  /** The number of the protocol inside, as this carrier calls it. */
  numberInside(carrier: Carrier): number | undefined;
  /** Of the nearest layer outside that has one. */
  pseudoHeader(ipProtocol: number): PseudoHeader | undefined;
}

/** @typeParam H what decoding gives. @typeParam D what encoding needs; every H is a D. */
export interface Codec<H extends D, D> {
  /** The protocol's name for readers: `TCP`. */
  readonly title: string;
  /** Where others carry it. */
  readonly places: readonly Place[];
  decode(scope: Scope): Decoded<H> | Unreadable;
  /** The header's bytes. @throws RangeError when a value does not fit its field. */
  encode(draft: D, context: EncodeContext): Uint8Array;
  /** One line, beginning with the title. */
  describe(header: H): string;
  pseudoHeader?(draft: D, ipProtocol: number): PseudoHeader;
}
