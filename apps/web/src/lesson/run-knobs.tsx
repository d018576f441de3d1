import { useBench, usePlayer } from '../player/bench.ts';
import { playerWords } from '../words/player-words.ts';
import { useWords } from '../words/use-words.ts';
import { KnobField } from './knob-field.tsx';

/** The ways in which the lab can run; nothing where there is only one. */
export function RunModes({ label }: { readonly label: string }) {
  const words = useWords(playerWords);
  const { player } = useBench();
  const { lab, mode } = usePlayer((state) => ({ lab: state.lab, mode: state.mode }));
  if (lab.modes.length <= 1) return undefined;
  return (
    <div className="modes" role="radiogroup" aria-label={label}>
      {lab.modes.map((one) => (
        <label key={one} data-on={one === mode}>
          <input type="radio" name="mode" checked={one === mode} onChange={() => player.setMode(one)} />
          {words.modes[one]}
        </label>
      ))}
    </div>
  );
}

/** The knobs of the mode that is chosen. */
export function RunKnobs() {
  const { player } = useBench();
  const { lab, mode, form } = usePlayer((state) => ({ lab: state.lab, mode: state.mode, form: state.form }));
  return (
    <div className="knobs">
      {lab.knobs
        .filter((knob) => knob.modes?.includes(mode) ?? true)
        .map((knob) => (
          <KnobField
            key={knob.id}
            knob={knob}
            text={form[knob.id] ?? String(knob.initial)}
            isByHand={mode === 'stepped'}
            onChange={(text) => player.setKnob(knob.id, text)}
          />
        ))}
    </div>
  );
}
