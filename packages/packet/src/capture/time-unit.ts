// Times in pcapng are numbers of a unit that each interface chooses: a power of ten or of two of a second.

/** Nanoseconds of a time in this unit. */
export type ToNs = (units: bigint) => bigint;

const NS_PER_SECOND = 1_000_000_000n;
const TWO = 0x80;

/**
 * @param resolution value of the option `if_tsresol`: the negative exponent, of two where the highest bit is set.
 * @param offsetSeconds value of the option `if_tsoffset`.
 */
export function timeUnit(resolution: number, offsetSeconds: bigint): ToNs {
  const exponent = BigInt(resolution & ~TWO);
  const perSecond = (resolution & TWO) === 0 ? 10n ** exponent : 2n ** exponent;
  const offsetNs = offsetSeconds * NS_PER_SECOND;
  return (units) => offsetNs + (units * NS_PER_SECOND) / perSecond;
}
