import type { Need } from '@lockstep/lab';
import type { Mode } from '@lockstep/trace';
import { useBench, usePlayer } from '../player/bench.ts';
import { readForm } from '../player/knob-form.ts';
import { needOf, serverMissing } from '../player/need.ts';
import { isRunning } from '../player/player-state.ts';
import { hasRealThreads } from '../site.ts';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { RunKnobs, RunModes } from './run-knobs.tsx';

/** What to run, with what, and the button. */
export function RunBox({ onRun }: { readonly onRun?: () => void }) {
  const words = useWords(playerWords);
  const { session, run } = useBench();
  const { lab, mode, form, need, waiting, isOn, canStop, hasTrace } = usePlayer((state) => ({
    lab: state.lab,
    mode: state.mode,
    form: state.form,
    need: needOf(state),
    waiting: state.waiting,
    isOn: isRunning(state),
    canStop: isRunning(state) && state.token !== undefined && state.status?.state === 'running',
    hasTrace: state.trace !== undefined,
  }));
  const knobs = lab.knobs.filter((knob) => knob.modes?.includes(mode) ?? true);
  const isReadable = readForm(knobs, form) !== undefined;
  return (
    <section className="runbox" aria-label={words.tabs.run}>
      <div className="cap">{hasTrace ? words.knobs.title : words.knobs.titleFirst}</div>
      <RunModes label={words.tabs.run} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!isReadable) return;
          void run();
          onRun?.();
        }}
      >
        <RunKnobs />
        <div className="run-row">
          <button type="submit" className="btn ink run" disabled={!isReadable || waiting === 'run'}>
            {waiting === 'run' ? words.empty.loadingRun : runWord(words, { lab: lab.id, need, mode })}
          </button>
          {isOn && canStop ? (
            <button type="button" className="btn" onClick={() => void session.stop()}>
              {words.run.stop}
            </button>
          ) : undefined}
        </div>
      </form>
    </section>
  );
}

interface Planned {
  readonly lab: string;
  readonly need: Need | undefined;
  readonly mode: Mode;
}

/** What the button does, and never more than it does. */
function runWord({ run }: (typeof playerWords)['en'], { lab, need, mode }: Planned): string {
  if (serverMissing(lab, need)) return run.recorded;
  if (need) return run[need];
  return (mode === 'free' || mode === 'batch') && !hasRealThreads ? run.model[mode] : run[mode];
}
