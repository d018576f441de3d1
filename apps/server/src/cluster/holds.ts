import type { Runs } from '../runs/runs.ts';

/** Runs of this server that somebody watches on another. */
export interface Holds {
  /** These are watched elsewhere, and will be for some seconds without another word. */
  renew(ids: readonly string[]): void;
  /** Called every second. */
  beat(): void;
  close(): void;
}

const BEATS_HELD = 3;

/** A run goes on while it has viewers; for those on other servers, one stands here. */
export function createHolds(runs: Runs): Holds {
  const held = new Map<string, { beatsLeft: number; release(): void }>();

  function hold(id: string): void {
    const run = runs.find(id);
    if (!run) return;
    const stand = () => undefined;
    run.addViewer(stand);
    held.set(id, { beatsLeft: BEATS_HELD, release: () => run.removeViewer(stand) });
  }

  function release(id: string): void {
    held.get(id)?.release();
    held.delete(id);
  }

  return {
    renew(ids) {
      for (const id of ids) {
        const known = held.get(id);
        if (known) known.beatsLeft = BEATS_HELD;
        else hold(id);
      }
    },
    beat() {
      for (const [id, one] of held) if (--one.beatsLeft < 0 || !runs.find(id)) release(id);
    },
    close() {
      for (const id of held.keys()) release(id);
    },
  };
}
