import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readName, serializeName } from './dns-name.ts';

const text = (value: string): readonly number[] => [value.length, ...new TextEncoder().encode(value)];

function read(message: readonly number[], offset = 0) {
  return readName(Uint8Array.from(message), 0, offset, message.length);
}

test('labels follow each other up to the root', () => {
  expect(read([...text('www'), ...text('example'), ...text('com'), 0, 9])).toEqual({
    name: 'www.example.com',
    length: 17,
  });
  expect(read([0])).toEqual({ name: '.', length: 1 });
});

test('a pointer stands for what was written before', () => {
  const message = [...text('com'), 0, ...text('example'), 0xc0, 0, ...text('www'), 0xc0, 5];
  expect(read(message, 15)).toEqual({ name: 'www.example.com', length: 6 });
});

test.each([
  ['to itself', [0xc0, 0], 0],
  ['ahead', [0xc0, 2, 0], 0],
  ['back into its own labels', [...text('a'), 0xc0, 0], 0],
  ['in a circle', [...text('a'), 0xc0, 4, ...text('b'), 0xc0, 0], 4],
])('a name that points %s is refused', (_, message, offset) => {
  const found = read(message, offset);
  expect(found).toMatchObject({ fault: expect.stringContaining('not back'), isShort: false });
});

test.each([
  [[3, 97], 'a label has no end'],
  [[1, 97], 'a name has no end'],
  [[0xc0], 'a pointer in a name has no end'],
])('%j is too short', (message, fault) => {
  expect(read(message)).toEqual({ fault, isShort: true });
});

test('reserved bits and names of more than 255 bytes are refused', () => {
  expect(read([0x40, 0])).toMatchObject({ fault: 'a label begins with reserved bits' });
  const long = Array.from({ length: 128 }, () => text('a')).flat();
  expect(read([...long, 0])).toMatchObject({ fault: 'a name is longer than 255 bytes' });
});

test('a long chain of pointers costs no more than a name is long', () => {
  // Every pointer leads one label further back, and a name has at most 127 of them.
  const chain = [...text('a'), 0];
  for (let i = 0; i < 4000; i++)
    chain.push(
      ...text('b'),
      0xc0 | ((chain.length - (i === 0 ? 3 : 4)) >> 8),
      (chain.length - (i === 0 ? 3 : 4)) & 0xff,
    );
  expect(read(chain, chain.length - 4)).toMatchObject({ fault: 'a name is longer than 255 bytes' });
});

test('a chain of bare pointers ends', () => {
  const chain = [0, 0];
  while (chain.length < 16_000) chain.push(0xc0 | ((chain.length - 2) >> 8), (chain.length - 2) & 0xff);
  expect(read(chain, chain.length - 2)).toEqual({ name: '.', length: 2 });
});

test('every byte of a label comes back', () => {
  const label = fc.uint8Array({ minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(label, { maxLength: 4 }), (labels) => {
      const bytes = Uint8Array.from([...labels.flatMap((one) => [one.length, ...one]), 0]);
      const found = readName(bytes, 0, 0, bytes.length);
      expect('name' in found && [...serializeName(found.name)]).toEqual([...bytes]);
    }),
  );
});

test('dots and what cannot be printed are escaped', () => {
  expect(read([5, 97, 46, 92, 0, 32, 0])).toEqual({ name: 'a\\.\\\\\\000\\ ', length: 7 });
});

test('a dot at the end may be written', () => {
  expect(serializeName('a.b.')).toEqual(serializeName('a.b'));
});

test.each(['', '..', 'a..b', '.a', 'x'.repeat(64), `${'abc.'.repeat(64)}a`, '名'])('%j is refused', (name) => {
  expect(() => serializeName(name)).toThrow(RangeError);
});
