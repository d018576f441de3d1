import type { ClassAct } from '@lockstep/lab';
import { KnobField } from '../lesson/knob-field.tsx';
import { useBench, usePlayer } from '../player/bench.ts';
import { readForm } from '../player/knob-form.ts';
import { needOf } from '../player/need.ts';
import { playerWords } from '../words/player-words.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useWords } from '../words/use-words.ts';

interface RunFormProps {
  readonly canDrive: boolean;
  readonly onAct: (act: ClassAct) => void;
}

/** What to run with what, as in the run box: by everyone, or once for the wall. */
export function RunForm({ canDrive, onAct }: RunFormProps) {
  const words = useWords(presenterWords).trial;
  const { modes, run: runWords } = useWords(playerWords);
  const { player, run } = useBench();
  const { lab, form, mode, need, waiting } = usePlayer((state) => ({
    lab: state.lab,
    form: state.form,
    mode: state.mode,
    need: needOf(state),
    waiting: state.waiting,
  }));
  const knobs = lab.knobs.filter((knob) => knob.modes?.includes(mode) ?? true);
  const values = readForm(knobs, form);
  const isForAll = mode === 'free' || mode === 'batch';
  return (
    <form
      className="run-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (values && isForAll) onAct({ kind: 'call-trial', lab: lab.id, mode, knobs: { ...values } });
      }}
    >
      {lab.modes.length > 1 ? (
        <div className="modes" role="radiogroup" aria-label={words.title}>
          {lab.modes.map((one) => (
            <label key={one} data-on={one === mode}>
              <input type="radio" name="presenter-mode" checked={one === mode} onChange={() => player.setMode(one)} />
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
            isByHand={mode === 'stepped'}
            onChange={(text) => player.setKnob(knob.id, text)}
          />
        ))}
      </div>
      <div className="acts">
        {isForAll ? (
          <button type="submit" className="btn ink sm" disabled={values === undefined}>
            {words.call}
          </button>
        ) : undefined}
        {canDrive ? (
          <button
            type="button"
            className="btn sm"
            disabled={values === undefined || waiting === 'run'}
            onClick={() => void run()}
          >
            {runWords[need ?? mode]}
          </button>
        ) : undefined}
      </div>
      <p className="aside">{isForAll ? words.text : words.notHere}</p>
    </form>
  );
}
