// What a hand did with frames, turned into rules: text that repeats it without a hand. So a run by hand is undone,
// forked, linked to and recorded anew by the same means by which anybody writes rules.
import type { Trace } from '@lockstep/trace';
import type { FrameAct } from '../scenario.ts';
import { BY_HAND, HAND_DELAY_MS, parseHolds } from './by-hand.ts';
import { type CableRule, parseCableRules, serializeCableRules } from './cable-rules.ts';
import { type FrameStory, frameStories } from './frame-stories.ts';
import { createRuleBook } from './rule-book.ts';

/** What was decided for one frame, by hand or by a rule that repeats a hand. */
export interface FrameDecision {
  readonly frame: number;
  /** Text of the rule that repeats it, e.g. `drop client 3`. */
  readonly rule: string;
  /** The `seq` at which it took effect. */
  readonly seq: number;
}

/**
 * The rules that repeat what was done with frames before this cursor: each decision for the how-manieth frame of its
 * sender, then whatever other rules the run had. In a run that was not by hand, the rules that it had.
 *
 * @param hosts the names that the run's rules may use.
 * @example rulesAt(trace, trace.length) // 'drop client 3; duplicate server 2; pass client 1,2'
 */
export function rulesAt(trace: Trace, cursor: number): string {
  const { decided, others, restSeq } = readRun(trace);
  const made = decided.filter(({ seq }) => seq < cursor).map(({ rule }) => rule);
  const rest: readonly CableRule[] = restSeq !== undefined && restSeq < cursor ? [{ act: 'pass', what: {} }] : [];
  return serializeCableRules([...merged(made), ...others, ...rest]);
}

/** The decisions before this cursor, in the order in which they took effect. */
export function frameDecisions(trace: Trace, cursor: number): readonly FrameDecision[] {
  return readRun(trace)
    .decided.filter(({ seq }) => seq < cursor)
    .map(({ story, rule, seq }) => ({ frame: story.frame, rule: serializeCableRules([rule]), seq }));
}

/** The rules of this run without its last decision; undefined: there is none to take back. */
export function rulesBeforeLast(trace: Trace): string | undefined {
  const { decided, restSeq } = readRun(trace);
  const last = restSeq ?? decided.at(-1)?.seq;
  return last === undefined ? undefined : rulesAt(trace, last);
}

/** The rules of this run up to what became of a frame, and instead of that this act; undefined where it has no rule. */
export function rulesWith(trace: Trace, frame: number, act: FrameAct): string | undefined {
  const story = frameStories(trace).find((one) => one.frame === frame);
  if (!story || story.isEcho) return undefined;
  const what = { host: story.ruled.host, ordinals: [story.ordinal] };
  const instead: CableRule =
    act === 'delay' ? { act, what, ms: HAND_DELAY_MS } : { act: act === 'deliver' ? 'pass' : act, what };
  const before = parseCableRules(rulesAt(trace, story.fate?.seq ?? trace.length), hostsOf(trace));
  const others = before.filter((rule) => !isAboutOnly(rule, what.host, story.ordinal));
  return serializeCableRules([instead, ...others]);
}

/** Whether a run is of frames on a cable: then what a hand did in it is told by rules, not by a schedule of threads. */
export function hasFrames({ header }: Pick<Trace, 'header'>): boolean {
  return header.actors.some(({ role }) => role === 'cable');
}

interface Decided {
  readonly story: FrameStory;
  readonly rule: CableRule;
  readonly seq: number;
}

interface RunRules {
  readonly decided: readonly Decided[];
  /** Rules of the run that are not single decisions. */
  readonly others: readonly CableRule[];
  /** From here on the hand let everything pass. */
  readonly restSeq: number | undefined;
}

function readRun(trace: Trace): RunRules {
  const stories = frameStories(trace);
  const isByHand = trace.header.mode === 'stepped';
  const rules = parseCableRules(String(trace.header.knobs['rules'] ?? ''), hostsOf(trace));
  if (!isByHand) return { decided: [], others: rules, restSeq: undefined };
  const book = createRuleBook(rules, trace.header.seed);
  const ruled = stories.map((story) => ({ story, rule: book.next(story.ruled).rule }));
  const decided = ruled
    .filter(({ story, rule }) => !story.isEcho && (story.held?.reason === BY_HAND || (rule && isOfHand(rule))))
    .flatMap(({ story }) => (story.fate ? [{ story, rule: ruleOf(story, stories), seq: story.fate.seq }] : []))
    .toSorted((a, b) => a.seq - b.seq);
  const holdsFrames = parseHolds(trace.header.knobs['hold']) !== 'calls';
  const passedBy = ruled.find(({ story, rule }) => !story.held && !rule && story.fate?.act === 'pass');
  return {
    decided,
    others: rules.filter((rule) => !isOfHand(rule)),
    restSeq: holdsFrames ? passedBy?.story.sent.seq : undefined,
  };
}

/** About single frames of one host, counted over all its frames: how decisions are written. */
function isOfHand(rule: CableRule): boolean {
  if (rule.act === 'rate') return false;
  const { host, kind, ordinals, percent } = rule.what;
  return host !== undefined && ordinals !== undefined && kind === undefined && percent === undefined;
}

function isAboutOnly(rule: CableRule, host: string, ordinal: number): boolean {
  return (
    rule.act !== 'rate' &&
    isOfHand(rule) &&
    rule.what.host === host &&
    rule.what.ordinals?.length === 1 &&
    rule.what.ordinals[0] === ordinal
  );
}

/** A frame that was overtaken by one sent later is held until that one has arrived. */
function ruleOf(story: FrameStory, stories: readonly FrameStory[]): CableRule {
  const what = { host: story.ruled.host, ordinals: [story.ordinal] };
  const { fate } = story;
  if (fate?.act === 'delay') return { act: 'delay', what, ms: fate.ms };
  if (fate?.act === 'drop' || fate?.act === 'duplicate') return { act: fate.act, what };
  const overtaking = stories
    .filter((other) => other.sent.seq > story.sent.seq && !other.isEcho)
    .filter((other) => arrives(other) && (other.fate?.seq ?? Infinity) < (fate?.seq ?? 0))
    .toSorted((a, b) => (a.fate?.seq ?? 0) - (b.fate?.seq ?? 0))
    .at(-1);
  if (!overtaking) return { act: 'pass', what };
  return { act: 'hold', what, until: { host: overtaking.ruled.host, ordinals: [overtaking.ordinal] } };
}

function arrives({ fate }: FrameStory): boolean {
  return fate?.act === 'pass' || fate?.act === 'duplicate';
}

/** One rule for all frames of a host with which the same was done: their order in the text does not matter. */
function merged(rules: readonly CableRule[]): readonly CableRule[] {
  const kept = new Map<string, CableRule>();
  for (const rule of rules) {
    if (rule.act === 'rate') continue;
    const key = rule.act === 'hold' ? serializeCableRules([rule]) : [rule.act, rule.what.host, 'ms' in rule && rule.ms];
    const before = kept.get(String(key));
    const ordinals = [
      ...(before && before.act !== 'rate' ? (before.what.ordinals ?? []) : []),
      ...(rule.what.ordinals ?? []),
    ];
    kept.set(String(key), {
      ...rule,
      what: { ...rule.what, ordinals: [...new Set(ordinals)].toSorted((a, b) => a - b) },
    });
  }
  return [...kept.values()];
}

function hostsOf({ header }: Pick<Trace, 'header'>): readonly string[] {
  return [...new Set(header.actors.flatMap(({ host }) => host ?? []))];
}
