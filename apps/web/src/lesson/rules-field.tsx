import type { Knob } from '@lockstep/lab';
import { useState } from 'react';
import { cableWords } from '../words/cable-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import { FIRST_DRAFT, joinRules, parseRuleDraft, serializeRuleDraft, splitRules } from './rule-draft.ts';
import { RuleRow } from './rule-row.tsx';

interface RulesFieldProps {
  readonly knob: Extract<Knob, { kind: 'rules' }>;
  readonly id: string;
  readonly text: string;
  readonly describedBy: string | undefined;
  readonly isBad: boolean;
  /** What no rule is about waits for the learner. */
  readonly isByHand: boolean;
  readonly onChange: (text: string) => void;
}

/** Rules of the cable, row by row; the text that they come to can be edited too, and is what is kept. */
export function RulesField({ knob, id, text, describedBy, isBad, isByHand, onChange }: RulesFieldProps) {
  const words = useWords(cableWords).rules;
  const say = useSay();
  const [isTextOpen, setIsTextOpen] = useState(false);
  const parts = splitRules(text);
  const nothing = isByHand ? words.noneByHand : words.none;
  const put = (index: number, part: string): void => onChange(joinRules(parts.toSpliced(index, 1, part)));
  return (
    <div className="rules">
      {knob.presets && knob.presets.length > 0 ? (
        <select
          className="rules-preset"
          aria-label={words.presets}
          value={knob.presets.some(({ value }) => value === text) ? text : ''}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{parts.length === 0 ? nothing : words.choosePreset}</option>
          {knob.presets
            .filter(({ value }) => value !== '')
            .map(({ value, label }) => (
              <option key={value} value={value}>
                {say(label)}
              </option>
            ))}
        </select>
      ) : parts.length === 0 ? (
        <p className="rules-none">{nothing}</p>
      ) : undefined}
      {parts.map((part, index) => {
        const draft = parseRuleDraft(part, knob.hosts);
        const number = index + 1;
        return (
          // A rule has no name but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className="rule-line">
            {draft ? (
              <RuleRow
                number={number}
                draft={draft}
                hosts={knob.hosts}
                onChange={(next) => put(index, serializeRuleDraft(next))}
              />
            ) : (
              <code className="rule-raw">{part}</code>
            )}
            <button
              type="button"
              className="rule-remove"
              aria-label={words.remove(number)}
              onClick={() => put(index, '')}
            >
              ×
            </button>
          </div>
        );
      })}
      <div className="rules-acts">
        <button
          type="button"
          className="tog"
          onClick={() =>
            onChange(joinRules([...parts, serializeRuleDraft({ ...FIRST_DRAFT, host: knob.hosts[0] ?? '' })]))
          }
        >
          + {words.add}
        </button>
        <details open={isTextOpen || isBad} onToggle={(event) => setIsTextOpen(event.currentTarget.open)}>
          <summary>{words.asText}</summary>
          <textarea
            id={id}
            rows={3}
            aria-describedby={describedBy}
            aria-invalid={isBad}
            spellCheck={false}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        </details>
      </div>
    </div>
  );
}
