import { SourceBadge } from '@lockstep/stage';
import { useEffect } from 'react';
import { bindKeys } from '../frame/bind-keys.ts';
import { useBench, usePlayer } from '../player/bench.ts';
import { LabView } from '../player/lab-view.tsx';
import { moveKeys } from '../player/move-keys.ts';
import { togglePlaying } from '../player/moves.ts';
import { stepAddress } from '../player/share.ts';
import { Transport } from '../transport/transport.tsx';
import { useSentence } from '../transport/use-sentence.ts';
import { embedWords } from '../words/embed-words.ts';
import { playerWords } from '../words/player-words.ts';
import { transportWords } from '../words/transport-words.ts';
import { useSay, useWords } from '../words/use-words.ts';

export function EmbedScreen({ hasControls }: { readonly hasControls: boolean }) {
  const words = useWords(embedWords);
  const say = useSay();
  const { player } = useBench();
  const lab = usePlayer((state) => state.lab);
  useEffect(() => bindKeys(moveKeys(player)), [player]);
  return (
    <div className="embed" data-controls={hasControls}>
      <main className="embed-main" aria-label={say(lab.caption)}>
        <div className="embed-stage">
          <Stage />
        </div>
        {hasControls ? undefined : <Sentence />}
      </main>
      {hasControls ? <Transport isCompact /> : undefined}
      <header className="embed-foot">
        <h1>{say(lab.title)}</h1>
        <span className="grow" />
        {hasControls ? undefined : <PlayButton />}
        <FullPageLink>{words.full}</FullPageLink>
      </header>
    </div>
  );
}

function Stage() {
  const words = useWords(embedWords);
  const { empty } = useWords(playerWords);
  const { hasTrace, waiting, hasFailed } = usePlayer((state) => ({
    hasTrace: state.trace !== undefined,
    waiting: state.waiting,
    hasFailed: state.trouble !== undefined,
  }));
  if (hasTrace) return <LabView isCompact canRun={false} />;
  return (
    <p className="stage-note" role="status">
      {waiting ? empty.loadingRecording : hasFailed ? words.gone : words.none}
    </p>
  );
}

function Sentence() {
  const { text, source } = useSentence();
  const cursor = usePlayer((state) => state.cursor);
  return (
    <p className="sentence">
      <span className="n">{cursor}</span>
      <span className="sentence-text">{text}</span>
      {source ? <SourceBadge source={source} /> : undefined}
    </p>
  );
}

function PlayButton() {
  const words = useWords(transportWords);
  const { player } = useBench();
  const playing = usePlayer((state) => state.playing);
  return (
    <button type="button" className="tog" aria-keyshortcuts="Space" onClick={() => player.move(togglePlaying)}>
      {playing ? words.pause : words.play}
    </button>
  );
}

/** To the same step on the lab's own page, which is not put into this frame. */
function FullPageLink({ children }: { readonly children: string }) {
  const href = usePlayer(stepAddress);
  return (
    <a className="embed-link" href={href} target="_blank" rel="noopener">
      {children}
    </a>
  );
}
