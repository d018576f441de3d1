import { usePlayer } from '../player/bench.ts';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';

/** "step 17 of 243" */
export function StepCount() {
  const words = useWords(playerWords);
  const { cursor, length } = usePlayer((state) => ({ cursor: state.cursor, length: state.length }));
  const [before, number, after] = words.step(String(cursor), length);
  return (
    <span className="count">
      {before}
      <b>{number}</b>
      {after}
    </span>
  );
}
