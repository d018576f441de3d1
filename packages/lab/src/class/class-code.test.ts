import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classCodeOf, formatClassCode, parseClassCode } from './class-code.ts';

test('five bytes are eight characters, and other bytes are another code', () => {
  expect(classCodeOf(new Uint8Array([0, 0, 0, 0, 0]))).toBe('00000000');
  expect(classCodeOf(new Uint8Array([255, 255, 255, 255, 255]))).toBe('ZZZZZZZZ');
  expect(classCodeOf(new Uint8Array([0, 0, 0, 0, 1]))).toBe('00000001');
  const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(classCodeOf(one) === classCodeOf(other)).toBe(one.toString() === other.toString());
    }),
  );
});

test('a code is understood as people write it', () => {
  for (const typed of ['K7M42Q10', 'k7m4-2q10', ' k7m4 2qlo ', 'K7M4-2QIO'])
    expect(parseClassCode(typed)).toBe('K7M42Q10');
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
      const code = classCodeOf(bytes);
      expect(parseClassCode(formatClassCode(code))).toBe(code);
    }),
  );
});

test.each(['', 'K7M4-2QX', 'K7M4-2QXWW', 'K7M4-2QXU', '课堂', '../../..'])('%j is no code', (typed) => {
  expect(parseClassCode(typed)).toBeUndefined();
});
