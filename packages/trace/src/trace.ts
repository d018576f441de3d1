import { type Columns, createColumns } from './columns.ts';
import type { Fact, TraceEvent } from './event.ts';
import type { Header } from './header.ts';
import type { Kind } from './kinds.ts';
import type { Shape } from './shapes.ts';

/**
 * The record of one run: a header and events in order. It only grows.
 *
 * A **cursor** is a number of events, from 0 (nothing happened yet) to `trace.length`; "step 17" has happened when
 * the cursor is 17, and its event is `trace.event(16)`.
 */
export interface Trace {
  readonly header: Header;
  readonly length: number;
  /** The event with this `seq`. Throws a RangeError outside 0 … length - 1. */
  event(seq: number): TraceEvent;
  kindAt(seq: number): Kind;
  actorAt(seq: number): string;
  /** Microseconds since the run began. */
  atUs(seq: number): number;
  causeAt(seq: number): number | undefined;
  /** What the event shares with others of its shape: kind, actor, source, line. Cheaper than the event. */
  shapeAt(seq: number): Shape;
  /** Numbers the fact and appends it. Only the recorder and the codec call this. Returns its `seq`. */
  append(fact: Fact): number;
  /** Events `from` … `to` (exclusive; default: the end). */
  slice(from: number, to?: number): TraceEvent[];
  /** About what the events take up in memory. */
  readonly byteLength: number;
  /** Where the events are, for what reads or writes very many of them at once. */
  readonly columns: Columns;
}

export function createTrace(header: Header, columns: Columns = createColumns()): Trace {
  const inRange = (seq: number): number => {
    if (!(Number.isInteger(seq) && seq >= 0 && seq < columns.length))
      throw new RangeError(`event ${seq} of a trace of ${columns.length}`);
    return seq;
  };
  return {
    header,
    columns,
    get length() {
      return columns.length;
    },
    get byteLength() {
      return columns.byteLength;
    },
    event: (seq) => columns.get(inRange(seq)),
    kindAt: (seq) => columns.kindAt(inRange(seq)),
    actorAt: (seq) => columns.actorAt(inRange(seq)),
    atUs: (seq) => columns.atUs(inRange(seq)),
    causeAt: (seq) => columns.causeAt(inRange(seq)),
    shapeAt: (seq) => columns.shapeAt(inRange(seq)),
    append(fact) {
      columns.append(fact);
      return columns.length - 1;
    },
    slice(from, to = columns.length) {
      const events: TraceEvent[] = [];
      for (let seq = Math.max(0, from); seq < Math.min(to, columns.length); seq++) events.push(columns.get(seq));
      return events;
    },
  };
}
