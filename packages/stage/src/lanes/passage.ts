// How much of a run is laid out at a time. A run of some thousand events as a whole; of a longer one only what lies around
// the cursor, a good deal more than the box can show: what is seen is the same.

/** Events `from` … `to` (exclusive). */
export interface Passage {
  readonly from: number;
  readonly to: number;
}

export interface PassageSizes {
  /** The longest run that is laid out as a whole. */
  readonly whole: number;
  /** Events on either side of the cursor, at least. */
  readonly reach: number;
  /** Passages begin at multiples of this, so that a step seldom needs another one. */
  readonly grid: number;
  /** Events between two places of the run that can be gone on from. */
  readonly stride: number;
  /** A wait that lasts longer is kept by itself: a passage that begins or ends within it must know how it goes on. */
  readonly long: number;
}

export const PASSAGES: PassageSizes = { whole: 4096, reach: 128, grid: 128, stride: 1024, long: 128 };

/** No column is narrower. */
const LEAST_COLUMN = 12;

export function passageAt(length: number, cursor: number, room: number, sizes: PassageSizes = PASSAGES): Passage {
  if (length <= sizes.whole) return { from: 0, to: length };
  const reach = Math.max(sizes.reach, Math.ceil(room / LEAST_COLUMN) + 16);
  const place = Math.floor(cursor / sizes.grid) * sizes.grid;
  return { from: Math.max(0, place - reach), to: Math.min(length, place + sizes.grid + reach) };
}
