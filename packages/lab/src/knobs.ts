import type { KnobValue, KnobValues } from '@lockstep/trace';
import { CableRuleError, parseCableRules } from './cable/cable-rules.ts';
import type { Text } from './text.ts';

interface KnobBase {
  readonly id: string;
  readonly label: Text;
  /** One sentence: what turning it changes. */
  readonly help?: Text;
  /** Modes in which it has an effect; default: all. */
  readonly modes?: readonly ('free' | 'stepped' | 'search' | 'batch')[];
}

/** Something the learner may change before a run. Whatever arrives is checked against this, here and on the server. */
export type Knob =
  | (KnobBase & { readonly kind: 'choice'; readonly initial: string; readonly choices: readonly Choice[] })
  | (KnobBase & {
      readonly kind: 'number';
      readonly initial: number;
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unit?: string;
    })
  | (KnobBase & { readonly kind: 'text'; readonly initial: string; readonly maxBytes: number })
  | (KnobBase & { readonly kind: 'toggle'; readonly initial: boolean })
  /** What the cable does with which frames: text as `parseCableRules` reads it, of frames of these hosts. */
  | (KnobBase & {
      readonly kind: 'rules';
      readonly initial: string;
      readonly hosts: readonly string[];
      /** Rules worth trying, by name. */
      readonly presets?: readonly Choice[];
    });

export interface Choice {
  readonly value: string;
  readonly label: Text;
}

export function initialKnobs(knobs: readonly Knob[]): KnobValues {
  return Object.fromEntries(knobs.map((knob) => [knob.id, knob.initial]));
}

/** A knob value that cannot be used, in words for the screen. */
export class KnobError extends Error {
  override readonly name = 'KnobError';
  readonly knob: string;
  constructor(knob: string, message: string) {
    super(`${knob}: ${message}`);
    this.knob = knob;
  }
}

/**
 * Checks values from outside and completes them with the initial ones.
 * @throws KnobError for an unknown knob, a wrong type or a value outside its bounds.
 */
export function parseKnobs(knobs: readonly Knob[], values: Readonly<Record<string, unknown>>): KnobValues {
  for (const id of Object.keys(values))
    if (!knobs.some((knob) => knob.id === id)) throw new KnobError(id, 'this lab has no such knob');
  return Object.fromEntries(
    knobs.map((knob) => [knob.id, values[knob.id] === undefined ? knob.initial : parseKnob(knob, values[knob.id])]),
  );
}

function parseKnob(knob: Knob, value: unknown): KnobValue {
  switch (knob.kind) {
    case 'choice':
      if (!knob.choices.some((choice) => choice.value === value))
        throw new KnobError(knob.id, 'not one of its choices');
      return value as string;
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) throw new KnobError(knob.id, 'not a number');
      if (value < knob.min || value > knob.max)
        throw new KnobError(knob.id, `must lie between ${knob.min} and ${knob.max}`);
      return value;
    case 'text':
      if (typeof value !== 'string') throw new KnobError(knob.id, 'not a text');
      if (utf8Length(value) > knob.maxBytes) throw new KnobError(knob.id, `at most ${knob.maxBytes} bytes`);
      if (value.length === 0) throw new KnobError(knob.id, 'must not be empty');
      return value;
    case 'rules':
      return parseRulesKnob(knob.id, value, knob.hosts);
    case 'toggle':
      if (typeof value !== 'boolean') throw new KnobError(knob.id, 'neither on nor off');
      return value;
  }
}

/** Longer than any rules that a person makes. */
const LONGEST_RULES = 4000;

function parseRulesKnob(id: string, value: unknown, hosts: readonly string[]): string {
  if (typeof value !== 'string') throw new KnobError(id, 'not a text');
  if (value.length > LONGEST_RULES) throw new KnobError(id, `at most ${LONGEST_RULES} characters`);
  try {
    parseCableRules(value, hosts);
    return value;
  } catch (error) {
    if (error instanceof CableRuleError) throw new KnobError(id, error.message);
    throw error;
  }
}

/** Bytes of a text in UTF-8 (RFC 3629). */
export function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    length += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return length;
}
