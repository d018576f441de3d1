// The figure in words, for those who do not see it: where each thread stands, and each shared object that is drawn.
import type { Language } from '../text.ts';
import type { FloorPlan } from './floor-plan.ts';
import type { LaneStates } from './lane-states.ts';
import { reasonsOf } from './reason.ts';
import { changesBefore, levelAt, type Track } from './tracks.ts';
import { openAt } from './within.ts';
import { laneWords, trackWord } from './words.ts';

interface FigureOf {
  readonly plan: FloorPlan;
  readonly lanes: ReadonlyMap<string, LaneStates>;
  readonly cursor: number;
  readonly language: Language;
  readonly name: (actor: string) => string;
  readonly mark: (actor: string) => string;
}

export function figureLabel({ plan, lanes, cursor, language, name, mark }: FigureOf): string {
  const words = laneWords[language];
  const naming = { language, name, mark };
  const standing = (states: LaneStates | undefined): string => {
    if (!states || states.from >= cursor) return words.notStarted;
    if (states.end && states.end.seq < cursor) return states.end.how === 'killed' ? words.killed : words.finished;
    const open = openAt(states.stretches, cursor);
    if (open) return reasonsOf(open, naming)[0] as string;
    return openAt(states.running, cursor) ? words.running : words.ready;
  };
  const threads = plan.lanes.map(({ actor }) => words.item(name(actor.id), standing(lanes.get(actor.id))));
  const objects = plan.tracks
    .filter(({ track }) => track.kind !== 'value')
    .map(({ track }) => words.item(track.name, stateOf(track, cursor, language, name)));
  return [words.figure(cursor), ...threads, ...objects].join(words.between);
}

function stateOf(track: Track, cursor: number, language: Language, name: (actor: string) => string): string {
  const level = levelAt(track, cursor);
  const holder =
    (track.kind === 'lock' || track.kind === 'gil') && level > 0
      ? track.changes.slice(0, changesBefore(track.changes, cursor)).findLast(({ way }) => way === 'take')
      : undefined;
  return holder ? laneWords[language].heldBy(name(holder.actor)) : trackWord(track, level, language);
}
