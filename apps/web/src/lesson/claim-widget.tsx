import type { Claim } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { Fragment, useCallback } from 'react';
import { useReading } from '../frames/use-reading.ts';
import { usePlayer } from '../player/bench.ts';
import { isRunning, openPrediction } from '../player/player-state.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { StepLink } from './step-link.tsx';

/** A sentence of the textbooks, and what this run says of it, with the steps that show it. */
export function ClaimWidget({ claim }: { readonly claim: Claim }) {
  const words = useWords(playerWords).lesson;
  const say = useSay();
  const { trace, length, isOver, isHeld } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    isOver: !isRunning(state),
    isHeld: openPrediction(state) !== undefined,
  }));
  const read = useCallback((of: Trace) => claim.verdict(of), [claim]);
  const judged = useReading(trace, length, isOver, read, undefined);
  const verdict = isHeld ? undefined : judged;
  return (
    <section className="box claim">
      <div className="cap">{words.claim}</div>
      <p className="quote">{say(claim.text)}</p>
      {verdict ? (
        <p className="verdict">
          <b>{words.judgement[verdict.judgement]}</b> {say(verdict.because)}{' '}
          {verdict.evidence.length > 0 ? (
            <span className="evidence">
              {words.evidence}{' '}
              {verdict.evidence.map((seq, index) => (
                <Fragment key={seq}>
                  {index > 0 ? ', ' : undefined}
                  <StepLink seq={seq} />
                </Fragment>
              ))}
            </span>
          ) : undefined}
        </p>
      ) : (
        <p className="aside">{words.untested}</p>
      )}
    </section>
  );
}
