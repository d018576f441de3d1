// Ethernet II and IEEE 802.3 frames, as captured: without preamble and frame check sequence.
import type { Codec } from '../codec.ts';
import { FieldReader, tooShort } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import { parseMacAddress, serializeMacAddress } from '../mac-address.ts';
import { etherTypeText } from '../number-names.ts';

/** Up to here the two bytes after the addresses are a length, not an EtherType (IEEE 802.3 §3.2.6). */
const MAX_LENGTH = 1500;
const HEADER_BYTES = 14;

/** What to write; the EtherType is that of the layer inside unless given. */
export interface EthernetDraft {
  readonly destination: string;
  readonly source: string;
  readonly etherType?: number;
}

export interface EthernetHeader extends EthernetDraft {
  /** Such as 0x0800 for IPv4 (RFC 894); a length in bytes up to 1500. */
  readonly etherType: number;
}

export const ethernet: Codec<EthernetHeader, EthernetDraft> = {
  title: 'Ethernet',
  places: [],

  decode(scope) {
    const read = new FieldReader(scope);
    const destination = read.text(6, 'destination', 'Destination address', serializeMacAddress);
    const source = read.text(6, 'source', 'Source address', serializeMacAddress);
    const [high = 0, low = 0] = read.peek(2);
    const isLength = ((high << 8) | low) <= MAX_LENGTH;
    const etherType = isLength
      ? read.uint(16, 'length', 'Length')
      : read.uint(16, 'ether-type', 'EtherType', { show: etherTypeText });
    if (read.isShort) return tooShort(scope, read, HEADER_BYTES);
    const headerEnd = read.position;
    const end = isLength ? headerEnd + etherType : scope.end;
    return {
      header: { destination, source, etherType },
      fields: read.fields,
      headerEnd,
      end: Math.min(end, scope.end),
      carries: isLength ? [] : [{ carrier: 'ether-type', number: etherType }],
      ...(end > scope.end && {
        malformed: `the length is ${etherType} bytes, ${scope.end - headerEnd} are there`,
        inner: { cut: 'capture' },
      }),
    };
  },

  encode({ destination, source, etherType }, context) {
    return createFieldWriter()
      .bytes(parseMacAddress(destination))
      .bytes(parseMacAddress(source))
      .uint(16, etherType ?? context.numberInside('ether-type') ?? lengthOf(context.body))
      .result();
  },

  describe({ source, destination, etherType }) {
    const content = etherType <= MAX_LENGTH ? `len=${etherType}` : etherTypeText(etherType);
    return `Ethernet ${source} → ${destination} ${content}`;
  },
};

function lengthOf(body: Uint8Array): number {
  if (body.length > MAX_LENGTH) throw new RangeError(`${body.length} bytes of an unknown protocol need an EtherType`);
  return body.length;
}
