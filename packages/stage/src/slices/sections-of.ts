// Who had the interpreter lock when, in real time. A run may do its work several times, once under each interpreter:
// each `work.started` begins a section with a clock of its own.
import type { Source, Trace, TraceEvent } from '@lockstep/trace';

/** A stretch of a thread's time, between two events; `to` is missing while it lasts. */
export interface Stretch {
  readonly from: number;
  readonly fromUs: number;
  to?: number;
  toUs?: number;
  /** Who says that it began. */
  readonly source: Source;
}

/** One thread. */
export interface SliceRow {
  readonly actor: string;
  /** It has the lock. */
  readonly held: Stretch[];
  /** It waits for the lock. */
  readonly waits: Stretch[];
  /** Moments at which it asked the holder to drop the lock. */
  readonly asks: { readonly seq: number; readonly atUs: number }[];
  /** How long it usually waits when it comes back from input or output, in milliseconds, as measured in the end. */
  medianWait?: { readonly seq: number; readonly ms: number };
}

export interface Section {
  /** The work that began it; undefined where the run has but one. */
  readonly work: string | undefined;
  /** Events of the section: `from` to `to`, exclusive. */
  readonly from: number;
  to: number;
  /** First and last time at which something happened to the lock. */
  fromUs: number;
  toUs: number;
  readonly rows: SliceRow[];
  measured?: { readonly seq: number; readonly perSecond: number; readonly medianSliceUs: number };
}

/** The sections of the first `length` events, those in which the lock plays a part. */
export function sectionsOf(trace: Trace, length: number): readonly Section[] {
  const sections: Section[] = [];
  let section = sectionFrom(0, undefined);
  for (let seq = 0; seq < length; seq++) {
    if (!RELEVANT.test(trace.kindAt(seq))) continue;
    const event = trace.event(seq);
    if (event.kind === 'work.started') {
      section.to = seq;
      sections.push(section);
      section = sectionFrom(seq, event.work);
    } else add(section, event);
  }
  section.to = length;
  const order = trace.header.actors.map(({ id }) => id);
  const shown = [...sections, section].filter(({ rows }) => rows.length > 0);
  for (const { rows } of shown) rows.sort((a, b) => order.indexOf(a.actor) - order.indexOf(b.actor));
  return shown;
}

const RELEVANT = /^(gil\.|work\.started|measure\.taken)/;

function sectionFrom(from: number, work: string | undefined): Section {
  return { work, from, to: from, fromUs: Number.POSITIVE_INFINITY, toUs: 0, rows: [] };
}

function add(section: Section, event: TraceEvent): void {
  const { seq, at, actor } = event;
  switch (event.kind) {
    case 'gil.requested':
      begin(rowOf(section, actor).waits, event);
      break;
    case 'gil.taken': {
      const row = rowOf(section, actor);
      end(row.waits, seq, at);
      begin(row.held, event);
      break;
    }
    case 'gil.drop-requested':
      rowOf(section, actor).asks.push({ seq, atUs: at });
      break;
    case 'gil.dropped': {
      const row = rowOf(section, actor);
      end(row.held, seq, at);
      // Whoever was made to drop it wants it back.
      if (event.reason === 'request') begin(row.waits, event);
      break;
    }
    case 'gil.measured':
      section.measured = { seq, perSecond: event.perSecond, medianSliceUs: event.medianSliceUs };
      return;
    case 'measure.taken': {
      const row = section.rows.find((one) => one.actor === actor);
      if (row && event.what === 'median wait') row.medianWait = { seq, ms: event.value };
      return;
    }
    default:
      return;
  }
  section.fromUs = Math.min(section.fromUs, at);
  section.toUs = Math.max(section.toUs, at);
}

function rowOf({ rows }: Section, actor: string): SliceRow {
  const known = rows.find((row) => row.actor === actor);
  if (known) return known;
  const row: SliceRow = { actor, held: [], waits: [], asks: [] };
  rows.push(row);
  return row;
}

/** Begins a stretch, unless one lasts. */
function begin(stretches: Stretch[], { seq, at, source }: TraceEvent): void {
  const last = stretches.at(-1);
  if (!last || last.to !== undefined) stretches.push({ from: seq, fromUs: at, source });
}

function end(stretches: readonly Stretch[], seq: number, at: number): void {
  const last = stretches.at(-1);
  if (!last || last.to !== undefined) return;
  last.to = seq;
  last.toUs = at;
}
