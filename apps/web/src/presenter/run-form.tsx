import type { ClassAct } from '@lockstep/lab';
import { RunKnobs, RunModes } from '../lesson/run-knobs.tsx';
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
  const { run: runWords } = useWords(playerWords);
  const { run } = useBench();
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
      <RunModes label={words.title} />
      <RunKnobs />
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
