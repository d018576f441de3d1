import { expect, test } from 'vitest';
import { createFieldWriter } from './field-writer.ts';
import { bytesToHex } from './hex.ts';

test('fields of any width follow each other from the highest bit', () => {
  const written = createFieldWriter().uint(4, 4).uint(4, 5).uint(3, 0b010).uint(13, 185).uint(32, 0xffffffff).result();
  expect(bytesToHex(written)).toBe('4540b9ffffffff');
});

test('a wide field may begin inside a byte', () => {
  expect(bytesToHex(createFieldWriter().uint(7, 1).uint(32, 0x80000001).uint(1, 1).result())).toBe('0300000003');
});

test.each([
  [8, 256],
  [8, -1],
  [8, 1.5],
  [8, Number.NaN],
  [32, 2 ** 32],
])('%i bits refuse %d', (bits, value) => {
  expect(() => createFieldWriter().uint(bits, value)).toThrow(RangeError);
});

test('bytes cannot begin inside a byte', () => {
  expect(() =>
    createFieldWriter()
      .uint(4, 1)
      .bytes(new Uint8Array([1])),
  ).toThrow(RangeError);
});
