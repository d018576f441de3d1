import { useBench, usePlayer } from '../player/bench.ts';
import * as moves from '../player/moves.ts';
import { openPrediction } from '../player/player-state.ts';
import { PressButtons } from './press-buttons.tsx';

/** The buttons of the one run on the page. */
export function TransportButtons() {
  const { player } = useBench();
  const playing = usePlayer((state) => state.playing && openPrediction(state) === undefined);
  const isEmpty = usePlayer((state) => state.trace === undefined);
  return (
    <PressButtons
      isPlaying={playing}
      isOff={isEmpty}
      onFirst={() => player.move(moves.first)}
      onBack={() => player.move(moves.back)}
      onPlay={() => player.move(moves.togglePlaying)}
      onForward={() => player.move(moves.forward)}
      onLast={() => player.move(moves.last)}
    />
  );
}
