import type { Prediction } from '@lockstep/lab';
import { useEffect, useRef } from 'react';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { useBench, usePlayer } from './bench.ts';

/** The question before the reveal. Nothing of the run is shown until it is answered or passed over. */
export function PredictionGate({ prediction }: { readonly prediction: Prediction }) {
  const words = useWords(playerWords);
  const say = useSay();
  const { player } = useBench();
  const heading = useRef<HTMLHeadingElement>(null);
  const { origin, lab, mode } = usePlayer((state) => ({
    origin: state.origin,
    lab: state.lab,
    mode: state.trace?.header.mode ?? state.mode,
  }));
  const asked = lab.predictions.filter((one) => one.modes.includes(mode));
  useEffect(() => heading.current?.focus({ preventScroll: true }), [prediction]);
  return (
    <div className="gate">
      <section className="gate-card" aria-labelledby="gate-question">
        <div className="cap">
          {words.gate.title}
          {asked.length > 1 ? (
            <span className="gate-nth">{words.gate.nth(asked.indexOf(prediction) + 1, asked.length)}</span>
          ) : undefined}
        </div>
        <h2 id="gate-question" ref={heading} tabIndex={-1}>
          {say(prediction.question)}
        </h2>
        <div className="gate-choices">
          {prediction.choices.map((choice, index) => (
            <button key={choice.id} type="button" onClick={() => player.answer(prediction.id, { choice: choice.id })}>
              <b aria-hidden="true">{String.fromCharCode(65 + index)}</b>
              {say(choice.text)}
            </button>
          ))}
        </div>
        <p className="gate-foot">
          <span>{origin === 'live' ? words.gate.running : words.gate.waiting}</span>
          <button type="button" className="tog" onClick={() => player.answer(prediction.id, 'skipped')}>
            {words.gate.skip}
          </button>
        </p>
      </section>
    </div>
  );
}
