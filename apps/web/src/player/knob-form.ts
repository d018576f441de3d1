// What the form of a lab holds while it is edited: every field as text, so that "1e" may stand there for a moment.
// It becomes knob values only when each field reads well; the words for what does not are chosen on screen.
import { CableRuleError, type CableRuleFault, type Knob, parseCableRules, utf8Length } from '@lockstep/lab';
import type { KnobValue, KnobValues } from '@lockstep/trace';

/** One text a knob; toggles hold `true` or `false`. */
export type KnobForm = Readonly<Record<string, string>>;

export type KnobProblem =
  | { readonly kind: 'not-a-number' }
  | { readonly kind: 'out-of-range'; readonly min: number; readonly max: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly maxBytes: number; readonly bytes: number }
  | { readonly kind: 'no-choice' }
  | { readonly kind: 'bad-rule'; readonly fault: CableRuleFault; readonly part: string };

export function formOf(knobs: readonly Knob[], values: Readonly<Record<string, KnobValue>> = {}): KnobForm {
  return Object.fromEntries(knobs.map((knob) => [knob.id, String(values[knob.id] ?? knob.initial)]));
}

export function readKnob(knob: Knob, text: string): { value: KnobValue } | { problem: KnobProblem } {
  switch (knob.kind) {
    case 'choice':
      return knob.choices.some((choice) => choice.value === text)
        ? { value: text }
        : { problem: { kind: 'no-choice' } };
    case 'number': {
      const value = Number(text);
      if (text.trim() === '' || !Number.isFinite(value)) return { problem: { kind: 'not-a-number' } };
      if (value < knob.min || value > knob.max)
        return { problem: { kind: 'out-of-range', min: knob.min, max: knob.max } };
      return { value };
    }
    case 'text': {
      const bytes = utf8Length(text);
      if (bytes === 0) return { problem: { kind: 'empty' } };
      return bytes > knob.maxBytes
        ? { problem: { kind: 'too-long', maxBytes: knob.maxBytes, bytes } }
        : { value: text };
    }
    case 'toggle':
      return { value: text === 'true' };
    case 'rules':
      return readRules(text, knob.hosts);
  }
}

function readRules(text: string, hosts: readonly string[]): { value: KnobValue } | { problem: KnobProblem } {
  try {
    parseCableRules(text, hosts);
    return { value: text };
  } catch (error) {
    if (error instanceof CableRuleError) return { problem: { kind: 'bad-rule', fault: error.fault, part: error.part } };
    throw error;
  }
}

/** The values of a whole form, or undefined while a field of it does not read. */
export function readForm(knobs: readonly Knob[], form: KnobForm): KnobValues | undefined {
  const values: Record<string, KnobValue> = {};
  for (const knob of knobs) {
    const read = readKnob(knob, form[knob.id] ?? String(knob.initial));
    if ('problem' in read) return undefined;
    values[knob.id] = read.value;
  }
  return values;
}
