// The VLAN tag of IEEE 802.1Q §9.6. Its EtherType stands in the layer before, so the four bytes of this layer begin with
// the tag control information. Tags may follow each other (802.1ad).
import type { Codec } from '../codec.ts';
import { FieldReader, tooShort } from '../field-reader.ts';
import { createFieldWriter } from '../field-writer.ts';
import { etherTypeText } from '../number-names.ts';

/** What to write; the EtherType is that of the layer inside unless given. */
export interface VlanDraft {
  /** 0 to 7, lowest to highest; 0 unless given. */
  readonly priority?: number;
  readonly dropEligible?: boolean;
  /** 0 to 4095. */
  readonly vlanId: number;
  readonly etherType?: number;
}

export type VlanHeader = Required<VlanDraft>;

export const vlan: Codec<VlanHeader, VlanDraft> = {
  title: 'VLAN',
  places: [
    { carrier: 'ether-type', number: 0x8100 },
    { carrier: 'ether-type', number: 0x88a8 },
  ],

  decode(scope) {
    const read = new FieldReader(scope);
    const priority = read.uint(3, 'priority', 'Priority code point');
    const dropEligible = read.uint(1, 'drop-eligible', 'Drop eligible indicator') === 1;
    const vlanId = read.uint(12, 'vlan-id', 'VLAN identifier');
    const etherType = read.uint(16, 'ether-type', 'EtherType', { show: etherTypeText });
    if (read.isShort) return tooShort(scope, read, 4);
    return {
      header: { priority, dropEligible, vlanId, etherType },
      fields: read.fields,
      headerEnd: read.position,
      end: scope.end,
      carries: [{ carrier: 'ether-type', number: etherType }],
    };
  },

  encode({ priority = 0, dropEligible = false, vlanId, etherType }, context) {
    const carried = etherType ?? context.numberInside('ether-type');
    if (carried === undefined) throw new RangeError('vlan needs an EtherType for what it carries');
    return createFieldWriter()
      .uint(3, priority)
      .uint(1, Number(dropEligible))
      .uint(12, vlanId)
      .uint(16, carried)
      .result();
  },

  describe: ({ vlanId, etherType }) => `VLAN ${vlanId} ${etherTypeText(etherType)}`,
};
