import { SourceBadge } from '@lockstep/stage';
import { useMemo } from 'react';
import { useBench, usePlayer } from '../player/bench.ts';
import * as moves from '../player/moves.ts';
import { isRunning } from '../player/player-state.ts';
import { useSettings } from '../settings/settings.ts';
import { useSentence } from '../transport/use-sentence.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { type MomentStep, momentSteps, nextMoment, previousMoment } from './moment-steps.ts';
import { nextStep } from './next-step.ts';

/** What has just happened, what will be told next, and the large buttons that tell it. */
export function DriveDeck({ canDrive }: { readonly canDrive: boolean }) {
  const words = useWords(presenterWords);
  const { player } = useBench();
  const { lab, trace, cursor, length, playing, pinned, isBehind } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    cursor: state.cursor,
    length: state.length,
    playing: state.playing,
    pinned: state.pinned,
    isBehind: isRunning(state) && !state.pinned,
  }));
  const moments = useMemo(() => momentSteps(lab, trace, length), [lab, trace, length]);
  const isOff = !canDrive || trace === undefined;
  const goTo = (moment: MomentStep | undefined) => moment && player.seek(moment.step);
  return (
    <section className="deck-box" aria-label={words.drive}>
      <NowAndNext />
      <div className="deck-keys">
        <button
          type="button"
          className="btn"
          aria-keyshortcuts="PageUp ArrowLeft"
          disabled={isOff || cursor === 0}
          onClick={() => player.move(moves.back)}
        >
          <Glyph path="M13 3v12L4 9z" />
          {words.previousStep}
        </button>
        <button
          type="button"
          className="btn"
          aria-keyshortcuts="Space"
          disabled={isOff || length === 0 || pinned}
          onClick={() => player.move(moves.togglePlaying)}
        >
          <Glyph path={playing ? 'M4 3h3.5v12H4zM10.5 3H14v12h-3.5z' : 'M5 2.5v13L15.5 9z'} />
          {playing ? words.pause : words.play}
        </button>
        <button
          type="button"
          className="btn ink deck-next"
          aria-keyshortcuts="PageDown ArrowRight"
          disabled={isOff || cursor >= length}
          onClick={() => player.move(moves.forward)}
        >
          <Glyph path="M5 3v12l9-6z" />
          {words.nextStep}
        </button>
      </div>
      <div className="deck-moments">
        <MomentKey
          word={words.previousMoment}
          to={previousMoment(moments, cursor)}
          isOff={isOff}
          onGo={goTo}
          none={words.noneBefore}
        />
        {isBehind ? (
          <button type="button" className="btn sm" disabled={isOff} onClick={() => player.move(moves.last)}>
            {words.goLive}
          </button>
        ) : undefined}
        <MomentKey
          word={words.nextMoment}
          to={nextMoment(moments, cursor)}
          isOff={isOff}
          onGo={goTo}
          none={words.noneAfter}
        />
      </div>
    </section>
  );
}

function NowAndNext() {
  const words = useWords(presenterWords);
  const language = useSettings((settings) => settings.language);
  const now = useSentence();
  const { state, cursor, length } = usePlayer((player) => ({
    state: player,
    cursor: player.cursor,
    length: player.length,
  }));
  const next = nextStep(state, language);
  return (
    <dl className="now-next">
      <div className="now">
        <dt>
          {words.now} <b>{cursor}</b>
          <span> / {length}</span>
        </dt>
        <dd aria-live="polite">
          {state.trace ? now.text : words.noRun} {now.source ? <SourceBadge source={now.source} /> : undefined}
        </dd>
      </div>
      <div className="next">
        <dt>
          {words.next} {next.kind === 'sentence' ? <b>{next.step}</b> : undefined}
        </dt>
        <dd>
          {next.kind === 'sentence' ? next.text : undefined}
          {next.kind === 'nothing-yet' ? words.nothingYet : undefined}
          {next.kind === 'at-end' ? words.atEnd : undefined}
        </dd>
      </div>
    </dl>
  );
}

interface MomentKeyProps {
  readonly word: string;
  readonly to: MomentStep | undefined;
  readonly isOff: boolean;
  readonly none: string;
  readonly onGo: (moment: MomentStep | undefined) => void;
}

function MomentKey({ word, to, isOff, none, onGo }: MomentKeyProps) {
  const say = useSay();
  return (
    <button type="button" className="moment-key" disabled={isOff || to === undefined} onClick={() => onGo(to)}>
      <span>{word}</span>
      <b>{to ? `${to.step} · ${say(to.label)}` : none}</b>
    </button>
  );
}

function Glyph({ path }: { readonly path: string }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}
