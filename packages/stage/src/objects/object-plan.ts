// Places that do not move while the run goes on: one column an object, its names above it, what other objects refer by
// as arrows between the boxes.
import type { Trace } from '@lockstep/trace';
import { ownerOf } from './object-graph.ts';

export interface ObjectColumn {
  readonly id: string;
  /** Middle of its box. */
  readonly x: number;
  /** Names and places in lists that refer to it at some time, in the order in which they do. */
  readonly names: readonly string[];
}

export interface ObjectPlan {
  readonly columns: readonly ObjectColumn[];
  readonly columnWidth: number;
  readonly boxWidth: number;
  readonly namesTop: number;
  readonly namePitch: number;
  readonly boxTop: number;
  readonly boxHeight: number;
  readonly stripTop: number;
  readonly isNarrow: boolean;
}

const NARROW_BELOW = 480;
const WIDEST_COLUMN = 250;
const WIDEST_BOX = 132;
const STRIP = 58;

export function objectPlanOf(trace: Trace, length: number, width: number, height: number): ObjectPlan {
  const names = namesOf(trace, length);
  const isNarrow = width < NARROW_BELOW;
  const side = isNarrow ? 10 : 24;
  const columnWidth = Math.min(WIDEST_COLUMN, (width - 2 * side) / Math.max(1, names.size));
  const left = (width - columnWidth * names.size) / 2;
  const most = Math.max(1, ...[...names.values()].map((list) => list.length));
  const boxHeight = 78;
  const stripTop = height - STRIP;
  // What a tall box leaves over goes between the names and above them.
  const spare = Math.max(0, stripTop - (30 + most * 28 + 26 + boxHeight + 54));
  const namePitch = 28 + Math.min(12, spare / (4 * most));
  const namesTop = 30 + Math.min(60, spare / 4);
  return {
    columns: [...names].map(([id, list], index) => ({ id, x: left + columnWidth * (index + 0.5), names: list })),
    columnWidth,
    boxWidth: Math.min(WIDEST_BOX, columnWidth * (isNarrow ? 0.72 : 0.58)),
    namesTop,
    namePitch,
    boxTop: namesTop + most * namePitch + 26 + Math.min(30, spare / 8),
    boxHeight,
    stripTop,
    isNarrow,
  };
}

function namesOf(trace: Trace, length: number): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (let seq = 0; seq < length; seq++) {
    const event = trace.event(seq);
    if (event.kind === 'object.created') names.set(event.object, [event.object]);
    if (event.kind !== 'reference.changed' || ownerOf(event.by) !== undefined) continue;
    const list = names.get(event.object);
    if (list && !list.includes(event.by)) list.push(event.by);
  }
  return names;
}
