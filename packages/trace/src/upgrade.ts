// The only place that knows old versions. A new version adds one step here; all other code sees today's shape. A step
// turns one event into one event, for the numbers of events are what causes, links and cursors refer to.

/** Turns a recording of version `from` into one of `from + 1`, line by line; what a step does not mention stays. */
export interface Upgrade {
  readonly from: number;
  readonly header?: (header: Readonly<Record<string, unknown>>) => object;
  readonly event?: (event: Readonly<Record<string, unknown>>) => object;
}

/** Version 1 is the first, so there is nothing to upgrade yet. */
export const upgrades: readonly Upgrade[] = [];

/** A header of today, and what makes events of today of those that follow it. */
export interface Upgraded {
  readonly header: unknown;
  /** Undefined: the file is of today's version. */
  readonly event: ((event: unknown) => unknown) | undefined;
}

/** Applies the steps that lead from the header's version to today's. What is no object is left as it is. */
export function upgraded(header: unknown, steps: readonly Upgrade[] = upgrades): Upgraded {
  let current = header;
  const taken: Upgrade[] = [];
  for (;;) {
    if (!isObject(current)) return { header: current, event: undefined };
    const { version } = current;
    const step = steps.find(({ from }) => from === version);
    if (!step) break;
    current = { ...(step.header?.(current) ?? current), version: step.from + 1 };
    taken.push(step);
  }
  if (taken.length === 0) return { header: current, event: undefined };
  return {
    header: current,
    event: (event) => taken.reduce((one, step) => (isObject(one) && step.event ? step.event(one) : one), event),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
