import { expect, test } from 'vitest';
import { FieldReader } from './field-reader.ts';
import { hexToBytes } from './hex.ts';

function readerOf(hex: string, offset = 0, end = hex.length / 2): FieldReader {
  return new FieldReader({ bytes: hexToBytes(hex), offset, end, quoted: false });
}

test('a field that does not fill its bytes says which bits it is', () => {
  const read = readerOf('ff40b9', 1);
  expect([read.uint(3, 'flags', 'Flags'), read.uint(13, 'offset', 'Offset')]).toEqual([2, 185]);
  expect(read.fields).toEqual([
    { name: 'flags', label: 'Flags', offset: 1, length: 1, bits: { mask: 0xe0, shift: 5 }, value: 2, text: '2' },
    {
      name: 'offset',
      label: 'Offset',
      offset: 1,
      length: 2,
      bits: { mask: 0x1fff, shift: 0 },
      value: 185,
      text: '185',
    },
  ]);
});

test('32 bits are unsigned', () => {
  expect(readerOf('ffffffff').uint(32, 'sequence', 'Sequence number')).toBe(4294967295);
});

test('a read past the end gives 0, records nothing and is remembered', () => {
  const read = readerOf('0102ff', 0, 2);
  read.uint(8, 'one', 'One');
  expect(read.isShort).toBe(false);
  expect(read.uint(16, 'two', 'Two')).toBe(0);
  expect(read.text(1, 'three', 'Three', () => 'seen')).toBe('');
  expect([read.isShort, read.fields.map(({ name }) => name)]).toEqual([true, ['one']]);
});

test('names stay unique among repeated options', () => {
  const read = readerOf('010101');
  for (let i = 0; i < 3; i++) read.uint(8, 'no-operation', 'Option kind', { group: 'No-operation option' });
  expect(read.fields.map(({ name }) => name)).toEqual(['no-operation', 'no-operation-2', 'no-operation-3']);
});
