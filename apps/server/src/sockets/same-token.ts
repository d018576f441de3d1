import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares secrets in a time that tells nothing about either. */
export function isSameToken(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
