import { frameWords } from '../words/frame-words.ts';
import { openWords } from '../words/open-words.ts';
import { useWords } from '../words/use-words.ts';
import { useOpenedFile } from './opened-file.ts';

/** Names the files that were dropped together with the one that was opened. */
export function PassedOver() {
  const words = useWords(openWords);
  const frame = useWords(frameWords);
  const { passedOver, problem, passOver } = useOpenedFile();
  if (passedOver.length === 0 || problem) return undefined;
  return (
    <div className="file-problem" role="status">
      <p>
        <b>{words.oneAtATime}</b>
      </p>
      <p className="m">{passedOver.join(', ')}</p>
      <button type="button" className="btn sm" onClick={() => passOver([])}>
        {frame.dismiss}
      </button>
    </div>
  );
}
