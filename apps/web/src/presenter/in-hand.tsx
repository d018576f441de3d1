import { CablePanel } from '../inspector/cable-panel.tsx';
import { GatePanel } from '../inspector/gate-panel.tsx';
import { usePlayer } from '../player/bench.ts';
import { isRunning } from '../player/player-state.ts';

/** A run by hand that was started in this window: its threads or frames wait for this hand. */
export function InHand() {
  const isMine = usePlayer((state) => isRunning(state) && state.token !== undefined);
  return isMine ? (
    <>
      <GatePanel />
      <CablePanel />
    </>
  ) : undefined;
}
