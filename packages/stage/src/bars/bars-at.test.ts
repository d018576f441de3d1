import { stateAt } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { barsTrace } from '../testing/bars-trace.ts';
import { barAxis, printedMeasure, printedRatio } from './bar-axis.ts';
import { groupsOf } from './bar-groups.ts';
import { barPath } from './bar-path.ts';
import { barPlanOf } from './bar-plan.ts';
import { barsModel } from './bars-at.ts';

const trace = barsTrace();
const at = (cursor: number) => stateAt(barsModel, trace, cursor);

describe('what has been measured', () => {
  it('grows with each progress and ends with the end', () => {
    expect(at(1).get('cpu/one')).toMatchObject({ value: 0, work: { done: 0, of: 10, isFinished: false } });
    expect(at(5).get('cpu/one')).toMatchObject({ value: 300_000, work: { done: 3, parts: [1e5, 2e5, 3e5] } });
    expect(at(12).get('cpu/one')).toMatchObject({ value: 1e6, work: { done: 10, isFinished: true } });
  });

  it('begins to work only when somebody does: what lies before is the start', () => {
    expect(at(13).get('cpu/threads')?.work?.begunUs).toBeUndefined();
    expect(at(trace.length).get('cpu/threads')?.work).toMatchObject({ begunUs: 60_000, parts: [260_000] });
  });

  it('stands in groups of one kind and one unit, named after the actors where each has one bar', () => {
    expect(groupsOf(trace, trace.length, (actor) => actor.toUpperCase())).toEqual([
      {
        id: 'cpu µs',
        title: 'cpu',
        bars: [
          { id: 'cpu/one', label: 'ONE' },
          { id: 'cpu/threads', label: 'THREADS' },
        ],
      },
      {
        id: 'memory kB',
        title: 'memory',
        bars: [
          { id: 'memory/one', label: 'ONE' },
          { id: 'memory/threads', label: 'THREADS' },
        ],
      },
    ]);
  });
});

describe('the axis', () => {
  it('ends at a round value that the largest bar nearly fills', () => {
    const axis = barAxis(1_130_000, 'µs', 600);
    expect(axis.toX(1_200_000)).toBe(600);
    expect(axis.ticks[0]).toEqual({ x: 0, label: '0' });
    expect(axis.ticks.map(({ label }) => label)).toContain('1 s');
  });

  it('prints times and memory in the unit that suits them', () => {
    expect([printedMeasure(640, 'µs'), printedMeasure(64, 'ms'), printedMeasure(0.25, 'ms')]).toEqual([
      '640 µs',
      '64 ms',
      '250 µs',
    ]);
    expect([printedMeasure(812, 'kB'), printedMeasure(28_400, 'kB'), printedMeasure(4, 'threads')]).toEqual([
      '812 kB',
      '28 MB',
      '4 threads',
    ]);
    expect([printedRatio(1), printedRatio(0.517), printedRatio(0.002), printedRatio(1432)]).toEqual([
      '1 ×',
      '0.52 ×',
      '< 0.01 ×',
      '1 400 ×',
    ]);
  });
});

it('an open bar ends in teeth at the same place as a closed one', () => {
  expect(barPath(0, 100, 0, 12, false)).toBe('M0 0H100v12H0z');
  expect(barPath(0, 100, 0, 12, true)).toBe('M0 0H93L100 3L93 6L100 9L93 12H0z');
});

it('a plan keeps its rows apart and within the box, and asks for more only when there is no room', () => {
  const groups = groupsOf(trace, trace.length, (actor) => actor);
  for (const width of [320, 736, 1200]) {
    const plan = barPlanOf(groups, width, 420);
    const rows = plan.groups.flatMap((group) => group.rows);
    expect(plan.height).toBe(420);
    for (const [index, row] of rows.entries())
      expect(row.top).toBeGreaterThanOrEqual((rows[index - 1]?.top ?? 0) + (rows[index - 1]?.height ?? 0));
    expect(plan.barsX + plan.barsWidth).toBeLessThanOrEqual(width);
  }
  expect(barPlanOf(groups, 736, 60).height).toBeGreaterThan(60);
});
