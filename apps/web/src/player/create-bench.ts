import type { Lab } from '@lockstep/lab';
import { runConnection } from '../live/run-connection.ts';
import { createRunSession } from '../live/run-session.ts';
import { fetchCapabilities } from '../live/server-pages.ts';
import { createShowing } from '../live/show-growth.ts';
import type { Bench } from './bench.ts';
import { missingOf, needOf, serverMissing } from './need.ts';
import { openGolden } from './open-place.ts';
import { createPlayer } from './player.ts';

export function createBench(lab: Lab): Bench {
  const player = createPlayer(lab);
  const session = createRunSession(player, runConnection, undefined, createShowing(player));
  let known: ReturnType<typeof fetchCapabilities> | undefined;
  const bench: Bench = {
    player,
    session,
    capabilities: () => (known ??= fetchCapabilities()),
    async run() {
      if (player.store.getState().waiting === 'run') return;
      const need = needOf(player.store.getState());
      const missing = serverMissing(lab.id, need) ?? (need && missingOf(need, await bench.capabilities()));
      if (!missing) return session.start(player.store.getState().mode);
      session.leave();
      const { mode } = player.store.getState();
      const hasOwn = lab.golden.some((plan) => plan.mode === mode);
      const golden = await openGolden(bench, hasOwn ? mode : undefined, { plays: true });
      if (!golden) return;
      player.fail({ kind: 'missing', isPlayed: golden === 'shown', ...missing });
    },
  };
  return bench;
}
