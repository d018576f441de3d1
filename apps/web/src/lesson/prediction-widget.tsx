import type { Prediction } from '@lockstep/lab';
import type { Trace } from '@lockstep/trace';
import { useCallback } from 'react';
import { useReading } from '../frames/use-reading.ts';
import { useBench, usePlayer } from '../player/bench.ts';
import { isRunning, openPrediction } from '../player/player-state.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';

/** The question, the reader's answer, and beside it what this run did. */
export function PredictionWidget({ prediction }: { readonly prediction: Prediction }) {
  const words = useWords(playerWords).lesson;
  const say = useSay();
  const { player } = useBench();
  const { trace, length, isOver, mode, given, isHeld, cursor } = usePlayer((state) => ({
    trace: state.trace,
    length: state.length,
    isOver: !isRunning(state),
    mode: state.trace?.header.mode ?? state.mode,
    given: state.answers[prediction.id],
    isHeld: openPrediction(state) !== undefined,
    cursor: state.cursor,
  }));
  // The whole run is asked: once for what there is of it, not at each step.
  const read = useCallback(
    (of: Trace) => (prediction.modes.includes(of.header.mode) ? prediction.answer(of) : undefined),
    [prediction],
  );
  const answer = useReading(trace, length, isOver, read, undefined);
  if (!prediction.modes.includes(mode)) return undefined;
  const shown = isHeld ? undefined : answer;
  // Beside the answer stands only what the reader has reached: the picture tells it first.
  const happened = shown && cursor > shown.seq ? shown : undefined;
  const choice = given === undefined || given === 'skipped' ? undefined : given.choice;
  return (
    <section className="box prediction">
      <div className="cap">{words.prediction}</div>
      <p className="question">{say(prediction.question)}</p>
      <table className="choices">
        <tbody>
          {prediction.choices.map((one, index) => (
            <tr key={one.id} data-yours={one.id === choice} data-was={one.id === happened?.choice}>
              <th scope="row">{String.fromCharCode(65 + index)}</th>
              <td>{say(one.text)}</td>
              <td>
                {one.id === happened?.choice ? (
                  <button type="button" className="step-link" onClick={() => player.seek(happened.seq + 1)}>
                    {one.id === choice ? words.happenedYours(happened.seq + 1) : words.happened(happened.seq + 1)}
                  </button>
                ) : one.id === choice ? (
                  words.yours
                ) : undefined}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {given === 'skipped' && !happened ? <p className="aside">{words.skipped}</p> : undefined}
      {happened ? <p className="aside">{say(prediction.afterwards)}</p> : undefined}
    </section>
  );
}
