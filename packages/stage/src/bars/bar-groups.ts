// Which bars stand together. A lab that knows what will be measured says so, and then nothing moves while it is; without
// that, `cpu/threads` stands in a group `cpu` with whatever else begins so.
import { foldOf, type Trace } from '@lockstep/trace';
import type { ColourNumber } from '../actor-colour.ts';
import { type Bar, barsModel } from './bars-at.ts';

/** Bars that are compared with each other: the first one is what the others are measured by. */
export interface BarGroup {
  readonly id: string;
  readonly title: string;
  readonly bars: readonly BarPlace[];
  /** Title of the column that says how many times another bar it is; empty: nothing is compared. */
  readonly ratio?: string | undefined;
}

export interface BarPlace {
  /** `work` or `what` of its events. */
  readonly id: string;
  readonly label: string;
  /** The bar with which it is compared. Default: the first of its group. */
  readonly basis?: string | undefined;
  /** One more thing to know of it, in few words. */
  readonly note?: string | undefined;
  /** Default: the colour of the actor that tells of it. */
  readonly colour?: ColourNumber | undefined;
}

/** The groups that a trace tells of, in the order in which it does. */
export function groupsOf(trace: Trace, length: number, name: (actor: string) => string): readonly BarGroup[] {
  const groups = new Map<string, Bar[]>();
  for (const bar of foldOf(barsModel, trace).at(length).values()) {
    const key = `${titleOf(bar)} ${bar.unit}`;
    groups.set(key, [...(groups.get(key) ?? []), bar]);
  }
  return [...groups].map(([id, bars]) => {
    const isOneEach = new Set(bars.map((bar) => bar.actor)).size === bars.length;
    return {
      id,
      title: titleOf(bars[0] as Bar),
      bars: bars.map((bar) => ({ id: bar.id, label: isOneEach ? name(bar.actor) : wayOf(bar) })),
    };
  });
}

function titleOf({ id }: Bar): string {
  const slash = id.indexOf('/');
  return slash < 0 ? '' : id.slice(0, slash);
}

function wayOf({ id }: Bar): string {
  return id.slice(id.indexOf('/') + 1);
}
