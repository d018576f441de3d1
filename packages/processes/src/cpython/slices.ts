// From what the threads noticed to who held the lock when. A thread that notices that it has got the lock knows only
// that; that the one before dropped it just then follows. So drops and requests are derived, takes are observed.
import type { Fact } from '@lockstep/trace';
import { type Measurement, measure, type Slice } from './measure-slices.ts';

/** What a thread noticed: nanoseconds, its number, and what. */
export type SliceMark = readonly [timeNs: number, thread: number, what: 'start' | 'run' | 'sleep' | 'wake' | 'end'];

export interface SlicesOptions {
  readonly marks: readonly SliceMark[];
  readonly sleepMs: number;
  /** Puts a clock reading on the time line of the run; called in rising order. */
  readonly atUs: (timeNs: number) => number;
  /** Returns the event's `seq`. */
  readonly record: (fact: Fact) => number;
}

type Noticed = readonly [timeNs: number, thread: number, what: SliceMark[2] | 'awake'];

/** Tells the lock's way from thread to thread, and measures it. */
export function tellSlices({ marks, sleepMs, atUs, record }: SlicesOptions): Measurement {
  const slices: Slice[] = [];
  let holder: { readonly thread: number; readonly sinceNs: number } | undefined;
  let lastDrop: number | undefined;

  function drop(timeNs: number, reason: Slice['reason']): void {
    if (!holder) return;
    slices.push({ ...holder, untilNs: timeNs, reason });
    const by = { actor: `t${holder.thread}`, at: atUs(timeNs) };
    lastDrop = record({ ...by, kind: 'gil.dropped', source: reason === 'request' ? 'derived' : 'program', reason });
    // Whoever had to drop it wants it back.
    if (reason === 'request') record({ ...by, kind: 'gil.requested', source: 'derived' });
    holder = undefined;
  }

  function take(timeNs: number, thread: number, waitedNs?: number): void {
    if (holder?.thread === thread) return;
    drop(timeNs, 'request');
    record({
      actor: `t${thread}`,
      at: atUs(timeNs),
      kind: 'gil.taken',
      source: 'program',
      ...(lastDrop !== undefined && lastDrop >= 0 && { cause: lastDrop }),
      ...(waitedNs !== undefined && { waitedUs: waitedNs / 1000 }),
    });
    holder = { thread, sinceNs: timeNs };
  }

  const wants = new Map<number, number>();
  for (const [timeNs, thread, what] of withAwakenings(marks, sleepMs * 1e6)) {
    const actor = `t${thread}`;
    if (what === 'awake') {
      record({ actor, at: atUs(timeNs), kind: 'thread.slept', source: 'derived', ms: sleepMs });
      record({ actor, at: atUs(timeNs), kind: 'gil.requested', source: 'derived' });
      wants.set(thread, timeNs);
      continue;
    }
    if (what === 'start') record({ actor, at: atUs(timeNs), kind: 'thread.started', source: 'program', name: actor });
    const since = wants.get(thread);
    wants.delete(thread);
    take(timeNs, thread, since === undefined ? undefined : timeNs - since);
    if (what === 'sleep') drop(timeNs, 'io');
    if (what === 'end') {
      drop(timeNs, 'finished');
      record({ actor, at: atUs(timeNs), kind: 'thread.finished', source: 'program' });
    }
  }
  return measure(slices);
}

/** In order of time, with the moments at which sleeps were over: from then on the thread only waited for the lock. */
function withAwakenings(marks: readonly SliceMark[], sleepNs: number): readonly Noticed[] {
  const asleep = new Map<number, number>();
  const noticed: Noticed[] = [];
  for (const mark of marks.toSorted(([a], [b]) => a - b)) {
    const [timeNs, thread, what] = mark;
    if (what === 'sleep') asleep.set(thread, timeNs);
    const since = what === 'wake' ? asleep.get(thread) : undefined;
    if (since !== undefined) noticed.push([Math.min(since + sleepNs, timeNs), thread, 'awake']);
    noticed.push(mark);
  }
  return noticed.sort(([a], [b]) => a - b);
}
