import type { Look } from './field-reader.ts';
import { hexNumber } from './hex.ts';
import type { Check } from './layer.ts';

/**
 * The Internet checksum: the one's complement of the one's complement sum of 16-bit words (RFC 1071).
 * The parts are summed as if joined; only the last may have an odd length.
 */
export function internetChecksum(...parts: readonly Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) for (let i = 0; i < part.length; i += 2) sum += ((part[i] ?? 0) << 8) | (part[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum % 0x10000) + Math.floor(sum / 0x10000);
  return ~sum & 0xffff;
}

/** The checksum that a packet should have: over all of its bytes but the two of the checksum itself, at an even offset. */
export function expectedChecksum(packet: Uint8Array, checksumOffset: number, pseudoHeader?: Uint8Array): number {
  const before = pseudoHeader ? [pseudoHeader] : [];
  return internetChecksum(...before, packet.subarray(0, checksumOffset), packet.subarray(checksumOffset + 2));
}

/** How a checksum field is checked and shown. `undefined` means that what to expect cannot be known. */
export function checksumLook(expected: number | undefined): Required<Pick<Look, 'show' | 'check'>> {
  return {
    show: (stored) =>
      expected === undefined || isSame(stored, expected)
        ? hexNumber(stored, 4)
        : `${hexNumber(stored, 4)}, should be ${hexNumber(expected, 4)}`,
    check: (stored): Check => {
      if (expected === undefined) return 'unverified';
      return isSame(stored, expected) ? 'correct' : 'wrong';
    },
  };
}

/** In one's complement, 0x0000 and 0xffff are both zero. */
function isSame(one: number, other: number): boolean {
  return one % 0xffff === other % 0xffff;
}
