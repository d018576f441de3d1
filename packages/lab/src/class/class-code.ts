// A class code: 8 characters of Crockford's Base 32, so 40 bits, in two groups. Its alphabet has no I, L, O and U; whoever
// reads one of the first three from the wall is understood all the same. https://www.crockford.com/base32.html
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** The code that 5 random bytes make, as `K7M42QXW`. */
export function classCodeOf(bytes: Uint8Array): string {
  let code = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      code += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return code;
}

/** A code as somebody typed it, in its one spelling; undefined: no code is written so. */
export function parseClassCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((letter) => ALPHABET.includes(letter)) ? code : undefined;
}

/** The code as it stands on the wall: `K7M4-2QXW`. */
export function formatClassCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}
