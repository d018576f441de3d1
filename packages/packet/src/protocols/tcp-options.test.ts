import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryTcpOption } from '../../fixtures/arbitrary-frame.ts';
import { tcpFrame } from '../../fixtures/frame-around.ts';
import { decodeFrame } from '../decode-frame.ts';
import { bytesToHex, hexToBytes } from '../hex.ts';
import { layerOf, tcpOf } from '../layer-of.ts';
import type { TcpOption } from './tcp-options.ts';

const blocks = [
  { left: 1000, right: 2448 },
  { left: 4294967000, right: 10 },
];

/** A segment with these bytes as its options. */
function withOptionBytes(hex: string) {
  const bytes = tcpFrame({ options: [{ kind: 'malformed', bytes: hexToBytes(hex) }] });
  return layerOf(decodeFrame(bytes), 'tcp');
}

test.each<[TcpOption, string]>([
  [{ kind: 'maximum-segment-size', bytes: 1460 }, '020405b4'],
  [{ kind: 'window-scale', shift: 7 }, '03030700'],
  [{ kind: 'sack-permitted' }, '04020000'],
  [{ kind: 'sack', blocks }, '0512' + '000003e8' + '00000990' + 'fffffed8' + '0000000a' + '0000'],
  [{ kind: 'timestamps', value: 1, echoReply: 0xffffffff }, '080a00000001ffffffff0000'],
  [{ kind: 'no-operation' }, '01000000'],
  [{ kind: 'unknown', number: 253, data: new Uint8Array([0xf9, 0x89]) }, 'fd04f989'],
  [{ kind: 'end-of-list', padding: new Uint8Array([1, 2, 3]) }, '00010203'],
])('$kind is written and read', (option, hex) => {
  const bytes = tcpFrame({ options: [option] });
  expect(bytesToHex(bytes.subarray(54))).toBe(hex);
  expect(tcpOf(decodeFrame(bytes))?.options[0]).toEqual(option);
});

test('a SYN of Linux has five options, each with its fields', () => {
  const layer = withOptionBytes('020405b40402080a01b1f6e2000000000103030a');
  expect(layer?.header.options.map(({ kind }) => kind)).toEqual([
    'maximum-segment-size',
    'sack-permitted',
    'timestamps',
    'no-operation',
    'window-scale',
  ]);
  expect(layer?.fields.slice(-3)).toMatchObject([
    { name: 'window-scale-kind', offset: 71, length: 1, value: 3, group: 'Window scale option' },
    { name: 'window-scale-length', offset: 72, length: 1, value: 3 },
    { name: 'window-scale', offset: 73, length: 1, value: 10, text: '10 (× 1024)' },
  ]);
});

test('any list of options is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(arbitraryTcpOption, { maxLength: 2 }), (options) => {
      const read = tcpOf(decodeFrame(tcpFrame({ options })))?.options ?? [];
      expect(read.slice(0, options.length)).toEqual(options);
      expect(read.slice(options.length).every(({ kind }) => kind === 'end-of-list')).toBe(true);
    }),
  );
});

describe('options that cannot be read', () => {
  test.each([
    ['a length of 0', '02000000'],
    ['a length of 1', '02010000'],
    ['a length beyond the header', '02050000'],
    ['no length', '01010102'],
  ])('%s ends the list and is a fault of the segment', (_, hex) => {
    const layer = withOptionBytes(hex);
    expect(layer?.malformed).toBe('an option has an impossible length');
    expect(layer?.header.options.at(-1)?.kind).toBe('malformed');
    expect(layer?.fields.at(-1)?.label).toBe('Malformed option');
  });

  test.each(['02030500', '030405b4', '04030000', '05080000' + '00000000', '0804' + '0000', '05020101'])(
    '%s: a known kind with a length that it cannot have is unknown',
    (hex) => {
      const layer = withOptionBytes(hex);
      expect(layer?.malformed).toBeUndefined();
      expect(layer?.header.options[0]?.kind).toBe('unknown');
    },
  );

  test('more than 40 bytes of options are refused', () => {
    const full = Array.from({ length: 4 }, () => ({ kind: 'timestamps', value: 1, echoReply: 2 }) as const);
    expect(() => tcpFrame({ options: full })).not.toThrow();
    expect(() => tcpFrame({ options: [...full, { kind: 'no-operation' }] })).toThrow('options take 44 bytes');
  });
});
