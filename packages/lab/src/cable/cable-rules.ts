// What the cable shall do with which frames, as text that a person can read, type and send as a link:
//
//   drop server SYN,ACK 1; delay client data 40 ms; hold client data 1 until client data 3; drop 10%; rate 512 kbit/s
//
// A rule is an act, then which frames: of which host, of which kind, the how-manieth of those, or by chance. For each
// frame the first rule that applies decides; a frame that none is about passes.

/** Which frames a rule is about; what is not given does not matter. */
export interface FramePattern {
  /** The host that sent it, as the lab's actors name it. */
  readonly host?: string;
  /** Default: every frame. */
  readonly kind?: FrameKind;
  /** Counted from 1 among the frames of this host and kind: only these. */
  readonly ordinals?: readonly number[];
  /** Only so many of a hundred, drawn with the run's seed. */
  readonly percent?: number;
}

/** `data`: TCP with payload, sent again ones included; `ACK`: TCP with nothing but an ACK; `udp`: any UDP datagram. */
export const FRAME_KINDS = ['data', 'SYN', 'SYN,ACK', 'ACK', 'FIN', 'RST', 'udp'] as const;
export type FrameKind = (typeof FRAME_KINDS)[number];

export type CableRule =
  | { readonly act: 'pass' | 'drop' | 'duplicate'; readonly what: FramePattern }
  | { readonly act: 'delay'; readonly what: FramePattern; readonly ms: number }
  /** Kept back until that frame has arrived: this is how frames change places. */
  | { readonly act: 'hold'; readonly what: FramePattern; readonly until: FramePattern }
  /** Of the whole cable, each way: a frame takes as long as its bits need. */
  | { readonly act: 'rate'; readonly kilobitsPerSecond: number };

/** What a rule lacks, for words on screen. */
export type CableRuleFault = 'act' | 'delay' | 'until' | 'rate' | 'frames' | 'ordinals' | 'range' | 'many';

/** Rules that cannot be understood; `part` is the one at fault. */
export class CableRuleError extends Error {
  override readonly name = 'CableRuleError';
  readonly part: string;
  readonly fault: CableRuleFault;
  constructor(part: string, fault: CableRuleFault, message: string) {
    super(`“${part}”: ${message}`);
    this.part = part;
    this.fault = fault;
  }
}

/** The most rules that a run may have. */
const MOST_RULES = 64;
const LONGEST_DELAY_MS = 10_000;

/**
 * @param hosts the names that a rule may use.
 * @throws CableRuleError naming the rule at fault and what it should be.
 * @example parseCableRules('drop client SYN 1', ['client', 'server'])
 */
export function parseCableRules(text: string, hosts: readonly string[]): readonly CableRule[] {
  const parts = text
    .split(/[;\n]/)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');
  if (parts.length > MOST_RULES)
    throw new CableRuleError(parts[MOST_RULES] ?? '', 'many', `at most ${MOST_RULES} rules`);
  return parts.map((part) => parseRule(part, hosts));
}

/** The text of rules; `parseCableRules` reads it back. */
export function serializeCableRules(rules: readonly CableRule[]): string {
  return rules.map(serializeRule).join('; ');
}

function serializeRule(rule: CableRule): string {
  switch (rule.act) {
    case 'rate':
      return `rate ${rule.kilobitsPerSecond} kbit/s`;
    case 'delay':
      return words('delay', serializePattern(rule.what), `${rule.ms} ms`);
    case 'hold':
      return words('hold', serializePattern(rule.what), 'until', serializePattern(rule.until));
    case 'pass':
    case 'drop':
    case 'duplicate':
      return words(rule.act, serializePattern(rule.what));
  }
}

/** The text of a pattern, e.g. `client data 2`; empty for any frame. */
export function serializePattern({ host, kind, ordinals, percent }: FramePattern): string {
  return words(host, kind, ordinals?.join(','), percent === undefined ? undefined : `${percent}%`);
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

function parseRule(part: string, hosts: readonly string[]): CableRule {
  const [act = '', ...rest] = part.split(' ');
  const about = (given: readonly string[]): FramePattern => parsePattern(part, given, hosts);
  switch (act) {
    case 'pass':
    case 'drop':
    case 'duplicate':
      return { act, what: about(rest) };
    case 'delay': {
      const match = /^(.*?) ?(\d+(?:\.\d+)?) ?ms$/.exec(rest.join(' '));
      if (!match) throw new CableRuleError(part, 'delay', 'say how long, e.g. “delay client data 40 ms”');
      return { act, what: about(split(match[1])), ms: within(part, Number(match[2]), 0, LONGEST_DELAY_MS, 'ms') };
    }
    case 'hold': {
      const until = rest.indexOf('until');
      if (until < 0 || until === rest.length - 1)
        throw new CableRuleError(part, 'until', 'say until which frame, e.g. “hold client data 1 until client data 2”');
      return { act, what: about(rest.slice(0, until)), until: about(rest.slice(until + 1)) };
    }
    case 'rate': {
      const match = /^(\d+(?:\.\d+)?) ?kbit\/s$/.exec(rest.join(' '));
      if (!match) throw new CableRuleError(part, 'rate', 'say how fast, e.g. “rate 512 kbit/s”');
      return { act, kilobitsPerSecond: within(part, Number(match[1]), 8, 1_000_000, 'kbit/s') };
    }
    default:
      throw new CableRuleError(part, 'act', 'a rule begins with pass, drop, duplicate, delay, hold or rate');
  }
}

function parsePattern(part: string, given: readonly string[], hosts: readonly string[]): FramePattern {
  const left = [...given];
  const host = hosts.find((name) => name === left[0]);
  if (host !== undefined) left.shift();
  const kind = FRAME_KINDS.find((name) => name === left[0]);
  if (kind !== undefined) left.shift();
  const ordinals = /^\d+([-,]\d+)*$/.test(left[0] ?? '') ? parseOrdinals(part, left.shift() ?? '') : undefined;
  const chance = /^(\d+(?:\.\d+)?)%$/.exec(left[0] ?? '')?.[1];
  if (chance !== undefined) left.shift();
  if (left.length > 0)
    throw new CableRuleError(
      part,
      'frames',
      `“${left[0]}” is neither a host (${hosts.join(', ')}), a kind (${FRAME_KINDS.join(' ')}), a number nor a percentage`,
    );
  return {
    ...(host !== undefined && { host }),
    ...(kind !== undefined && { kind }),
    ...(ordinals && { ordinals }),
    ...(chance !== undefined && { percent: within(part, Number(chance), 0, 100, '%') }),
  };
}

const MOST_ORDINALS = 256;

/** `3`, `1,3` or `2-4`. */
function parseOrdinals(part: string, text: string): readonly number[] {
  const ordinals = text.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    if (first < 1 || last < first || last - first >= MOST_ORDINALS)
      throw new CableRuleError(part, 'ordinals', `“${range}” does not count from 1 upwards, or is too long`);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  if (ordinals.length > MOST_ORDINALS) throw new CableRuleError(part, 'ordinals', `at most ${MOST_ORDINALS} numbers`);
  return ordinals;
}

function within(part: string, value: number, min: number, max: number, unit: string): number {
  if (value < min || value > max) throw new CableRuleError(part, 'range', `must lie between ${min} and ${max} ${unit}`);
  return value;
}

function split(text = ''): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}
