import type { Knob, Lab, Text } from '@lockstep/lab';
import type { KnobValue, KnobValues, Mode } from '@lockstep/trace';

interface OnOff {
  readonly on: string;
  readonly off: string;
}

/** The knobs of a run as they are called on screen, `rounds 100`; those that its mode or this copy of the lab has not are left out. */
export function knobsInWords(
  lab: Lab | undefined,
  mode: Mode | undefined,
  values: KnobValues,
  say: (text: Text) => string,
  words: OnOff,
): readonly string[] {
  const ofMode = lab?.knobs.filter(({ modes }) => !modes || !mode || modes.includes(mode)) ?? [];
  return ofMode.flatMap((knob) => {
    const value = values[knob.id];
    return value === undefined || value === '' ? [] : [`${say(knob.label)} ${valueInWords(knob, value, say, words)}`];
  });
}

function valueInWords(knob: Knob, value: KnobValue, say: (text: Text) => string, words: OnOff): string {
  switch (knob.kind) {
    case 'choice': {
      const choice = knob.choices.find((one) => one.value === value);
      return choice ? say(choice.label) : String(value);
    }
    case 'number':
      return `${value}${knob.unit ? ` ${knob.unit}` : ''}`;
    case 'toggle':
      return value === true ? words.on : words.off;
    case 'text':
    case 'rules':
      return String(value);
  }
}
