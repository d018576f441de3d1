import { saveRecording } from '../files/write-recording.ts';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { usePlayer } from './bench.ts';
import { openPrediction } from './player-state.ts';
import { ShareButton } from './share-button.tsx';

/** What to take away from a run: the address of its step, the file. */
export function KeepButtons() {
  const words = useWords(playerWords);
  const { trace, isAsked } = usePlayer((state) => ({
    trace: state.trace,
    isAsked: openPrediction(state) !== undefined,
  }));
  if (!trace || isAsked) return undefined;
  return (
    <>
      <ShareButton />
      <button type="button" className="tog" onClick={() => void saveRecording(trace)}>
        {words.save}
      </button>
    </>
  );
}
