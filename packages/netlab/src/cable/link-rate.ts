// A link carries one bit after the other: a frame takes as long as its bits need, and the next one waits for it.

export interface LinkRate {
  /** When a frame that begins at `fromUs` at the earliest has passed; links are told apart by their names. */
  passedUs(link: string, bytes: number, fromUs: number): number;
}

/** @param kilobitsPerSecond undefined: it takes no time. */
export function createLinkRate(kilobitsPerSecond: number | undefined): LinkRate {
  const freeUs = new Map<string, number>();
  return {
    passedUs(link, bytes, fromUs) {
      if (kilobitsPerSecond === undefined) return fromUs;
      const passed = Math.max(fromUs, freeUs.get(link) ?? 0) + (bytes * 8 * 1000) / kilobitsPerSecond;
      freeUs.set(link, passed);
      return passed;
    },
  };
}
