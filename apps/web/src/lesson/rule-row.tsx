import { FRAME_KINDS, type FrameKind } from '@lockstep/lab';
import { cableWords } from '../words/cable-words.ts';
import { useWords } from '../words/use-words.ts';
import { RULE_ACTS, type RuleAct, type RuleDraft, withAct } from './rule-draft.ts';

interface RuleRowProps {
  /** From 1. */
  readonly number: number;
  readonly draft: RuleDraft;
  readonly hosts: readonly string[];
  readonly onChange: (draft: RuleDraft) => void;
}

/** One rule: what to do, with whose frames, of which kind, and which of them. */
export function RuleRow({ number, draft, hosts, onChange }: RuleRowProps) {
  const words = useWords(cableWords).rules;
  const change = (part: Partial<RuleDraft>): void => onChange({ ...draft, ...part });
  return (
    <fieldset className="rule">
      <legend>{words.rule(number)}</legend>
      <select
        aria-label={words.act}
        value={draft.act}
        onChange={(event) => onChange(withAct(draft, event.target.value as RuleAct))}
      >
        {RULE_ACTS.map((act) => (
          <option key={act} value={act}>
            {words.acts[act]}
          </option>
        ))}
      </select>
      {draft.act === 'rate' ? undefined : (
        <>
          <select aria-label={words.host} value={draft.host} onChange={(event) => change({ host: event.target.value })}>
            <option value="">{words.anyHost}</option>
            {hosts.map((host) => (
              <option key={host}>{host}</option>
            ))}
          </select>
          <select aria-label={words.kind} value={draft.kind} onChange={(event) => change({ kind: event.target.value })}>
            <option value="">{words.anyKind}</option>
            {FRAME_KINDS.map((kind: FrameKind) => (
              <option key={kind} value={kind}>
                {words.kinds[kind] ?? kind}
              </option>
            ))}
          </select>
          <RulePart
            label={words.which}
            hint={words.whichHint}
            placeholder={words.all}
            value={draft.which}
            onChange={(which) => change({ which })}
          />
        </>
      )}
      {draft.act === 'delay' || draft.act === 'rate' ? (
        <>
          <RulePart
            label={words[draft.act]}
            value={draft.amount}
            onChange={(text) => change({ amount: text.replace(/[^\d.]/g, '').replace(/^0+(?=\d)/, '') })}
          />
          <span className="unit">{draft.act === 'delay' ? 'ms' : 'kbit/s'}</span>
        </>
      ) : undefined}
      {draft.act === 'hold' ? (
        <RulePart
          label={words.until}
          isLabelShown
          isLong
          placeholder={words.untilHint}
          value={draft.until}
          onChange={(until) => change({ until })}
        />
      ) : undefined}
    </fieldset>
  );
}

interface RulePartProps {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly isLabelShown?: boolean;
  readonly isLong?: boolean;
  readonly onChange: (text: string) => void;
}

function RulePart({ label, hint, placeholder, value, isLabelShown = false, isLong = false, onChange }: RulePartProps) {
  return (
    <label className="rule-part" data-long={isLong || undefined} title={hint}>
      {isLabelShown ? label : undefined}
      <input
        type="text"
        aria-label={isLabelShown ? undefined : label}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
