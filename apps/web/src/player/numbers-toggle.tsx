import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import { toggleNumbers } from './moves.ts';

/** TCP's numbers counted from 0, as the lesson speaks of them, or the 32 bits that crossed the cable. */
export function NumbersToggle() {
  const words = useWords(playerWords);
  const { player } = useBench();
  const { trace, relative } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    relative: state.relative,
  }));
  if (!trace?.columns.shapes.all.some(({ kind }) => kind === 'tcp.segment-sent')) return undefined;
  return (
    <button type="button" className="numbers" aria-pressed={!relative} onClick={() => player.move(toggleNumbers)}>
      {relative ? words.numbers.relative : words.numbers.real}
    </button>
  );
}
