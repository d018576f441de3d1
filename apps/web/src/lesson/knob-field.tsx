import type { Knob } from '@lockstep/lab';
import { useId } from 'react';
import { type KnobProblem, readKnob } from '../player/knob-form.ts';
import { cableWords } from '../words/cable-words.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { RulesField } from './rules-field.tsx';

interface KnobFieldProps {
  readonly knob: Knob;
  readonly text: string;
  /** The run that is set up waits for its learner. */
  readonly isByHand: boolean;
  readonly onChange: (text: string) => void;
}

/** One knob, by its kind; what does not read is said under it. */
export function KnobField({ knob, text, isByHand, onChange }: KnobFieldProps) {
  const words = useWords(playerWords).knobs;
  const { rules } = useWords(cableWords);
  const say = useSay();
  const id = useId();
  const read = readKnob(knob, text);
  const problem = 'problem' in read ? read.problem : undefined;
  const described = problem ? `${id}problem` : knob.help ? `${id}help` : undefined;
  return (
    <div
      className="knob"
      title={knob.help && say(knob.help)}
      data-bad={problem !== undefined}
      data-long={hasLongChoice(knob) || undefined}
      data-rules={knob.kind === 'rules' || undefined}
    >
      <label htmlFor={id}>{say(knob.label)}</label>
      <Control
        knob={knob}
        id={id}
        text={text}
        describedBy={described}
        isBad={problem !== undefined}
        isByHand={isByHand}
        onChange={onChange}
      />
      {knob.help ? (
        <span id={`${id}help`} hidden>
          {say(knob.help)}
        </span>
      ) : undefined}
      {problem ? (
        <span className="knob-problem" id={`${id}problem`} role="alert">
          {problemWords(problem, words, rules)}
        </span>
      ) : undefined}
    </div>
  );
}

/** Choices that do not fit beside their label get a line of their own. */
function hasLongChoice(knob: Knob): boolean {
  return (
    knob.kind === 'choice' && knob.choices.some(({ label }) => label.en.length > LONG || label.zh.length > LONG / 2)
  );
}

const LONG = 18;

interface ControlProps extends KnobFieldProps {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly isBad: boolean;
}

function Control({ knob, id, text, describedBy, isBad, isByHand, onChange }: ControlProps) {
  const words = useWords(playerWords).knobs;
  const say = useSay();
  const shared = { id, 'aria-describedby': describedBy, 'aria-invalid': isBad };
  switch (knob.kind) {
    case 'choice':
      return (
        <select {...shared} value={text} onChange={(event) => onChange(event.target.value)}>
          {knob.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {say(choice.label)}
            </option>
          ))}
        </select>
      );
    case 'number':
      return (
        <span className="number">
          <input
            {...shared}
            type="number"
            inputMode="decimal"
            min={knob.min}
            max={knob.max}
            step={knob.step}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
          {knob.unit ? <span className="unit">{knob.unit}</span> : undefined}
        </span>
      );
    case 'rules':
      return (
        <RulesField
          knob={knob}
          id={id}
          text={text}
          describedBy={describedBy}
          isBad={isBad}
          isByHand={isByHand}
          onChange={onChange}
        />
      );
    case 'text':
      return (
        <input
          {...shared}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'toggle':
      return (
        <span className="toggle">
          <input
            {...shared}
            type="checkbox"
            checked={text === 'true'}
            onChange={(event) => onChange(String(event.target.checked))}
          />
          <b aria-hidden="true">{text === 'true' ? words.on : words.off}</b>
        </span>
      );
  }
}

function problemWords(
  problem: KnobProblem,
  words: (typeof playerWords)['en']['knobs'],
  rules: (typeof cableWords)['en']['rules'],
): string {
  switch (problem.kind) {
    case 'not-a-number':
      return words.notANumber;
    case 'out-of-range':
      return words.outOfRange(problem.min, problem.max);
    case 'empty':
      return words.empty;
    case 'too-long':
      return words.tooLong(problem.bytes, problem.maxBytes);
    case 'no-choice':
      return words.noChoice;
    case 'bad-rule':
      return rules.fault[problem.fault](problem.part);
  }
}
