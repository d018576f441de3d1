// Where each event stands on the sequence drawing. One pass, top to bottom: an event gets its own row unless it only
// adds to what the row before shows (a kernel's fact about the segment that just arrived, a call that returned at
// once). Three corridors (left host, cable, right host) are filled independently, so nothing is drawn over anything.
import { type EventOf, hostOf, paceOf, type Spacing, type Trace, type TraceEvent } from '@lockstep/trace';

/** Some events on one line of the drawing, `first` … `last`. */
export interface Row {
  readonly first: number;
  last: number;
  readonly y: number;
  top: number;
  bottom: number;
}

/** A silence, drawn as a break of all lifelines. */
export interface Break {
  readonly after: number;
  readonly y: number;
  readonly lengthUs: number;
}

export interface Layout {
  /** Height at which each event is drawn, by `seq`. */
  readonly y: Float64Array;
  readonly rows: readonly Row[];
  /** Index of the row of each event. */
  readonly rowOf: Int32Array;
  readonly breaks: readonly Break[];
  /** Heights of the derived states, in the order in which they were given. */
  readonly derivedY: readonly number[];
  readonly height: number;
}

type Corridor = 'left' | 'cable' | 'right';

interface Room {
  readonly corridor: Corridor;
  /** Space that the mark takes above and below its line. */
  readonly above: number;
  readonly below: number;
}

/** How far a segment falls on its way. */
export const FALL = 24;
const ROW = 20;
const BREAK = 34;
const UNIT = 26;
/** From the plate of a frame that was kept back down to where it arrives. */
const LEAVES = 22;
/** A result stands under the arrow of a call that returned at once. */
const RESULT = 14;

/**
 * @param derived states that no event of the kernel shows: they need a place of their own.
 * @param drawn by `seq`: 0 for events that get no place, since they concern other hosts. They count to the row before.
 */
export function layoutOf(
  trace: Trace,
  length: number,
  spacing: Spacing,
  leftHost: string,
  derived: readonly { readonly seq: number; readonly host: string }[] = [],
  drawn?: Uint8Array,
): Layout {
  const derivedY: number[] = derived.map(() => 0);
  const pace = paceOf(trace, spacing);
  const gapAfter = new Map(pace.gaps.map((gap) => [gap.after, gap.lengthUs]));
  const y = new Float64Array(length);
  const rowOf = new Int32Array(length);
  const rows: Row[] = [];
  const breaks: Break[] = [];
  const free: Record<Corridor, number> = { left: 0, cable: 0, right: 0 };
  const sentY = new Map<number, number>();
  let silence: number | undefined;
  for (let seq = 0; seq < length; seq++) {
    silence = gapAfter.get(seq - 1) ?? silence;
    if (drawn?.[seq] === 0) {
      rowOf[seq] = rows.length - 1;
      y[seq] = rows.at(-1)?.bottom ?? 0;
      continue;
    }
    const event = trace.event(seq);
    const room = roomOf(event, leftHost);
    const row = rows.at(-1);
    const gapUs = silence;
    silence = undefined;
    if (row && gapUs === undefined && joins(trace, row, event)) {
      const at = Math.max(free[room.corridor] + room.above, row.y + dropOf(event, trace.kindAt(row.first)));
      y[seq] = event.kind === 'call.returned' ? row.y + 7 : at;
      row.last = seq;
      row.bottom = Math.max(row.bottom, (y[seq] as number) + room.below + 1);
    } else {
      const before = row ? row.y + ROW : 0;
      let at = Math.max(
        before,
        row ? row.bottom + (room.corridor === 'cable' ? 6 : room.above - 2) : 0,
        free[room.corridor] + room.above,
      );
      if (row && gapUs !== undefined) {
        const from = Math.max(row.bottom, free.left, free.cable, free.right);
        breaks.push({ after: seq - 1, y: from + 6, lengthUs: gapUs });
        at = Math.max(at, from + BREAK);
      }
      if (row && spacing === 'true') {
        const distance = pace.positionOf(seq) - pace.positionOf(seq - 1);
        at = Math.max(at, row.y + distance * UNIT);
      }
      if ('frame' in event && !isSending(event)) at = Math.max(at, (sentY.get(event.frame) ?? 0) + fallOf(event));
      if (!row) at = Math.max(at, 22);
      y[seq] = at;
      rows.push({ first: seq, last: seq, y: at, top: at - room.above, bottom: at + Math.max(room.below, 9) });
    }
    const at = y[seq] as number;
    if (isSending(event)) sentY.set(event.frame, at);
    else if (isStopping(event)) sentY.set(event.frame, at - FALL + LEAVES);
    free[room.corridor] = Math.max(free[room.corridor], at + room.below);
    rowOf[seq] = rows.length - 1;
    for (const [index, mark] of derived.entries()) {
      if (mark.seq !== seq) continue;
      const side: Corridor = mark.host === leftHost ? 'left' : 'right';
      derivedY[index] = Math.max(free[side] + 12, at + (event.kind === 'tcp.segment-delivered' ? 8 : 0));
      free[side] = (derivedY[index] as number) + 11;
      const own = rows.at(-1) as Row;
      own.bottom = Math.max(own.bottom, free[side] + 1);
    }
  }
  settle(rows);
  return { y, rows, rowOf, breaks, derivedY, height: (rows.at(-1)?.bottom ?? 0) + 12 };
}

