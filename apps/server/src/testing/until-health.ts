import { setTimeout } from 'node:timers/promises';

/** What `/healthz` tells, as far as tests look at it. */
export interface Health {
  readonly ok: boolean;
  readonly runs: { readonly running: number; readonly queued: number };
  readonly redis?: { readonly ok: boolean; readonly why?: string };
}

/** There is no event for what a server tells of its health: looks until it passes. */
export async function untilHealth(url: string, passes: (health: Health) => boolean): Promise<Health> {
  for (;;) {
    const health = (await (await fetch(`${url}/healthz`)).json()) as Health;
    if (passes(health)) return health;
    await setTimeout(50);
  }
}
