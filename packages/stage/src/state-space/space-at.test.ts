import { createTrace, type TraceEvent } from '@lockstep/trace';
import { describe, expect, it } from 'vitest';
import { lostUpdate, philosophers, spaceTrace } from '../testing/space-trace.ts';
import { bugSchedule, doomedIn, isWholeSpace, spaceAt, wayOf } from './space-at.ts';

const cross = spaceTrace(philosophers(2));
const lost = spaceTrace(lostUpdate(1));

describe('a state space', () => {
  it('holds the states and links before the cursor, and no link into the unknown', () => {
    expect(spaceAt(cross, 0).states.size).toBe(0);
    const trace = createTrace(cross.header);
    const [start, next] = cross.slice(0, 2) as [TraceEvent, TraceEvent];
    for (const event of [start, ...cross.slice(2, 3), next]) trace.append(event);
    expect(trace.kindAt(1)).toBe('state.linked');
    expect(spaceAt(trace, 2).links).toEqual([]);
    expect(spaceAt(trace, 3).links).toEqual([{ from: 0, to: 1, thread: 1 }]);
  });

  it('is whole when nothing more is found', () => {
    expect(isWholeSpace(cross, cross.length, cross.length)).toBe(true);
    expect(isWholeSpace(cross, cross.length, 4)).toBe(false);
  });

  it('calls doomed what can reach no good end, and only that', () => {
    const space = spaceAt(lost, lost.length);
    const doomed = doomedIn(space);
    const goodFrom = (state: number): boolean =>
      space.states.get(state)?.end === 'good' || (space.out.get(state) ?? []).some((link) => goodFrom(link.to));
    for (const { state, end } of space.states.values()) expect(doomed.has(state)).toBe(end === '' && !goodFrom(state));
    expect(doomed.size).toBe(3);
  });

  it('follows a schedule from the start as far as it is known', () => {
    const space = spaceAt(cross, cross.length);
    const way = wayOf(space, [1, 2]);
    expect(way.map((link) => link.thread)).toEqual([1, 2]);
    expect(space.states.get(way.at(-1)?.to ?? -1)?.end).toBe('deadlock');
    expect(wayOf(space, [1, 9, 1])).toHaveLength(1);
  });

  it('knows the bug as soon as a bad state is found, and then what the search says', () => {
    expect(bugSchedule(cross, 3, spaceAt(cross, 3))).toBeUndefined();
    const deadlock = [...spaceAt(cross, cross.length).states.values()].find((state) => state.end === 'deadlock');
    const cursor = (deadlock?.seq ?? 0) + 1;
    expect(bugSchedule(cross, cursor, spaceAt(cross, cursor))).toEqual([1, 2]);
    expect(bugSchedule(cross, cross.length, spaceAt(cross, cross.length))).toEqual([1, 2]);
  });
});
