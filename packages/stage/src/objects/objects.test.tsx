// @vitest-environment jsdom
import { foldOf } from '@lockstep/trace';
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { objectsTrace } from '../testing/objects-trace.ts';
import { objectGraph, unreachableIn } from './object-graph.ts';
import { Objects, type ObjectsProps } from './objects.tsx';

afterEach(cleanup);

const trace = objectsTrace();
const freed = 7;
const cyclic = 11;
const orphaned = 13;

function draw(cursor: number, more: Partial<ObjectsProps> = {}) {
  const props: ObjectsProps = {
    trace,
    length: trace.length,
    cursor,
    language: 'en',
    name: (actor) => `thread ${actor.slice(1)}`,
    sources: new Set(['program', 'derived']),
    width: 736,
    height: 420,
    ...more,
  };
  return render(<Objects {...props} />).container;
}
const texts = (box: Element, selector: string) => [...box.querySelectorAll(selector)].map((one) => one.textContent);
const graphAt = (cursor: number) => foldOf(objectGraph, trace).at(cursor);

describe('the objects of a run', () => {
  it('know at each step who refers to them', () => {
    expect(graphAt(3).objects).toMatchObject([{ id: 'a', count: 3, holders: ['a', 'b', 'shelf[0]'] }]);
    expect(graphAt(freed).objects).toMatchObject([{ count: 0, holders: [], freed: { by: 'counting', actor: 't1' } }]);
    expect(graphAt(cyclic).objects.slice(1)).toMatchObject([
      { id: 'left', holders: ['left', 'right.other'] },
      { id: 'right', holders: ['right', 'left.other'] },
    ]);
  });

  it('cannot be reached when only they themselves refer to each other', () => {
    expect([...unreachableIn(graphAt(orphaned - 1))]).toEqual([]);
    expect([...unreachableIn(graphAt(orphaned))]).toEqual(['left', 'right']);
    expect([...unreachableIn(graphAt(trace.length))]).toEqual([]);
  });

  it('that are freed refer to nobody any more', () => {
    const [, left, right] = graphAt(orphaned + 2).objects;
    expect(left?.freed).toMatchObject({ by: 'collector', actor: 't2' });
    expect(right?.holders).toEqual([]);
  });

  it('count the runs of the collector by generation', () => {
    expect(graphAt(trace.length).collections).toMatchObject({
      ofGeneration: [1, 0, 0],
      last: { actor: 't2', collected: 588 },
    });
  });
});

describe('the objects stage', () => {
  it('draws counts, names and attributes; what no longer refers stays, pale', () => {
    expect(texts(draw(3), '.ls-object-count')).toEqual(['3']);
    const box = draw(cyclic);
    expect(texts(box, '.ls-object-count')).toEqual(['0', '2', '2']);
    expect(texts(box, '.ls-reference[data-gone]')).toEqual(['a', 'b', 'shelf[0]']);
    expect(texts(box, '.ls-reference:not([data-gone])')).toEqual(['left', 'right', 'other', 'other']);
  });

  it('says who freed what and where', () => {
    const box = draw(trace.length);
    expect(texts(box, '.ls-object-end')).toEqual([
      'freed by counting',
      'freed by the collector',
      'freed by the collector',
    ]);
    expect(box.textContent).toContain('thread 2, step 15');
    expect(box.textContent).toContain('Last in thread 2, step 14: 588 unreachable found');
    expect(draw(trace.length, { language: 'zh' }).textContent).toContain('由回收器释放');
  });

  it('marks what cannot be reached, unless derived facts are hidden', () => {
    expect(draw(orphaned).textContent).toContain('no name leads here');
    expect(draw(orphaned, { sources: new Set(['program']) }).textContent).not.toContain('no name leads here');
  });

  it('marks the reference that changes at the present step, and nothing else', () => {
    const box = draw(4);
    expect(texts(box, '.ls-reference[data-now]')).toEqual(['b']);
    expect(box.querySelectorAll('.ls-object[data-now]')).toHaveLength(1);
    expect(texts(draw(freed), '.ls-reference[data-now]')).toEqual([]);
    expect(draw(0).querySelectorAll('[data-now]')).toHaveLength(0);
  });

  it('is said in words for whoever does not see it', () => {
    expect(draw(3).querySelector('svg')?.getAttribute('aria-label')).toBe(
      'Objects and who refers to them: 1 created, 0 freed: a 3',
    );
  });

  it('fits a phone and a projector', () => {
    for (const [width, height] of [
      [320, 360],
      [1600, 900],
    ] as const)
      for (let cursor = 0; cursor <= trace.length; cursor++)
        expect(draw(cursor, { width, height }).innerHTML).not.toMatch(/NaN|undefined|Infinity/);
  });
});
