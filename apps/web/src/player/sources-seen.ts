import type { Model, Source } from '@lockstep/trace';

/** Who has told anything so far. What a view derives is always there. */
export const sourcesSeen: Model<ReadonlySet<Source>> = {
  initial: () => new Set<Source>(['derived']),
  apply: (seen, { source }) => (seen.has(source) ? seen : new Set([...seen, source])),
};
