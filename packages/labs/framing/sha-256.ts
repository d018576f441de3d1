// SHA-256 (FIPS 180-4), because a framer must run where the program runs and where the page is drawn, and what the
// browser offers answers only later.

const ROUND = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)));
const INITIAL = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));
const BLOCK_BYTES = 64;

/** The digest in hex: Python's `hashlib.sha256(data).hexdigest()`. */
export function sha256(data: Uint8Array): string {
  const state = INITIAL.slice();
  const padded = paddedOf(data);
  for (let at = 0; at < padded.length; at += BLOCK_BYTES) absorb(state, new DataView(padded.buffer, at, BLOCK_BYTES));
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
}

/** FIPS 180-4 §5.1.1: a one, zeros, and the length in bits. */
function paddedOf(data: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((data.length + 9) / BLOCK_BYTES) * BLOCK_BYTES);
  padded.set(data);
  padded[data.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(data.length) * 8n);
  return padded;
}

/** FIPS 180-4 §6.2.2. */
function absorb(state: Uint32Array, block: DataView): void {
  const schedule = new Uint32Array(64);
  for (let i = 0; i < 64; i++) schedule[i] = i < 16 ? block.getUint32(i * 4) : mixed(schedule, i);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i++) {
    const large1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const large0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const one = (h + large1 + ((e & f) ^ (~e & g)) + at(ROUND, i) + at(schedule, i)) >>> 0;
    const two = (large0 + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
    [a, b, c, d, e, f, g, h] = [(one + two) >>> 0, a, b, c, (d + one) >>> 0, e, f, g];
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = at(state, i) + word;
}

function mixed(schedule: Uint32Array, i: number): number {
  const [early, late] = [at(schedule, i - 15), at(schedule, i - 2)];
  const small0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
  const small1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
  return at(schedule, i - 16) + small0 + at(schedule, i - 7) + small1;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}

/** The first 32 bits behind the point. */
function fraction(root: number): number {
  return Math.floor((root % 1) * 2 ** 32);
}

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++)
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}
