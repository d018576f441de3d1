import { SourceBadge } from '@lockstep/stage';
import { useBench, usePlayer } from '../player/bench.ts';
import { transportWords } from '../words/transport-words.ts';
import { useWords } from '../words/use-words.ts';
import { RangeControls } from './range-controls.tsx';
import { RunState } from './run-state.tsx';
import { Scrubber } from './scrubber.tsx';
import { StepCount } from './step-count.tsx';
import { TransportButtons } from './transport-buttons.tsx';
import { useSentence } from './use-sentence.ts';

/** What has just happened in one sentence, and all ways to another step. */
export function Transport({ isCompact }: { readonly isCompact: boolean }) {
  const words = useWords(transportWords);
  const { text, source } = useSentence();
  const cursor = usePlayer((state) => state.cursor);
  return (
    <footer className="transport" aria-label={words.label} data-compact={isCompact}>
      <p className="sentence" aria-live="polite">
        <span className="n">{cursor}</span>
        <span className="sentence-text">{text}</span>
        {source ? <SourceBadge source={source} /> : undefined}
      </p>
      <div className="deck">
        {isCompact ? <Scrubber isCompact /> : undefined}
        <div className="controls">
          <TransportButtons />
          <div className="controls-row">
            <StepCount />
            <Speed />
          </div>
          <RangeControls />
        </div>
        {isCompact ? undefined : <Scrubber isCompact={false} />}
        {isCompact ? undefined : <RunState />}
      </div>
    </footer>
  );
}

function Speed() {
  const words = useWords(transportWords);
  const { player } = useBench();
  const delayMs = usePlayer((state) => state.delayMs);
  return (
    <span className="speed">
      <button type="button" aria-label={words.slower} aria-keyshortcuts="-" onClick={() => player.changeSpeed(false)}>
        −
      </button>
      <span>{words.delay(String(delayMs / 1000))}</span>
      <button type="button" aria-label={words.faster} aria-keyshortcuts="+" onClick={() => player.changeSpeed(true)}>
        +
      </button>
    </span>
  );
}
