import { describe, expect, it } from 'vitest';
import { gilTrace } from '../testing/gil-trace.ts';
import { cursorAt, sectionAt, shareOf } from './section-at.ts';
import { type Section, sectionsOf } from './sections-of.ts';
import { timeWindowOf } from './time-window.ts';

const trace = gilTrace({ switches: 4 });
const [section] = sectionsOf(trace, trace.length) as [Section];

describe('a section', () => {
  it('has a row for each thread that wanted the lock, and begins and ends with what happened to it', () => {
    expect(section.rows.map(({ actor }) => actor)).toEqual(['t1', 't2']);
    expect(section.fromUs).toBe(1000);
    expect(section.toUs - section.fromUs).toBe(4 * 5020 + 2500);
  });

  it('gives a lock that is dropped to nobody until it is taken', () => {
    const [first, second] = section.rows;
    expect(first?.held[0]).toMatchObject({ fromUs: 1000, toUs: 6010 });
    expect(second?.held[0]).toMatchObject({ fromUs: 6020 });
    expect(second?.waits[0]).toMatchObject({ fromUs: 1000, toUs: 6020 });
    expect(second?.asks[0]).toMatchObject({ atUs: 6000 });
  });

  it('lets a thread that was made to drop the lock wait for it from then on, once', () => {
    const first = section.rows[0];
    expect(first?.waits[0]).toMatchObject({ fromUs: 1000, toUs: 1000 });
    expect(first?.waits[1]).toMatchObject({ fromUs: 6010, toUs: first?.held[1]?.fromUs });
    expect(first?.waits).toHaveLength(first?.held.length ?? 0);
  });

  it('counts switches and shares up to the cursor only', () => {
    const afterOneTurn = section.rows[1]?.held[0]?.from ?? 0;
    expect(sectionAt(trace, section, afterOneTurn)).toMatchObject({ switches: 0, isOver: false });
    const at = sectionAt(trace, section, afterOneTurn + 1);
    expect(at.switches).toBe(1);
    const shares = section.rows.map((row) => shareOf(row, section, at));
    expect(shares[0]).toBeCloseTo(5010 / 5020, 6);
    expect(shares[1]).toBe(0);
  });

  it('finds the cursor of a moment', () => {
    expect(trace.atUs(cursorAt(trace, section, 6000) - 1)).toBe(6000);
    expect(cursorAt(trace, section, 0)).toBe(section.from + 1);
  });
});

it('each work begins a section of its own', () => {
  const twice = gilTrace({ switches: 2, works: ['simulated lock', 'CPython 3.11.7'] });
  const sections = sectionsOf(twice, twice.length);
  expect(sections.map(({ work }) => work)).toEqual(['simulated lock', 'CPython 3.11.7']);
  expect(sections[0]?.toUs).toBeLessThan(sections[1]?.fromUs ?? 0);
  expect(sections.map(({ measured }) => measured?.perSecond)).toEqual([196.4, 196.4]);
});

describe('the window', () => {
  it('is the whole section while the slices stay wide enough', () => {
    expect(timeWindowOf(section, section.fromUs, 400)).toMatchObject({ isWhole: true, fromUs: section.fromUs });
  });

  it('goes with the present where they would not, and never beyond an end', () => {
    const long = gilTrace({ switches: 300 });
    const [many] = sectionsOf(long, long.length) as [Section];
    const middle = (many.fromUs + many.toUs) / 2;
    for (const nowUs of [many.fromUs, middle, many.toUs]) {
      const window = timeWindowOf(many, nowUs, 400);
      expect(window.isWhole).toBe(false);
      expect(window.fromUs).toBeGreaterThanOrEqual(many.fromUs);
      expect(window.toUs).toBeLessThanOrEqual(many.toUs + 1);
      expect(nowUs).toBeGreaterThanOrEqual(window.fromUs);
      expect(nowUs).toBeLessThanOrEqual(window.toUs + 1);
    }
  });
});
