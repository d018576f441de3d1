/** How much of the network a run can show, by what this machine allows (docs/decisions). */
export type Lane = 'A' | 'B' | 'C';

/** Best first: sandbox with a cable of ours; capture on loopback; socket tables only. */
export const LANES: readonly Lane[] = ['A', 'B', 'C'];
