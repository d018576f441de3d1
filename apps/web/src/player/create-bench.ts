import type { Lab } from '@lockstep/lab';
import { connection } from '../live/connection.ts';
import { createRunSession } from '../live/run-session.ts';
import { fetchCapabilities } from '../live/server-pages.ts';
import type { Bench } from './bench.ts';
import { openGolden } from './open-place.ts';
import { createPlayer } from './player.ts';

export function createBench(lab: Lab): Bench {
  const player = createPlayer(lab);
  const session = createRunSession(player, connection);
  let known: ReturnType<typeof fetchCapabilities> | undefined;
  const bench: Bench = {
    player,
    session,
    capabilities: () => (known ??= fetchCapabilities()),
    async run() {
      if (player.store.getState().waiting === 'run') return;
      const network = lab.needsNetwork ? (await bench.capabilities())?.network : undefined;
      if (network?.lane !== 'D') return session.start(player.store.getState().mode);
      await openGolden(bench, player.store.getState().mode);
      player.fail({ kind: 'needs-network', why: network.why, remedy: network.remedy });
    },
  };
  return bench;
}
