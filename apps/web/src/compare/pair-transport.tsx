import { PressButtons } from '../transport/press-buttons.tsx';
import { compareWords } from '../words/compare-words.ts';
import { transportWords } from '../words/transport-words.ts';
import { useWords } from '../words/use-words.ts';
import type { Pair } from './create-pair.ts';
import * as moves from './pair-state.ts';
import { usePair } from './use-pair.ts';

/** One transport for both runs. */
export function PairTransport({ pair }: { readonly pair: Pair }) {
  const words = useWords(compareWords);
  const transport = useWords(transportWords);
  const { position, playing, delayMs, aligned } = usePair(pair, (state) => ({
    position: state.position,
    playing: state.playing,
    delayMs: state.delayMs,
    aligned: moves.isAligned(state),
  }));
  return (
    <footer className="compare-transport" aria-label={transport.label}>
      <PressButtons
        isPlaying={playing}
        isOff={false}
        onFirst={() => pair.move(moves.first)}
        onBack={() => pair.move(moves.back)}
        onPlay={() => pair.move(moves.togglePlaying)}
        onForward={() => pair.move(moves.forward)}
        onLast={() => pair.move(moves.last)}
      />
      <span className="compare-position">{aligned ? words.position(position) : words.apart}</span>
      <span className="speed">
        <button
          type="button"
          aria-label={transport.slower}
          onClick={() => pair.move((now) => moves.changeSpeed(now, false))}
        >
          −
        </button>
        <span>{transport.delay(String(delayMs / 1000))}</span>
        <button
          type="button"
          aria-label={transport.faster}
          onClick={() => pair.move((now) => moves.changeSpeed(now, true))}
        >
          +
        </button>
      </span>
      <span className="grow" />
      <button
        type="button"
        className="btn sm"
        aria-keyshortcuts="m"
        disabled={aligned && position === 0}
        onClick={() => pair.move(moves.toMeeting)}
      >
        {words.toMeeting}
      </button>
      <button
        type="button"
        className="btn sm"
        aria-keyshortcuts="="
        disabled={aligned}
        onClick={() => pair.move(moves.realign)}
      >
        {words.realign}
      </button>
    </footer>
  );
}
