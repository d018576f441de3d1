// A section as it stands at a cursor: everything has a time there, and what has not happened yet has none.
import { clampCursor, type Trace } from '@lockstep/trace';
import type { Section, SliceRow } from './sections-of.ts';

export interface SectionAt {
  /** The time of the last event, where that lies in the section; before it, its beginning, and after it, its end. */
  readonly nowUs: number;
  readonly hasBegun: boolean;
  readonly isOver: boolean;
  /** How often the lock has gone to another thread. */
  readonly switches: number;
}

export function sectionAt(trace: Trace, section: Section, cursor: number): SectionAt {
  const { from, to, fromUs, toUs, rows } = section;
  const last = Math.min(clampCursor(trace, cursor), to) - 1;
  const hasBegun = last >= from;
  const nowUs = hasBegun ? Math.max(fromUs, Math.min(toUs, trace.atUs(last))) : fromUs;
  const isOver = cursor >= to || (section.measured !== undefined && cursor > section.measured.seq);
  return { nowUs, hasBegun, isOver, switches: switchesBefore(rows, cursor) };
}

/** Share of the time so far in which the thread had the lock, 0 to 1; undefined before there was any. */
export function shareOf(row: SliceRow, { fromUs }: Section, { nowUs }: SectionAt): number | undefined {
  if (nowUs <= fromUs) return undefined;
  let heldUs = 0;
  for (const stretch of row.held)
    if (stretch.fromUs < nowUs) heldUs += Math.min(stretch.toUs ?? nowUs, nowUs) - stretch.fromUs;
  return heldUs / (nowUs - fromUs);
}

function switchesBefore(rows: readonly SliceRow[], cursor: number): number {
  const taken = rows.flatMap(({ actor, held }) => held.map(({ from }) => ({ actor, from })));
  const holders = taken.filter(({ from }) => from < cursor).sort((a, b) => a.from - b.from);
  return holders.filter(({ actor }, index) => index > 0 && holders[index - 1]?.actor !== actor).length;
}

/** The event after which the section stood so at this time. */
export function cursorAt(trace: Trace, { from, to }: Section, timeUs: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (trace.atUs(middle) <= timeUs) low = middle + 1;
    else high = middle;
  }
  return Math.max(from + 1, low);
}
