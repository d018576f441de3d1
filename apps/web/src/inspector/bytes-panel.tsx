import { Bytes } from '@lockstep/stage';
import { useBench, usePlayer } from '../player/bench.ts';
import { openPrediction } from '../player/player-state.ts';
import { useSettings } from '../settings/settings.ts';

/** The bytes of the frame that is pointed at, else of the last one sent. */
export function BytesPanel() {
  const { player } = useBench();
  const language = useSettings((settings) => settings.language);
  const { trace, length, cursor, selection, isAsked } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    cursor: state.cursor,
    selection: state.selection,
    isAsked: openPrediction(state) !== undefined,
  }));
  if (!trace || isAsked) return undefined;
  return (
    <div className="bytes-panel">
      <Bytes
        trace={trace}
        length={length}
        cursor={cursor}
        language={language}
        selection={selection}
        onSelect={player.select}
      />
    </div>
  );
}
