import { type Knob, outcomeOf, sentenceOf } from '@lockstep/lab';
import type { Header } from '@lockstep/trace';
import type { PlayerState } from '../player/player-state.ts';
import { useSettings } from '../settings/settings.ts';
import { StripSign } from '../transport/strip-marks.tsx';
import { compareWords } from '../words/compare-words.ts';
import { playerWords } from '../words/player-words.ts';
import { useSay, useWords } from '../words/use-words.ts';
import type { Pair } from './create-pair.ts';
import type { PairDifference } from './use-pair.ts';

interface DifferencesProps {
  readonly pair: Pair;
  readonly difference: PairDifference | undefined;
}

/** In sentences: other labs, other knobs, the first step that differs, other outcomes. */
export function Differences({ pair, difference }: DifferencesProps) {
  const words = useWords(compareWords);
  const say = useSay();
  const [left, right] = [pair.players.left.store.getState(), pair.players.right.store.getState()];
  const isSameLab = left.lab.id === right.lab.id;
  const [one, other] = [outcome(left, say), outcome(right, say)];
  return (
    <div className="compare-words" role="status">
      {isSameLab ? undefined : <p>{words.otherLab(say(left.lab.title), say(right.lab.title))}</p>}
      {isSameLab ? <Knobs left={left} right={right} /> : undefined}
      {difference ? <FirstDifference left={left} right={right} difference={difference} /> : undefined}
      {one !== undefined && other !== undefined ? (
        <p>{one === other ? words.sameOutcome(one) : words.otherOutcome(one, other)}</p>
      ) : undefined}
    </div>
  );
}

interface BothProps {
  readonly left: PlayerState;
  readonly right: PlayerState;
}

function Knobs({ left, right }: BothProps) {
  const words = useWords(compareWords);
  const { knobs: onOff } = useWords(playerWords);
  const say = useSay();
  const [one, other] = [left.trace?.header, right.trace?.header];
  if (!one || !other) return undefined;
  const changed = left.lab.knobs.filter(
    ({ id, modes }) =>
      one.knobs[id] !== other.knobs[id] &&
      (modes === undefined || modes.includes(one.mode) || modes.includes(other.mode)),
  );
  if (changed.length === 0) return undefined;
  const textOf = (knob: Knob, { knobs }: Header): string => {
    const value = knobs[knob.id];
    if (typeof value === 'boolean') return value ? onOff.on : onOff.off;
    if (value === undefined || value === '') return words.nothing;
    const choice = knob.kind === 'choice' ? knob.choices.find((one) => one.value === value) : undefined;
    return choice ? say(choice.label) : String(value);
  };
  return (
    <p>
      {words.otherKnobs(changed.map((knob) => words.knob(say(knob.label), textOf(knob, one), textOf(knob, other))))}
    </p>
  );
}

function FirstDifference({ left, right, difference }: BothProps & { readonly difference: PairDifference }) {
  const words = useWords(compareWords);
  const language = useSettings((settings) => settings.language);
  const { from, at } = difference;
  if (!at) return <p>{words.same(left.length - from.left)}</p>;
  const sentence = ({ lab, trace, length }: PlayerState, seq: number): string =>
    trace && seq < length ? sentenceOf(trace.event(seq), { lab, trace, language }) : words.isOver;
  const isFromStart = from.left === 0 && from.right === 0;
  return (
    <p>
      <StripSign sign="difference" /> {isFromStart ? words.sameUntil(at.left) : words.sameFor(at.left - from.left)}{' '}
      <b>{words.sides.left}</b>
      {words.colon}
      {sentence(left, at.left)} <b>{words.sides.right}</b>
      {words.colon}
      {sentence(right, at.right)}
    </p>
  );
}

function outcome({ lab, trace }: PlayerState, say: ReturnType<typeof useSay>): string | undefined {
  const found = trace && outcomeOf(lab, trace);
  return found && say(found.value);
}
