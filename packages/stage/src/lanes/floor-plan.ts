// Heights: main on top, half of the threads above what they share, the others below it. Lanes are as high as the box
// allows with all tracks in it; tracks that find no room are left out, and the stage says which.
import { type Actor, threadNumber } from '@lockstep/trace';
import type { TrackKind } from './touch-of.ts';
import type { Track } from './tracks.ts';

export interface LanePlace {
  readonly actor: Actor;
  /** Character of the thread, as on the keyboard; undefined where it is only the one that waits for the others. */
  readonly number: string | undefined;
  readonly top: number;
  readonly height: number;
  /** On which side of the tracks it lies. */
  readonly side: 'above' | 'below';
}

export interface TrackPlace {
  readonly track: Track;
  readonly top: number;
  readonly bottom: number;
}

export interface FloorPlan {
  readonly compact: boolean;
  /** Left edge of the columns. */
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
  readonly lanes: readonly LanePlace[];
  readonly tracks: readonly TrackPlace[];
  /** Keys of the tracks that found no room. */
  readonly hidden: readonly Track[];
}

interface Size {
  readonly lane: number;
  readonly gap: number;
  readonly before: number;
  readonly after: number;
  /** Under the last lane: a brace with its words, and the hints of what lies outside the window. */
  readonly foot: number;
  readonly ribbon: number;
  readonly level: number;
  readonly value: number;
  /** The lane of a main that only waits, and below it room for a brace over the first thread. */
  readonly main: number;
}

const SIZES: readonly Size[] = [
  { lane: 48, gap: 26, before: 30, after: 36, foot: 56, ribbon: 30, level: 52, value: 60, main: 44 },
  { lane: 40, gap: 14, before: 16, after: 18, foot: 56, ribbon: 30, level: 44, value: 44, main: 44 },
  { lane: 32, gap: 8, before: 8, after: 12, foot: 26, ribbon: 26, level: 36, value: 44, main: 30 },
  { lane: 22, gap: 4, before: 6, after: 8, foot: 22, ribbon: 24, level: 32, value: 40, main: 24 },
  { lane: 17, gap: 3, before: 4, after: 6, foot: 20, ribbon: 22, level: 30, value: 36, main: 22 },
  { lane: 13, gap: 2, before: 4, after: 4, foot: 16, ribbon: 20, level: 28, value: 36, main: 18 },
];

/** Boxes of a phone: no names, only characters. */
const COMPACT = 480;
const LEFT = 122;
const MOST_LEFT = 170;
const BESIDE_NAME = 48;
const TOP = 32;
const HEAD = TOP + 10;
/** Lanes are made so low to keep tracks, and no lower: only many lanes make them lower still. */
const LOW = 4;
/** The size of lanes that some tracks are left out of. */
const HIDING = 3;
const MOST: Readonly<Record<'ribbon' | 'level' | 'value', number>> = { ribbon: 34, level: 76, value: 180 };

/** Thin ones first; what the threads work on lies lowest. */
const RANK = { ribbon: 0, level: 1, value: 2 } as const;

/** Paper between the last ribbon and what is higher. */
const UNDER_RIBBONS = 10;
/** Paper under a track, where another follows. */
const AFTER = { ribbon: 0, level: 8, value: 16 } as const;

interface Asked {
  readonly actors: readonly Actor[];
  readonly tracks: readonly Track[];
  readonly width: number;
  readonly height: number;
  /** Width of the longest name of a lane. */
  readonly nameWidth: number;
  /** Keys of the tracks that the learner wants; undefined: as many as find room. */
  readonly chosen?: ReadonlySet<string> | undefined;
}

