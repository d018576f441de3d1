// The rows of a Chrome trace: a process for each host, a thread for each actor, and more threads where slices of one
// actor may overlap without one lying in the other. Within a row slices nest and time never goes back.
import type { Lab, Language } from '@lockstep/lab';
import type { Actor, Header } from '@lockstep/trace';
import type { ChromeEvent } from './chrome-event.ts';

/** Two marks of a row at one time stand this far apart, in the order of the run. */
export const NANOSECOND = 0.001;

interface OpenSlice {
  readonly key: string;
  readonly name: string;
}

export interface Row {
  readonly pid: number;
  readonly tid: number;
  /** From the outermost to the innermost. */
  readonly open: OpenSlice[];
  /** The time of what was put down last. */
  lastUs: number;
  lastIsEnd: boolean;
}

export interface Rows {
  /** The row of an actor, or one of its further rows. */
  readonly row: (actor: string, further?: string) => Row;
  readonly pidOf: (actor: string) => number;
  readonly begin: (row: Row, atUs: number, key: string, name: string, cat: string) => void;
  /** Ends the slice and all that lie in it; nothing when it is not open. */
  readonly end: (row: Row, atUs: number, key: string) => void;
  /** A mark on the row. Returns its time. */
  readonly mark: (row: Row, atUs: number, mark: Mark) => number;
  readonly endAll: (atUs: number) => void;
}

interface Mark {
  readonly name: string;
  readonly cat: string;
  readonly args: Readonly<Record<string, string | number | boolean>>;
  /** A flow begins or ends here. */
  readonly isFlowEnd: boolean;
}

const FIRST_TID = 100;
const ROWS_A_PLACE = 1000;

export function createRows(header: Header, lab: Lab, language: Language, write: (event: ChromeEvent) => void): Rows {
  const rows = new Map<string, Row>();
  const pids = new Map<string, number>();
  const actors = new Map(header.actors.map((actor, place) => [actor.id, { actor, place }]));

  function pidOf(id: string): number {
    const actor = actors.get(id)?.actor;
    const name = processName(actor, lab, language);
    const known = pids.get(name);
    if (known !== undefined) return known;
    const pid = pids.size + 1;
    pids.set(name, pid);
    write({ ph: 'M', pid, tid: 0, name: 'process_name', args: { name } });
    write({ ph: 'M', pid, tid: 0, name: 'process_sort_index', args: { sort_index: pid } });
    return pid;
  }

  function row(id: string, further = ''): Row {
    const key = `${id}\n${further}`;
    const known = rows.get(key);
    if (known) return known;
    const pid = pidOf(id);
    const tid = FIRST_TID + rows.size;
    const place = (actors.get(id)?.place ?? actors.size) * ROWS_A_PLACE;
    const name = lab.actorName(id)[language];
    write({ ph: 'M', pid, tid, name: 'thread_name', args: { name: further === '' ? name : `${name} · ${further}` } });
    const sort_index = further === '' ? place : place + (rows.size % ROWS_A_PLACE);
    write({ ph: 'M', pid, tid, name: 'thread_sort_index', args: { sort_index } });
    const made: Row = { pid, tid, open: [], lastUs: -1, lastIsEnd: false };
    rows.set(key, made);
    return made;
  }

  function timeOn(on: Row, atUs: number, isEnd: boolean): number {
    const earliest = isEnd && on.lastIsEnd ? on.lastUs : on.lastUs + NANOSECOND;
    const ts = rounded(Math.max(atUs, earliest, 0));
    on.lastUs = ts;
    on.lastIsEnd = isEnd;
    return ts;
  }

  function endInnermost(on: Row, atUs: number): void {
    const slice = on.open.pop();
    if (slice) write({ ph: 'E', pid: on.pid, tid: on.tid, ts: timeOn(on, atUs, true), name: slice.name });
  }

  return {
    row,
    pidOf,
    begin(on, atUs, key, name, cat) {
      write({ ph: 'B', pid: on.pid, tid: on.tid, ts: timeOn(on, atUs, false), cat, name });
      on.open.push({ key, name });
    },
    end(on, atUs, key) {
      const from = on.open.findLastIndex((slice) => slice.key === key);
      while (from >= 0 && on.open.length > from) endInnermost(on, atUs);
    },
    mark(on, atUs, { name, cat, args, isFlowEnd }) {
      const ts = timeOn(on, atUs, false);
      const placed = { pid: on.pid, tid: on.tid, ts, cat, name, args };
      if (isFlowEnd) {
        write({ ph: 'X', dur: NANOSECOND, ...placed });
        on.lastUs = rounded(ts + NANOSECOND);
      } else write({ ph: 'i', s: 't', ...placed });
      return ts;
    },
    endAll(atUs) {
      for (const on of rows.values()) while (on.open.length > 0) endInnermost(on, atUs);
    },
  };
}

/** A host is a process; who lives on none shares the lab's. */
function processName(actor: Actor | undefined, lab: Lab, language: Language): string {
  if (actor?.host !== undefined) return actor.address === undefined ? actor.host : `${actor.host} ${actor.address}`;
  return actor?.role === 'cable' ? lab.actorName(actor.id)[language] : lab.title[language];
}

/** To the nanosecond, which is as fine as the readers of the format are. */
function rounded(us: number): number {
  return Math.round(us * 1000) / 1000;
}
