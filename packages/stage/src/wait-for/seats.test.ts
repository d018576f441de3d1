import { describe, expect, it } from 'vitest';
import { crosswiseTrace, lostWakeUpTrace, philosophersTrace, waitForTrace } from '../testing/wait-for-trace.ts';
import { type Seat, type Seats, seatPlanOf, seatsOf } from './seats.ts';

const numbered = (count: number, name: string) => Array.from({ length: count }, (_, i) => `${name}${i + 1}`);
const touch = (a: Seat, b: Seat) =>
  Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;

describe('seats', () => {
  it('lay each fork between the two who use it', () => {
    const trace = philosophersTrace(5);
    // Philosopher 1 uses forks 1 and 2: between 1 and 2 lies fork 2.
    expect(seatsOf(trace, trace.length).locks).toEqual(['fork2', 'fork3', 'fork4', 'fork5', 'fork1']);
  });

  it('lay what everybody waits for into the middle', () => {
    const trace = waitForTrace(3, 't1 ?room; t2 ?room; t3 ?room; t1 +f1; t2 +f2; t3 +f3');
    expect(seatsOf(trace, trace.length).locks.at(-1)).toBe('room');
  });

  it('count whatever is waited for, but not a join', () => {
    const trace = lostWakeUpTrace();
    expect(seatsOf(trace, trace.length)).toEqual({ threads: ['t1', 't2'], locks: ['cond', 'lock'] });
  });

  it('put two threads and two locks at the corners of a square, crosswise', () => {
    const trace = crosswiseTrace();
    const { seats } = seatPlanOf(seatsOf(trace, trace.length), { width: 456, height: 520 }, (actor) => actor);
    const [one, two, a, b] = seats as [Seat, Seat, Seat, Seat];
    expect(a.x - one.x).toBe(b.y - one.y);
    expect([a.y, b.x]).toEqual([one.y, one.x]);
    expect([two.x, two.y]).toEqual([a.x, b.y]);
  });

  it.each([
    [2, 2],
    [3, 3],
    [5, 5],
    [7, 7],
    [5, 6],
    [8, 2],
    [2, 1],
    [1, 1],
    [3, 1],
    [2, 3],
  ])('keep %i threads and %i locks apart and inside, on a phone too', (threads, locks) => {
    const seats: Seats = { threads: numbered(threads, 't'), locks: numbered(locks, 'fork') };
    for (const room of [
      { width: 456, height: 520 },
      { width: 390, height: 209 },
      { width: 320, height: 180 },
    ]) {
      const plan = seatPlanOf(seats, room, (actor) => `thread ${actor.slice(1)}`);
      expect(plan.seats).toHaveLength(threads + locks);
      for (const [i, seat] of plan.seats.entries()) {
        expect(plan.seats.slice(i + 1).filter((other) => touch(seat, other))).toEqual([]);
        expect(seat.x - seat.halfWidth).toBeGreaterThan(0);
        expect(seat.x + seat.halfWidth).toBeLessThan(room.width);
        expect(seat.y - seat.halfHeight).toBeGreaterThan(0);
        expect(seat.y + seat.halfHeight).toBeLessThan(room.height);
      }
    }
  });

  it('shorten the names of many locks to what tells them apart', () => {
    const room = { width: 456, height: 520 };
    const prefixOf = (locks: readonly string[]) =>
      seatPlanOf({ threads: numbered(locks.length, 't'), locks }, room, (actor) => actor).prefix;
    expect(prefixOf(['fork10', 'fork11', 'fork12', 'fork13', 'fork14'])).toBe('fork');
    expect(prefixOf(['a', 'ab', 'abc', 'abcd', 'abcde'])).toBe('');
    expect(prefixOf(['fork1', 'fork2'])).toBe('');
  });
});