export function floorPlanOf({ actors, tracks, width, height, nameWidth, chosen }: Asked): FloorPlan {
  const workers = actors.filter(isWorker);
  const mains = actors.filter((actor) => actor.role === 'main');
  const ordered = tracks.toSorted((a, b) => RANK[shapeOf(a.kind)] - RANK[shapeOf(b.kind)]);
  const wanted = chosen ? ordered.filter((track) => chosen.has(track.key)) : ordered;
  const isMixed = new Set(wanted.map(({ kind }) => shapeOf(kind) === 'ribbon')).size > 1;
  const fixedOf = (size: Size) =>
    HEAD +
    mains.length * size.main +
    workers.length * (size.lane + size.gap) +
    size.before +
    size.after +
    size.foot -
    size.gap / 2 +
    (isMixed ? UNDER_RIBBONS : 0);
  const leastOf = (size: Size) => wanted.reduce((sum, track) => sum + size[shapeOf(track.kind)], fixedOf(size));
  const fitting = SIZES.find((size, index) => index <= LOW && leastOf(size) <= height);
  const size = (fitting ??
    SIZES.find((one, index) => index >= HIDING && fixedOf(one) + one.value <= height) ??
    SIZES.at(-1)) as Size;
  const shown = fitting || chosen ? wanted : fittingIn(wanted, size, height - fixedOf(size));
  const least = shown.reduce((sum, track) => sum + size[shapeOf(track.kind)], fixedOf(size));

  // What a tall box leaves over goes to the tracks that can use it, then between the lanes.
  let spare = Math.max(0, height - least);
  const heights = new Map<string, number>();
  const growing = shown.filter((track) => shapeOf(track.kind) !== 'ribbon');
  for (const track of shown) {
    const shape = shapeOf(track.kind);
    const share = shape === 'ribbon' ? 0 : Math.min(MOST[shape] - size[shape], spare / growing.length);
    heights.set(track.key, size[shape] + Math.max(0, share));
  }
  spare -= [...heights].reduce((sum, [, own]) => sum + own, 0) - (least - fixedOf(size));
  const gap = size.gap + Math.min(36, Math.max(0, spare) / (workers.length + 1));

  const lanes: LanePlace[] = [];
  let y = HEAD;
  const mainHeight = Math.min(22, size.lane);
  for (const actor of mains) {
    lanes.push({ actor, number: undefined, top: y, height: mainHeight, side: 'above' });
    y += size.main;
  }
  const place = (list: readonly Actor[], side: 'above' | 'below') => {
    for (const actor of list) {
      y += gap / 2;
      lanes.push({ actor, number: characterOf(actor, workers), top: y, height: size.lane, side });
      y += size.lane + gap / 2;
    }
  };
  const middle = Math.ceil(workers.length / 2);
  place(workers.slice(0, middle), 'above');
  y += size.before;
  const places = shown.map((track, index): TrackPlace => {
    const before = shown[index - 1];
    if (before && shapeOf(before.kind) === 'ribbon' && shapeOf(track.kind) !== 'ribbon') y += UNDER_RIBBONS;
    const top = y;
    y += heights.get(track.key) as number;
    const isLast = index === shown.length - 1;
    return { track, top, bottom: y - (isLast ? 0 : AFTER[shapeOf(track.kind)]) };
  });
  y += size.after;
  place(workers.slice(middle), 'below');
  return {
    compact: width < COMPACT,
    left: width < COMPACT ? 56 : Math.round(Math.max(LEFT, Math.min(MOST_LEFT, nameWidth + BESIDE_NAME))),
    top: TOP,
    bottom: y + size.foot - gap / 2,
    lanes,
    tracks: places,
    hidden: tracks.filter((track) => !shown.includes(track)),
  };
}

/** How a track is drawn. */
export function shapeOf(kind: TrackKind): 'ribbon' | 'level' | 'value' {
  if (kind === 'value') return 'value';
  return kind === 'lock' || kind === 'gil' || kind === 'event' ? 'ribbon' : 'level';
}

/** Whoever does operations of the program. */
function isWorker({ role }: Actor): boolean {
  return role === 'thread' || role === 'process';
}

function fittingIn(tracks: readonly Track[], size: Size, room: number): readonly Track[] {
  let left = room;
  return tracks.filter((track, index) => {
    left -= size[shapeOf(track.kind)];
    return left >= 0 || index === 0;
  });
}

function characterOf(actor: Actor, workers: readonly Actor[]): string {
  return (threadNumber(actor.id) ?? workers.indexOf(actor) + 1).toString(36);
}
