import type { EncodeContext } from './codec.ts';
import { codecs, isKnownProtocol, type KnownProtocol, numberOf, type ProtocolDrafts } from './codecs.ts';
import { concatBytes } from './field-writer.ts';
import type { Protocol } from './frame.ts';
import type { OpaqueHeaders } from './opaque-layers.ts';

type Drafts = ProtocolDrafts & OpaqueHeaders;

/** A layer to be encoded. A decoded layer is one too. */
export type LayerDraft<P extends Protocol = Protocol> = {
  readonly [K in P]: { readonly protocol: K; readonly header: Drafts[K]; readonly quoted?: boolean };
}[P];

/**
 * Puts a frame together, outermost layer first. Lengths, checksums and the numbers of the layers inside are worked out
 * unless given; given ones are kept, right or wrong, so `encodeFrame(decodeFrame(bytes).layers)` is `bytes` again.
 *
 * ```ts
 * encodeFrame([
 *   { protocol: 'ethernet', header: { source: '02:00:00:00:00:0a', destination: '02:00:00:00:00:0b' } },
 *   { protocol: 'ipv4', header: { source: '10.0.0.1', destination: '10.0.0.2' } },
 *   { protocol: 'tcp', header: { sourcePort: 40022, destinationPort: 9000, flags: ['SYN'], sequence: 7 } },
 * ]);
 * ```
 * @throws RangeError when a value does not fit its field, or a number cannot be worked out.
 */
export function encodeFrame(layers: readonly LayerDraft[]): Uint8Array {
  const encoded: Uint8Array[] = [];
  for (const [index, layer] of [...layers.entries()].toReversed())
    encoded.unshift(isKnown(layer) ? encodeHeader(layer, contextOf(layers, index, encoded)) : layer.header.data);
  return concatBytes(encoded);
}

/** `encoded` are the layers after this one. */
function contextOf(layers: readonly LayerDraft[], index: number, encoded: readonly Uint8Array[]): EncodeContext {
  const body = encoded.filter((_, i) => !isPaddingOf(layers, index, index + 1 + i));
  return {
    body: concatBytes(body),
    numberInside(carrier) {
      const inside = layers[index + 1];
      return inside && isKnown(inside) ? numberOf(inside.protocol, carrier) : undefined;
    },
    pseudoHeader: (ipProtocol) =>
      layers
        .slice(0, index)
        .map((layer) => (isKnown(layer) ? pseudoHeaderOf(layer, ipProtocol) : undefined))
        .findLast((pseudoHeader) => pseudoHeader !== undefined),
  };
}

/** Whether the layer at `candidate` is padding that the layer at `index` does not count: after itself or further out. */
function isPaddingOf(layers: readonly LayerDraft[], index: number, candidate: number): boolean {
  const padding = layers[candidate];
  if (padding?.protocol !== 'padding') return false;
  const owner = layers.findLastIndex(
    ({ protocol, quoted = false }, i) =>
      i < candidate && protocol === padding.header.after && quoted === (padding.quoted ?? false),
  );
  return owner >= 0 && owner <= index;
}

function isKnown(layer: LayerDraft): layer is LayerDraft<KnownProtocol> {
  return isKnownProtocol(layer.protocol);
}

function encodeHeader<P extends KnownProtocol>(layer: LayerDraft<P>, context: EncodeContext): Uint8Array {
  return codecs[layer.protocol].encode(layer.header, context);
}

function pseudoHeaderOf<P extends KnownProtocol>(layer: LayerDraft<P>, ipProtocol: number) {
  return codecs[layer.protocol].pseudoHeader?.(layer.header, ipProtocol);
}
