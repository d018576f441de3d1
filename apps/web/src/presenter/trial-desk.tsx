import type { ClassAct, Trial } from '@lockstep/lab';
import { labWith } from '../labs/labs.ts';
import { presenterWords } from '../words/presenter-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { RunForm } from './run-form.tsx';
import { TrialOutcomes } from './trial-outcomes.tsx';

interface TrialDeskProps {
  readonly trial: Trial | undefined;
  /** Who does not drive shows no runs of their own. */
  readonly canDrive: boolean;
  readonly onAct: (act: ClassAct) => void;
}

/** A real run for each learner, watched as it comes in; and the form that sets up the next one, for all or for the wall. */
export function TrialDesk({ trial, canDrive, onAct }: TrialDeskProps) {
  const words = useWords(presenterWords).trial;
  const say = useSay();
  const lab = trial && labWith(trial.lab);
  return (
    <section className="trial" aria-label={words.title}>
      <h2 className="cap">{words.title}</h2>
      {trial ? (
        <div className="called">
          <p className="asked-state">
            <b>{words.state[trial.state]}</b>
            {lab ? <span>{say(lab.title)}</span> : undefined}
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
      ) : undefined}
      {trial ? (
        <details>
          <summary>{words.other}</summary>
          <RunForm onAct={onAct} canDrive={canDrive} />
        </details>
      ) : (
        <RunForm onAct={onAct} canDrive={canDrive} />
      )}
    </section>
  );
}
