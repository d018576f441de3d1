import type { Decoded, Scope, Unreadable } from './codec.ts';
import { codecs, type KnownProtocol, protocolAt } from './codecs.ts';
import type { Frame, Layer } from './frame.ts';
import type { LinkType } from './link-type.ts';
import { dataFields } from './opaque-layers.ts';

/**
 * Takes a frame apart: of Ethernet, unless a capture file says that its packets begin otherwise. Never throws: what cannot be read becomes a `malformed` layer with its reason, what is
 * not known a `payload` layer, and a readable header with a fault keeps its fields and carries the fault in `malformed`.
 * Offsets are those in `bytes`, which are not copied: do not change them afterwards.
 */
export function decodeFrame(bytes: Uint8Array, linkType: LinkType = 'ethernet'): Frame {
  const layers: Layer[] = [];
  const paddings: Layer[] = [];
  let protocol = firstProtocol(bytes, linkType);
  let scope: Scope = { bytes, offset: 0, end: bytes.length, quoted: false };

  while (protocol !== undefined) {
    const decoded: Decoded<unknown> | Unreadable = codecs[protocol].decode(scope);
    if ('unreadable' in decoded) {
      layers.push(unreadableLayer(protocol, scope, decoded));
      return { bytes, layers: [...layers, ...paddings.toReversed()] };
    }
    layers.push(knownLayer(protocol, scope, decoded));
    if (decoded.end < scope.end) paddings.push(paddingLayer(protocol, decoded.end, scope));
    scope = innerScope(scope, decoded);
    protocol = protocolAt(decoded.carries);
  }
  if (scope.offset < scope.end) layers.push(payloadLayer(scope));
  return { bytes, layers: [...layers, ...paddings.toReversed()] };
}

/** A raw packet of IP tells its version itself. */
function firstProtocol(bytes: Uint8Array, linkType: LinkType): KnownProtocol | undefined {
  if (linkType !== 'raw-ip') return linkType;
  return (bytes[0] ?? 0) >> 4 === 6 ? 'ipv6' : 'ipv4';
}

function innerScope({ bytes, quoted }: Scope, { headerEnd, end, inner = {} }: Decoded<unknown>): Scope {
  return { bytes, offset: headerEnd, end, ...inner, quoted: quoted || inner.quoted === true };
}

function knownLayer(protocol: KnownProtocol, { offset, quoted }: Scope, decoded: Decoded<unknown>): Layer {
  const { header, fields, headerEnd, malformed } = decoded;
  const length = headerEnd - offset;
  // The header is this protocol's: both come from the same codec, which the compiler cannot follow through a union.
  return { protocol, offset, length, fields, header, quoted, ...(malformed !== undefined && { malformed }) } as Layer;
}

function unreadableLayer(expected: KnownProtocol, scope: Scope, { unreadable, fields, isShort }: Unreadable): Layer {
  const { bytes, offset, end, quoted, cut } = scope;
  const isExcerpt = isShort && (cut === 'quote' || cut === 'fragment');
  const readEnd = fields.reduce((last, field) => Math.max(last, field.offset + field.length), offset);
  return {
    protocol: isExcerpt ? 'excerpt' : 'malformed',
    offset,
    length: end - offset,
    fields: [...fields, ...dataFields(bytes, readEnd, end)],
    header: { expected, data: bytes.subarray(offset, end) },
    quoted,
    ...(!isExcerpt && { malformed: unreadable }),
  };
}

function payloadLayer({ bytes, offset, end, quoted }: Scope): Layer {
  const fields = dataFields(bytes, offset, end);
  return {
    protocol: 'payload',
    offset,
    length: end - offset,
    fields,
    header: { data: bytes.subarray(offset, end) },
    quoted,
  };
}

function paddingLayer(after: KnownProtocol, offset: number, { bytes, end, quoted }: Scope): Layer {
  const header = { after, data: bytes.subarray(offset, end) };
  return { protocol: 'padding', offset, length: end - offset, fields: dataFields(bytes, offset, end), header, quoted };
}
