import { usePlayer } from '../player/bench.ts';
import { useSentence } from '../transport/use-sentence.ts';
import { transportWords } from '../words/transport-words.ts';
import { useWords } from '../words/use-words.ts';
import { wallWords } from '../words/wall-words.ts';
import './wall.css';

/** The sentence of the step as a subtitle, and its number as large as a clock. */
export function WallFoot() {
  const words = useWords(wallWords);
  const { label } = useWords(transportWords);
  const { text } = useSentence();
  const { cursor, length } = usePlayer((state) => ({ cursor: state.cursor, length: state.length }));
  return (
    <footer className="wall-foot" aria-label={label}>
      <p className="wall-sentence" aria-live="polite">
        {text}
      </p>
      <p className="wall-count">
        <b>{cursor}</b> <span>{words.of(length)}</span>
      </p>
    </footer>
  );
}
