// When a clock that is made of timers should have ticked, and when it did. Only a run at full speed can tell: by hand it
// is the learner who decides when somebody goes on.
import type { Trace, TraceEvent } from '@lockstep/trace';

/** One tick, in microseconds since main started the first timer. */
export interface Tick {
  readonly number: number;
  readonly seq: number;
  readonly actor: string;
  readonly atUs: number;
  readonly plannedUs: number;
  readonly lateUs: number;
}

/** A clock, and its ticks up to a cursor. */
export interface Clock {
  readonly periodUs: number;
  /** How many ticks there will be. */
  readonly of: number;
  readonly ticks: readonly Tick[];
}

/** Undefined: this run is not measured, or it has no clock. */
export function clockOf(trace: Trace, cursor = trace.length): Clock | undefined {
  const { mode, knobs } = trace.header;
  if (mode !== 'free' || knobs['story'] !== 'repeat') return undefined;
  const periodUs = Number(knobs['periodMs']) * 1000;
  const events = trace.slice(0, cursor);
  const startUs = events.find(({ kind }) => kind === 'thread.spawned')?.at ?? 0;
  const ticks = events.filter(isTick).map((event, index): Tick => {
    const atUs = event.at - startUs;
    const plannedUs = (index + 1) * periodUs;
    return { number: index + 1, seq: event.seq, actor: event.actor, atUs, plannedUs, lateUs: atUs - plannedUs };
  });
  return { periodUs, of: Number(knobs['manyTicks']), ticks };
}

/** By how much the last tick was later than the first, in a run that is over. */
export function growthUs({ ticks, of }: Clock): number | undefined {
  const [first, last] = [ticks[0], ticks.at(-1)];
  return first && last && ticks.length === of ? last.lateUs - first.lateUs : undefined;
}

/** As sentences say it. */
export function inMs(us: number): string {
  return `${(us / 1000).toFixed(1)} ms`;
}

function isTick(event: TraceEvent): boolean {
  return event.kind === 'value.added' && event.name === 'ticks';
}
