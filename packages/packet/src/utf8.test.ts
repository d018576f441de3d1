import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseUtf8, serializeUtf8 } from './utf8.ts';

test('any text is encoded as everybody does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([...serializeUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
    }),
  );
  expect([...serializeUtf8('\ud800x')]).toEqual([...new TextEncoder().encode('\ud800x')]);
});

test('any bytes are decoded as everybody does', () => {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(0x80, 0xc2, 0xe0, 0xa0, 0xed, 0xf0, 0x90, 0xf4, 0xbf),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), (bytes) => {
      expect(parseUtf8(Uint8Array.from(bytes))).toBe(decoder.decode(Uint8Array.from(bytes)));
    }),
    { numRuns: 3000 },
  );
});
