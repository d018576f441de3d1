// The only place that knows old versions. A new version adds one step here; all other code sees today's shape.

/** Turns the lines of version `from` into those of `from + 1`. The first line is the header. */
export interface Upgrade {
  readonly from: number;
  readonly apply: (lines: readonly unknown[]) => readonly unknown[];
}

/** Version 1 is the first, so there is nothing to upgrade yet. */
export const upgrades: readonly Upgrade[] = [];

/** Applies the steps that lead from the file's version to today's, and sets the version in the header. */
export function upgradeLines(lines: readonly unknown[], steps: readonly Upgrade[] = upgrades): readonly unknown[] {
  let current = lines;
  for (;;) {
    const version = (current[0] as { version?: unknown } | undefined)?.version;
    const step = steps.find((candidate) => candidate.from === version);
    if (!step) return current;
    const [header, ...rest] = step.apply(current);
    current = [{ ...(header as object), version: step.from + 1 }, ...rest];
  }
}
