import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PcapngDraft, pcapngFile } from './pcapng-file.ts';
import { readCapture } from './read-capture.ts';

const comment = fc.string({ unit: 'grapheme', maxLength: 20 });

const draft: fc.Arbitrary<PcapngDraft> = fc
  .array(fc.record({ name: comment, linkType: fc.integer({ min: 0, max: 0xffff }) }), { minLength: 1, maxLength: 3 })
  .chain((interfaces) =>
    fc.record({
      interfaces: fc.constant(interfaces),
      packets: fc.array(
        fc.record({
          interface: fc.nat(interfaces.length - 1),
          timeNs: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
          bytes: fc.uint8Array({ maxLength: 20 }),
          comments: fc.array(comment, { maxLength: 2 }),
        }),
        { maxLength: 5 },
      ),
      comments: fc.array(comment, { maxLength: 2 }),
    }),
  );

test('what is written is read', () => {
  fc.assert(
    fc.property(draft, (written) => {
      const read = readCapture(pcapngFile(written));
      expect(read.format).toBe('pcapng');
      expect(read.interfaces).toEqual(written.interfaces);
      expect(read.comments).toEqual(written.comments);
      const { packets } = read;
      const lengths = written.packets.map(({ bytes }) => bytes.length);
      expect(packets.length).toBe(written.packets.length);
      expect(packets).toMatchObject(written.packets);
      expect(packets.map(({ originalLength }) => originalLength)).toEqual(lengths);
    }),
  );
});

test('every block fills words of four bytes', () => {
  const file = pcapngFile({
    interfaces: [{ name: 'a' }],
    packets: [{ interface: 0, timeNs: 1n, bytes: Uint8Array.of(1) }],
    application: 'x',
  });
  expect(file.length % 4).toBe(0);
});

test.each<readonly [string, PcapngDraft]>([
  [
    'a time before 1970',
    { interfaces: [{ name: '' }], packets: [{ interface: 0, timeNs: -1n, bytes: new Uint8Array() }] },
  ],
  [
    'a time after 2554',
    { interfaces: [{ name: '' }], packets: [{ interface: 0, timeNs: 2n ** 64n, bytes: new Uint8Array() }] },
  ],
  ['an unknown interface', { interfaces: [], packets: [{ interface: 0, timeNs: 0n, bytes: new Uint8Array() }] }],
  ['a name of 64 kB', { interfaces: [{ name: 'x'.repeat(0x10000) }], packets: [] }],
])('%s is refused', (_, wrong) => {
  expect(() => pcapngFile(wrong)).toThrow(RangeError);
});
