import { describe, expect, it } from 'vitest';
import { lostUpdate, philosophers, spaceTrace } from '../testing/space-trace.ts';
import { layersOf, nearestState, neighbourState, spacePlanOf } from './layers.ts';
import { type Space, spaceAt } from './space-at.ts';

const whole = (trace: ReturnType<typeof spaceTrace>) => spaceAt(trace, trace.length);

/** How many pairs of links between the same two layers cross. */
function crossings(space: Space, layers: readonly (readonly number[])[]): number {
  const place = new Map(layers.flatMap((layer) => layer.map((state, i) => [state, i] as const)));
  const at = (state: number) => place.get(state) as number;
  return space.links.flatMap((a, i) =>
    space.links
      .slice(i + 1)
      .filter(
        (b) =>
          space.states.get(a.from)?.depth === space.states.get(b.from)?.depth &&
          (at(a.from) - at(b.from)) * (at(a.to) - at(b.to)) < 0,
      ),
  ).length;
}

describe('layers of states', () => {
  it('hold each state once, at its depth', () => {
    const space = whole(spaceTrace(philosophers(3)));
    const layers = layersOf(space);
    expect(layers.flat().toSorted((a, b) => a - b)).toEqual([...space.states.keys()]);
    for (const [depth, layer] of layers.entries())
      expect(layer.every((state) => space.states.get(state)?.depth === depth)).toBe(true);
  });

  it.each([
    ['lost update', lostUpdate(2)],
    ['philosophers', philosophers(3)],
  ])('of the %s cross less often than in the order of finding', (_, program) => {
    const space = whole(spaceTrace(program));
    const found = layersOf({ ...space, links: [] });
    expect(crossings(space, layersOf(space))).toBeLessThan(crossings(space, found));
  });

  it.each([
    [736, 396],
    [374, 252],
    [300, 700],
  ])('fit into %i × %i, no two states at one place', (width, height) => {
    const { places, radius } = spacePlanOf(layersOf(whole(spaceTrace(philosophers(4)))), width, height);
    const keys = new Set([...places.values()].map(({ x, y }) => `${x} ${y}`));
    expect(keys.size).toBe(places.size);
    for (const { x, y } of places.values()) {
      expect(x - radius).toBeGreaterThanOrEqual(0);
      expect(y - radius).toBeGreaterThanOrEqual(0);
      expect(x + radius).toBeLessThanOrEqual(width);
      expect(y + radius).toBeLessThanOrEqual(height);
    }
  });

  it('run along the longer side', () => {
    const layers = layersOf(whole(spaceTrace(lostUpdate(1))));
    expect(spacePlanOf(layers, 700, 300).isAcross).toBe(true);
    expect(spacePlanOf(layers, 300, 700).isAcross).toBe(false);
  });

  it('are walked along the links and within a layer', () => {
    const space = whole(spaceTrace(philosophers(2)));
    const plan = spacePlanOf(layersOf(space), 700, 300);
    const next = neighbourState(space, plan, 0, 'ArrowRight') as number;
    expect(space.links).toContainEqual(expect.objectContaining({ from: 0, to: next }));
    expect(neighbourState(space, plan, next, 'ArrowLeft')).toBe(0);
    const [upper, lower] = plan.layers[1] as [number, number];
    expect(neighbourState(space, plan, upper, 'ArrowDown')).toBe(lower);
    expect(neighbourState(space, plan, upper, 'ArrowUp')).toBeUndefined();
  });

  it('give the state near a point, and none far from all', () => {
    const plan = spacePlanOf(layersOf(whole(spaceTrace(philosophers(2)))), 700, 300);
    const start = plan.places.get(0) as { x: number; y: number };
    expect(nearestState(plan, start.x + 9, start.y, () => true)).toBe(0);
    expect(nearestState(plan, start.x + 9, start.y, () => false)).toBeUndefined();
    expect(nearestState(plan, 700, 0, () => true)).toBeUndefined();
  });
});
