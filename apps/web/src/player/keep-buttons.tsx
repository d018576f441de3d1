import { hasFrames, savePcapng } from '../files/write-pcapng.ts';
import { saveRecording } from '../files/write-recording.ts';
import { useSettings } from '../settings/settings.ts';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { usePlayer } from './bench.ts';
import { openPrediction } from './player-state.ts';
import { ShareButton } from './share-button.tsx';

/** What to take away from a run: the address of its step, the file, its frames for Wireshark. */
export function KeepButtons({ canShare = true }: { readonly canShare?: boolean }) {
  const words = useWords(playerWords);
  const language = useSettings((settings) => settings.language);
  const { lab, trace, isAsked } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    length: state.length,
    isAsked: openPrediction(state) !== undefined,
  }));
  const withFrames = trace !== undefined && hasFrames(trace);
  if (!trace || isAsked) return undefined;
  return (
    <>
      {canShare ? <ShareButton /> : undefined}
      <button type="button" className="tog" onClick={() => void saveRecording(trace)}>
        {words.save}
      </button>
      {withFrames ? (
        <button type="button" className="tog" onClick={() => savePcapng(trace, lab, language)}>
          {words.savePcapng}
        </button>
      ) : undefined}
    </>
  );
}
