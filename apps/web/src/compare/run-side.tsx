import { outcomeOf } from '@lockstep/lab';
import { SourceBadge } from '@lockstep/stage';
import { useMemo } from 'react';
import { type Bench, BenchProvider, usePlayer } from '../player/bench.ts';
import { LabView } from '../player/lab-view.tsx';
import { stepAddress } from '../player/share.ts';
import { Scrubber } from '../transport/scrubber.tsx';
import { StepCount } from '../transport/step-count.tsx';
import { useSentence } from '../transport/use-sentence.ts';
import { compareWords } from '../words/compare-words.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import type { Side } from './pair-state.ts';

/** One of the two runs: which it is and how it came out, its stage, its step, its own strip. */
export function RunSide({ side, bench }: { readonly side: Side; readonly bench: Bench }) {
  const words = useWords(compareWords);
  return (
    <BenchProvider value={bench}>
      <section className="compare-side" aria-label={words.sides[side]} data-side={side}>
        <Head side={side} />
        <div className="compare-stage">
          <LabView isCompact canRun={false} />
        </div>
        <Sentence />
        <Scrubber isCompact />
      </section>
    </BenchProvider>
  );
}

function Head({ side }: { readonly side: Side }) {
  const words = useWords(compareWords);
  const player = useWords(playerWords);
  const say = useSay();
  const { lab, trace, length, origin, href } = usePlayer((state) => ({
    lab: state.lab,
    trace: state.trace,
    length: state.length,
    origin: state.origin,
    href: stepAddress(state),
  }));
  const header = trace?.header;
  const outcome = useMemo(() => (trace && length > 0 ? outcomeOf(lab, trace) : undefined), [lab, trace, length]);
  return (
    <div className="compare-head">
      <b>{words.sides[side]}</b>
      <a href={href}>{say(lab.title)}</a>
      <span className="compare-run">
        {header ? player.modes[header.mode] : ''} · {origin === 'golden' ? words.golden : header?.run.slice(0, 8)}
      </span>
      <span className="grow" />
      {outcome ? <span className="compare-outcome">{words.ended(say(outcome.value))}</span> : undefined}
    </div>
  );
}

function Sentence() {
  const { text, source } = useSentence();
  return (
    <p className="sentence" aria-live="polite">
      <StepCount />
      <span className="sentence-text">{text}</span>
      {source ? <SourceBadge source={source} /> : undefined}
    </p>
  );
}
