import type { KnownProtocol, ProtocolHeaders } from './codecs.ts';
import type { LayerOf } from './layer.ts';
import type { OpaqueHeaders } from './opaque-layers.ts';

export type Protocol = KnownProtocol | keyof OpaqueHeaders;

type Headers = ProtocolHeaders & OpaqueHeaders;

/** A layer; narrow it by `protocol` to know its `header`. */
export type Layer<P extends Protocol = Protocol> = { readonly [K in P]: LayerOf<K, Headers[K]> }[P];

/** A decoded frame: its layers follow each other without gap or overlap, from the first byte to the last. */
export interface Frame {
  readonly bytes: Uint8Array;
  readonly layers: readonly Layer[];
}
