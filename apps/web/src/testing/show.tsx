import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Connection } from '../live/connection.ts';
import { createRunSession } from '../live/run-session.ts';
import { type Bench, BenchProvider } from '../player/bench.ts';
import { createPlayer } from '../player/player.ts';
import { sampleLab } from './sample-lab.ts';

/** Draws part of a lab page with a player of its own; `run` counts how often Run was pressed. */
export function show(part: ReactNode) {
  const player = createPlayer(sampleLab);
  const session = createRunSession(player, () => new Promise<Connection>(() => undefined));
  let runs = 0;
  const bench: Bench = {
    player,
    session,
    capabilities: async () => undefined,
    run: async () => {
      runs++;
    },
  };
  render(<BenchProvider value={bench}>{part}</BenchProvider>);
  return { player, runs: () => runs };
}