/** Neighbouring rows share their border, so that the washed band has no seam. */
function settle(rows: readonly Row[]): void {
  for (const [index, row] of rows.entries()) {
    const above = rows[index - 1];
    if (!above) row.top = Math.min(row.top, row.y - 12);
    else {
      row.top = Math.max(above.y + 9, Math.min(row.top - 3, row.y - 9));
      above.bottom = Math.max(above.y + 9, Math.min(above.bottom + 3, row.top));
    }
  }
}

function joins(trace: Trace, row: Row, event: TraceEvent): boolean {
  if (row.last - row.first >= 4) return false;
  switch (event.kind) {
    case 'socket.state':
    case 'socket.buffers':
    case 'socket.accept-queue':
    case 'socket.timer':
    case 'socket.dropped':
    case 'tcp.measured':
    case 'kernel.counted':
      return concerns(trace.event(row.first), hostOf(event.actor));
    case 'call.returned':
      return trace.kindAt(row.first) === 'call.entered' && trace.actorAt(row.first) === event.actor;
    default:
      return false;
  }
}

/** A frame that is kept back needs half its fall to come to the middle of the cable. */
function fallOf(event: TraceEvent): number {
  return isStopping(event) ? FALL / 2 : FALL;
}

function isStopping(
  event: TraceEvent,
): event is Extract<TraceEvent, { kind: `frame.${'held' | 'delayed' | 'duplicated'}` }> {
  return event.kind === 'frame.held' || event.kind === 'frame.delayed' || event.kind === 'frame.duplicated';
}

/** The row's first event happens at this host's kernel, or is what its kernel was asked. */
function concerns(first: TraceEvent, host: string): boolean {
  switch (first.kind) {
    case 'tcp.segment-sent':
    case 'frame.sent':
      return first.from === host;
    case 'tcp.segment-delivered':
    case 'frame.delivered':
      return first.to === host;
    default:
      return hostOf(first.actor) === host;
  }
}

/** A state is drawn a little below the segment that moved it. */
function dropOf(event: TraceEvent, first: string): number {
  if (event.kind !== 'socket.state' && !isNoted(event)) return 0;
  return first.endsWith('delivered') ? 8 : 0;
}

/** The kernel's fact is written out, as a state is. */
function isNoted(event: TraceEvent): boolean {
  return (
    event.kind === 'socket.dropped' ||
    event.kind === 'kernel.counted' ||
    (event.kind === 'socket.timer' && event.timer !== 'none')
  );
}

/** An error is a result too. */
function hasResult({ result, error }: EventOf<'call.returned'>): boolean {
  return error !== undefined || (result !== '' && result !== 'None');
}

function isSending(event: TraceEvent): event is Extract<TraceEvent, { kind: 'tcp.segment-sent' | 'frame.sent' }> {
  return event.kind === 'tcp.segment-sent' || event.kind === 'frame.sent';
}

function roomOf(event: TraceEvent, leftHost: string): Room {
  const side: Corridor = hostOf(event.actor) === leftHost ? 'left' : 'right';
  switch (event.kind) {
    case 'tcp.segment-sent':
    case 'frame.sent':
      return { corridor: 'cable', above: 16, below: 2 };
    case 'tcp.segment-delivered':
    case 'frame.delivered':
      return { corridor: 'cable', above: 0, below: 0 };
    case 'tcp.segment-dropped':
    case 'frame.dropped':
      return { corridor: 'cable', above: 0, below: 10 };
    case 'frame.held':
    case 'frame.delayed':
    case 'frame.duplicated':
      return { corridor: 'cable', above: 24, below: 14 };
    case 'call.entered':
      return { corridor: side, above: 20, below: 10 };
    case 'call.returned':
      return { corridor: side, above: 18, below: 6 + (hasResult(event) ? RESULT : 0) };
    case 'socket.state':
      return { corridor: side, above: 12, below: 14 };
    case 'socket.buffers':
    case 'socket.accept-queue':
    case 'tcp.measured':
      return { corridor: side, above: 0, below: 0 };
    case 'socket.timer':
      return event.timer === 'none' ? { corridor: side, above: 0, below: 0 } : { corridor: side, above: 11, below: 10 };
    case 'socket.dropped':
    case 'kernel.counted':
      return { corridor: side, above: 11, below: 10 };
    case 'message.decoded':
    case 'message.refused':
    case 'text.printed':
      return { corridor: side, above: 12, below: 6 };
    case 'process.started':
    case 'process.exited':
      return { corridor: side, above: 12, below: 6 };
    default:
      return { corridor: 'cable', above: 12, below: 6 };
  }
}
