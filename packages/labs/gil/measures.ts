// What the runs of this lab measured, read back from their events.
import { type EventOf, findEvent, type Trace } from '@lockstep/trace';
import { STATEMENT } from './works.ts';

/** Percentage of updates that this form lost; undefined: it was not measured. */
export function lostBy(trace: Trace, form: keyof typeof STATEMENT): EventOf<'measure.taken'> | undefined {
  return measured(trace, STATEMENT[form]);
}

export function measured(trace: Trace, what: string): EventOf<'measure.taken'> | undefined {
  const event = findEvent(trace, (one) => one.kind === 'measure.taken' && one.what === what);
  return event?.kind === 'measure.taken' ? event : undefined;
}

/** How long input threads waited for the lock until the first measurement, in the middle, as a share of the interval. */
export function waitInIntervals(trace: Trace): { readonly intervals: number; readonly seq: number } | undefined {
  const end = findEvent(trace, (event) => event.kind === 'gil.measured');
  const waits: number[] = [];
  for (let seq = 0; seq < (end?.seq ?? 0); seq++) {
    if (trace.kindAt(seq) !== 'gil.taken' || !trace.actorAt(seq).startsWith('io')) continue;
    const event = trace.event(seq) as EventOf<'gil.taken'>;
    if (event.waitedUs !== undefined) waits.push(event.waitedUs);
  }
  if (!end || waits.length === 0) return undefined;
  const middle = waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)] as number;
  return { intervals: middle / (1000 * Number(trace.header.knobs['intervalMs'])), seq: end.seq };
}
