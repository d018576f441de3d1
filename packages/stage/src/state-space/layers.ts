// A place for each state: a layer a depth, and in a layer an order with few crossings, by barycentres (Sugiyama, Tagawa,
// Toda, "Methods for Visual Understanding of Hierarchical System Structures", 1981) and then by changing neighbours for
// each other. It needs no dummy nodes: nearly all links of a program lead one layer down.
import type { Space } from './space-at.ts';

export interface SpacePlan {
  readonly places: ReadonlyMap<number, { readonly x: number; readonly y: number }>;
  /** States of each depth, in order. */
  readonly layers: readonly (readonly number[])[];
  /** Layers run from left to right; false: from top to bottom. */
  readonly isAcross: boolean;
  /** Radius of a state. */
  readonly radius: number;
}

const SWEEPS = 6;
const PASSES = 12;
const WIDEST_GAP = 80;
const PAD = 20;

export function layersOf({ states, links }: Space): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (const { state, depth } of states.values()) (found[depth] ??= []).push(state);
  const before = new Map<number, number[]>();
  const after = new Map<number, number[]>();
  for (const { from, to } of links) {
    after.set(from, [...(after.get(from) ?? []), to]);
    before.set(to, [...(before.get(to) ?? []), from]);
  }
  let order = Array.from(found, (layer) => layer ?? []);
  let best = switched(order, before, after);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    order = swept(order, before);
    order = swept(order.toReversed(), after).toReversed();
    const better = switched(order, before, after);
    if (crossingsOf(better, after) < crossingsOf(best, after)) best = better;
  }
  return best;
}

type Neighbours = ReadonlyMap<number, readonly number[]>;

/** Changes neighbours in a layer for each other, as long as that takes crossings away. */
function switched(layers: readonly (readonly number[])[], before: Neighbours, after: Neighbours): number[][] {
  const order = layers.map((layer) => [...layer]);
  const at = new Map(order.flatMap((layer) => layer.map((state, i) => [state, i] as const)));
  const over = (a: number, b: number) =>
    [before, after].reduce((sum, all) => sum + inverted(all.get(a), all.get(b), at), 0);
  let hasChanged = true;
  for (let pass = 0; hasChanged && pass < PASSES; pass++) {
    hasChanged = false;
    for (const layer of order)
      for (let i = 1; i < layer.length; i++) {
        const [a, b] = [layer[i - 1] as number, layer[i] as number];
        if (over(a, b) <= over(b, a)) continue;
        [layer[i - 1], layer[i]] = [b, a];
        at.set(a, i).set(b, i - 1);
        hasChanged = true;
      }
  }
  return order;
}

/** How often the links of two states cross, the first of them lying before the second. */
function inverted(
  first: readonly number[] = [],
  second: readonly number[] = [],
  at: ReadonlyMap<number, number>,
): number {
  let count = 0;
  for (const a of first) for (const b of second) if ((at.get(a) ?? 0) > (at.get(b) ?? 0)) count++;
  return count;
}

function crossingsOf(layers: readonly (readonly number[])[], after: Neighbours): number {
  const at = new Map(layers.flatMap((layer) => layer.map((state, i) => [state, i] as const)));
  let count = 0;
  for (const layer of layers)
    for (const [i, a] of layer.entries())
      for (const b of layer.slice(i + 1)) count += inverted(after.get(a), after.get(b), at);
  return count;
}

/** Each layer sorted by where its neighbours in the layers before it lie. */
function swept(layers: readonly (readonly number[])[], neighbours: Neighbours): number[][] {
  const at = new Map<number, number>();
  return layers.map((layer) => {
    const centre = new Map(
      layer.map((state, i) => {
        const known = (neighbours.get(state) ?? []).flatMap((one) => at.get(one) ?? []);
        const mean = known.reduce((a, b) => a + b, 0) / known.length;
        return [state, known.length > 0 ? mean : placeIn(i, layer.length)] as const;
      }),
    );
    const sorted = [...layer].sort((a, b) => (centre.get(a) as number) - (centre.get(b) as number));
    for (const [i, state] of sorted.entries()) at.set(state, placeIn(i, sorted.length));
    return sorted;
  });
}

/** Layers are centred: their middles lie above one another. */
function placeIn(index: number, count: number): number {
  return index - (count - 1) / 2;
}

export function spacePlanOf(layers: readonly (readonly number[])[], width: number, height: number): SpacePlan {
  const most = Math.max(1, ...layers.map((layer) => layer.length));
  const gapOf = (along: number, across: number) =>
    Math.min((along - 2 * PAD) / Math.max(1, layers.length - 1), (across - 2 * PAD) / Math.max(1, most - 1));
  const isAcross = gapOf(width, height) > gapOf(height, width);
  const [along, across] = isAcross ? [width, height] : [height, width];
  const step = Math.min(WIDEST_GAP * 1.5, (along - 2 * PAD) / Math.max(1, layers.length - 1));
  const first = (along - step * (layers.length - 1)) / 2;
  const places = new Map<number, { x: number; y: number }>();
  for (const [depth, layer] of layers.entries()) {
    const gap = Math.min(WIDEST_GAP, (across - 2 * PAD) / Math.max(1, layer.length - 1));
    for (const [i, state] of layer.entries()) {
      const [a, b] = [round(first + depth * step), round(across / 2 + placeIn(i, layer.length) * gap)];
      places.set(state, isAcross ? { x: a, y: b } : { x: b, y: a });
    }
  }
  return { places, layers, isAcross, radius: Math.max(2.2, Math.min(9, 0.24 * Math.min(gapOf(along, across), step))) };
}

/** The state that lies nearest to a point, within reach. */
export function nearestState({ places }: SpacePlan, x: number, y: number, shown: (state: number) => boolean) {
  let nearest: number | undefined;
  let least = 22;
  for (const [state, place] of places) {
    const distance = Math.hypot(place.x - x, place.y - y);
    if (distance >= least || !shown(state)) continue;
    least = distance;
    nearest = state;
  }
  return nearest;
}

/** Where an arrow key leads: along the links from layer to layer, or to the neighbour in the layer. */
export function neighbourState(space: Space, plan: SpacePlan, from: number, key: string): number | undefined {
  const [back, on, less, more] = plan.isAcross
    ? ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
    : ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
  const here = plan.places.get(from);
  const nearest = (states: readonly number[]) =>
    states
      .filter((state) => space.states.has(state))
      .map((state) => ({ state, place: plan.places.get(state) }))
      .sort((a, b) => away(a.place, here) - away(b.place, here))[0]?.state;
  if (key === on) return nearest((space.out.get(from) ?? []).map((link) => link.to));
  if (key === back) return nearest(space.links.filter((link) => link.to === from).map((link) => link.from));
  if (key !== less && key !== more) return undefined;
  const layer = (plan.layers.find((one) => one.includes(from)) ?? []).filter((state) => space.states.has(state));
  return layer[layer.indexOf(from) + (key === more ? 1 : -1)];
}

function away(a: { x: number; y: number } | undefined, b: { x: number; y: number } | undefined): number {
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
