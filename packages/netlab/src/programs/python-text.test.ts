import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { pythonBytes } from './python-text.ts';

describe('bytes as Python prints them', () => {
  it.each([
    [[0x68, 0x69], "b'hi'"],
    [[], "b''"],
    [[0x0a, 0x0d, 0x09, 0x5c, 0x00, 0xff], String.raw`b'\n\r\t\\\x00\xff'`],
    [[0x27], `b"'"`],
    [[0x27, 0x22], String.raw`b'\'"'`],
  ])('%j', (bytes, text) => {
    expect(pythonBytes(Uint8Array.from(bytes))).toBe(text);
  });

  it('a long text is cut, and the rest counted', () => {
    expect(pythonBytes(new Uint8Array(300).fill(0x61))).toBe(`b'${'a'.repeat(256)}' … 44 more`);
  });

  const python = spawnSync('python3', ['-c', 'print(bytes(range(256)))'], { encoding: 'utf8' });
  it.runIf(python.status === 0)('is what CPython says of every byte there is', () => {
    expect(pythonBytes(Uint8Array.from({ length: 256 }, (_, byte) => byte))).toBe(python.stdout.trim());
  });
});
