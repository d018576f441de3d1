import type { Lab } from '@lockstep/lab';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Connection } from '../live/connection.ts';
import { createRunSession, type RunSession } from '../live/run-session.ts';
import { type Bench, BenchProvider } from '../player/bench.ts';
import { createPlayer } from '../player/player.ts';
import { sampleLab } from './sample-lab.ts';

/** Draws part of a lab page with a player of its own; counts how often Run was pressed, and keeps what was chosen. */
export function show(part: ReactNode, lab: Lab = sampleLab) {
  const player = createPlayer(lab);
  const steps: number[] = [];
  const forks: string[] = [];
  const session: RunSession = {
    ...createRunSession(player, () => new Promise<Connection>(() => undefined)),
    step: async (thread) => void steps.push(thread),
    forkFrame: async (frame, act) => void forks.push(`${act} ${frame}`),
  };
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
  return { player, steps, forks, runs: () => runs };
}
