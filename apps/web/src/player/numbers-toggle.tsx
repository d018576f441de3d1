import { foldOf, type Model } from '@lockstep/trace';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';
import { toggleNumbers } from './moves.ts';

const segmentSeen: Model<boolean> = {
  initial: () => false,
  apply: (seen, { kind }) => seen || kind === 'tcp.segment-sent',
};

/** TCP's numbers counted from 0, as the lesson speaks of them, or the 32 bits that crossed the cable. */
export function NumbersToggle() {
  const words = useWords(playerWords);
  const { player } = useBench();
  const { trace, length, relative } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    relative: state.relative,
  }));
  if (!trace || !foldOf(segmentSeen, trace).at(length)) return undefined;
  return (
    <button type="button" className="numbers" aria-pressed={!relative} onClick={() => player.move(toggleNumbers)}>
      {relative ? words.numbers.relative : words.numbers.real}
    </button>
  );
}
