/** One thread's time with the lock. */
export interface Slice {
  readonly thread: number;
  readonly sinceNs: number;
  readonly untilNs: number;
  readonly reason: 'request' | 'io' | 'finished';
}

/** What `gil.measured` says. */
export interface Measurement {
  /** How often the lock went from one thread to another. */
  readonly switches: number;
  readonly perSecond: number;
  /** Of the slices that ended by request; of all where none did. */
  readonly medianSliceUs: number;
}

export function measure(slices: readonly Slice[]): Measurement {
  const switches = slices.filter(({ thread }, index) => index > 0 && slices[index - 1]?.thread !== thread).length;
  const seconds = ((slices.at(-1)?.untilNs ?? 0) - (slices[0]?.sinceNs ?? 0)) / 1e9;
  const asked = slices.filter(({ reason }) => reason === 'request');
  const lengths = (asked.length > 0 ? asked : slices).map(({ sinceNs, untilNs }) => untilNs - sinceNs);
  lengths.sort((a, b) => a - b);
  return {
    switches,
    perSecond: seconds > 0 ? switches / seconds : 0,
    medianSliceUs: (lengths[Math.floor(lengths.length / 2)] ?? 0) / 1000,
  };
}
