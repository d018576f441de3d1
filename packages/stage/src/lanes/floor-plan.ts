// Heights: the main thread on top, half of the threads above the shared values, the others below them.
import type { Actor, Trace } from '@lockstep/trace';

export interface LanePlace {
  readonly actor: Actor;
  /** Digit of the thread; undefined for main and others. */
  readonly number: number | undefined;
  readonly top: number;
  readonly height: number;
  /** On which side of the values it lies. */
  readonly side: 'above' | 'below';
}

export interface ValuePlace {
  readonly name: string;
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
  readonly ribbons: readonly { readonly lock: string; readonly y: number }[];
  readonly values: readonly ValuePlace[];
}

const TOP = 32;
const RIBBON = 30;
/** Below the main lane there is room for a brace over the first thread. */
const MAIN_GAP = 22;

/** Under the last lane: a brace with its words, and the hints of what lies outside the window. */
const FOOT = 56;
const MOST_FOR_A_VALUE = 180;

interface Content {
  readonly values: readonly string[];
  readonly locks: readonly string[];
}

export function floorPlanOf(trace: Trace, { values, locks }: Content, width: number, height: number): FloorPlan {
  const compact = width < 480;
  const actors = trace.header.actors;
  const main = actors.filter((actor) => actor.role === 'main');
  const threads = actors.filter((actor) => actor.role === 'thread');
  const others = actors.filter((actor) => actor.role === 'process');
  const workers = [...threads, ...others];
  const above = workers.slice(0, Math.ceil(workers.length / 2));
  const below = workers.slice(above.length);
  const small = height < 360 || workers.length > 4;
  const laneHeight = small ? 40 : 48;
  const tight = small ? 14 : 26;
  const beforeValues = small ? 16 : 30;
  const afterValues = small ? 18 : 36;
  const fixed =
    TOP +
    10 +
    main.length * (22 + MAIN_GAP) +
    workers.length * (laneHeight + tight) +
    locks.length * RIBBON +
    beforeValues +
    afterValues +
    FOOT -
    tight / 2;
  const zone = Math.max(44, Math.min(MOST_FOR_A_VALUE, (height - fixed) / Math.max(1, values.length)));
  // What a tall box leaves over goes between the lanes.
  const spare = Math.max(0, height - fixed - zone * values.length);
  const gap = tight + Math.min(36, spare / (workers.length + 1));
  const foot = FOOT - gap / 2;
  const lanes: LanePlace[] = [];
  let y = TOP + 10;
  for (const actor of main) {
    lanes.push({ actor, number: undefined, top: y, height: 22, side: 'above' });
    y += 22 + MAIN_GAP;
  }
  const place = (list: readonly Actor[], side: 'above' | 'below') => {
    for (const actor of list) {
      y += gap / 2;
      lanes.push({ actor, number: numberOf(actor, threads), top: y, height: laneHeight, side });
      y += laneHeight + gap / 2;
    }
  };
  place(above, 'above');
  const ribbons = locks.map((lock) => {
    const at = y + RIBBON / 2;
    y += RIBBON;
    return { lock, y: at };
  });
  y += beforeValues;
  const valuePlaces = values.map((name) => {
    const top = y;
    y += zone;
    return { name, top, bottom: y - (values.length > 1 ? 16 : 0) };
  });
  y += afterValues;
  place(below, 'below');
  return {
    compact,
    left: compact ? 56 : 122,
    top: TOP,
    bottom: y + foot,
    lanes,
    ribbons,
    values: valuePlaces,
  };
}

function numberOf(actor: Actor, threads: readonly Actor[]): number | undefined {
  const index = threads.indexOf(actor);
  return index < 0 ? undefined : index + 1;
}
