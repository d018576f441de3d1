// A rule of the cable while it is edited, part by part as words, so that a half-typed number may stand there for a
// moment. The text of the rules stays what is kept; a draft is only a way to look at one of them.
import { FRAME_KINDS } from '@lockstep/lab';

export const RULE_ACTS = ['pass', 'drop', 'duplicate', 'delay', 'hold', 'rate'] as const;
export type RuleAct = (typeof RULE_ACTS)[number];

export interface RuleDraft {
  readonly act: RuleAct;
  /** Empty: of any host, of any kind, all of them. */
  readonly host: string;
  readonly kind: string;
  readonly which: string;
  /** Milliseconds of a delay, kbit/s of a rate. */
  readonly amount: string;
  /** The frame that a hold waits for. */
  readonly until: string;
}

export const FIRST_DRAFT: RuleDraft = { act: 'drop', host: '', kind: '', which: '', amount: '', until: '' };

const UNITS: Partial<Record<RuleAct, string>> = { delay: 'ms', rate: 'kbit/s' };
const FIRST_AMOUNTS: Partial<Record<RuleAct, string>> = { delay: '40', rate: '512' };

/** One text a rule; undefined drafts are rules that cannot be taken apart, and are shown as they are. */
export function splitRules(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');
}

export function joinRules(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('; ');
}

export function parseRuleDraft(part: string, hosts: readonly string[]): RuleDraft | undefined {
  const [first, ...words] = part.split(' ');
  const act = RULE_ACTS.find((one) => one === first);
  if (act === undefined) return undefined;
  const cut = act === 'hold' ? words.indexOf('until') : -1;
  const until = cut < 0 ? '' : words.slice(cut + 1).join(' ');
  const about = cut < 0 ? words : words.slice(0, cut);
  const unit = UNITS[act];
  const amount = unit !== undefined && about.at(-1) === unit ? about.slice(0, -1).at(-1) : undefined;
  const left = amount === undefined ? [...about] : about.slice(0, -2);
  const host = takeFirst(left, (word) => hosts.includes(word));
  const kind = takeFirst(left, (word) => FRAME_KINDS.some((one) => one === word));
  const draft: RuleDraft = { act, host, kind, which: left.join(' '), amount: amount ?? '', until };
  return serializeRuleDraft(draft) === part ? draft : undefined;
}

export function serializeRuleDraft({ act, host, kind, which, amount, until }: RuleDraft): string {
  const unit = UNITS[act];
  const about = act === 'rate' ? [] : [host, kind, which];
  const rest = unit === undefined ? [] : [amount === '' ? '0' : amount, unit];
  return [act, ...about, ...rest, ...(act === 'hold' ? ['until', until] : [])].filter((word) => word !== '').join(' ');
}

/** The same rule with another act, completed by what that act needs. */
export function withAct(draft: RuleDraft, act: RuleAct): RuleDraft {
  const amount = FIRST_AMOUNTS[act] ?? '';
  const until = act === 'hold' ? draft.until || [draft.host, draft.kind, '2'].filter(Boolean).join(' ') : '';
  return { ...draft, act, amount, until };
}

function takeFirst(words: string[], fits: (word: string) => boolean): string {
  return words[0] !== undefined && fits(words[0]) ? (words.shift() ?? '') : '';
}
