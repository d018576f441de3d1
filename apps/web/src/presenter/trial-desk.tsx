import type { ClassAct, Trial } from '@lockstep/lab';
import { useState } from 'react';
import { KnobField } from '../lesson/knob-field.tsx';
import { useBench, usePlayer } from '../player/bench.ts';
import { readForm } from '../player/knob-form.ts';
import { playerWords } from '../words/player-words.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useWords } from '../words/use-words.ts';
import { TrialOutcomes } from './trial-outcomes.tsx';

interface TrialDeskProps {
  readonly trial: Trial | undefined;
  readonly onAct: (act: ClassAct) => void;
}

/** A real run for each learner: set up with the form of the run box, then watched as it comes in. */
export function TrialDesk({ trial, onAct }: TrialDeskProps) {
  const words = useWords(presenterWords).trial;
  return (
    <section className="trial" aria-label={words.title}>
      <h2 className="cap">{words.title}</h2>
      {trial ? (
        <div className="called">
          <p className="asked-state">
            <b>{words.state[trial.state]}</b>
            <span role="status">{words.queue(trial.queued, trial.running, trial.over)}</span>
          </p>
          <TrialOutcomes trial={trial} />
          <div className="acts">
            {trial.state === 'open' ? (
              <button type="button" className="btn ink sm" onClick={() => onAct({ kind: 'close-trial' })}>
                {words.close}
              </button>
            ) : undefined}
            <button type="button" className="btn sm" onClick={() => onAct({ kind: 'dismiss-trial' })}>
              {words.dismiss}
            </button>
          </div>
        </div>
      ) : (
        <TrialForm onAct={onAct} />
      )}
    </section>
  );
}

type TrialMode = Trial['mode'];

function TrialForm({ onAct }: Pick<TrialDeskProps, 'onAct'>) {
  const words = useWords(presenterWords).trial;
  const { modes } = useWords(playerWords);
  const { player } = useBench();
  const { lab, form, shown } = usePlayer((state) => ({ lab: state.lab, form: state.form, shown: state.mode }));
  const possible = lab.modes.filter((mode): mode is TrialMode => mode === 'free' || mode === 'batch');
  const [chosen, setChosen] = useState<TrialMode>();
  const mode = chosen ?? possible.find((one) => one === shown) ?? possible[0];
  if (!mode) return <p className="aside">{words.notHere}</p>;
  const knobs = lab.knobs.filter((knob) => knob.modes?.includes(mode) ?? true);
  const values = readForm(knobs, form);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (values) onAct({ kind: 'call-trial', lab: lab.id, mode, knobs: { ...values } });
      }}
    >
      <p className="aside">{words.text}</p>
      {possible.length > 1 ? (
        <div className="modes" role="radiogroup" aria-label={words.title}>
          {possible.map((one) => (
            <label key={one} data-on={one === mode}>
              <input type="radio" name="trial-mode" checked={one === mode} onChange={() => setChosen(one)} />
              {modes[one]}
            </label>
          ))}
        </div>
      ) : undefined}
      <div className="knobs">
        {knobs.map((knob) => (
          <KnobField
            key={knob.id}
            knob={knob}
            text={form[knob.id] ?? String(knob.initial)}
            isByHand={false}
            onChange={(text) => player.setKnob(knob.id, text)}
          />
        ))}
      </div>
      <div className="acts">
        <button type="submit" className="btn ink sm" disabled={values === undefined}>
          {words.call}
        </button>
      </div>
    </form>
  );
}
