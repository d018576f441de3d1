// A picture of a whole run, small enough for a list of thousands: its steps from left to right, a row an actor.
import type { StripRow } from '@lockstep/lab';
import { isObserved, type Kind, type Source, type Trace } from '@lockstep/trace';

const CELLS = 96;
const MOST_ROWS = 8;

const LOST = new Set<Kind>([
  'frame.dropped',
  'tcp.segment-dropped',
  'socket.dropped',
  'operation.failed',
  'run.failed',
  'run.dropped',
]);
const WAITED = new Set<Kind>(['thread.blocked', 'condition.waited', 'gil.requested', 'frame.held']);

/** What is drawn of a cell where several things happened: what comes first here. */
const RANK = 'xwodm.';

/** The rows of the actors to whom anything happened, in the order of the header. A short run has a cell a step. */
export function runStrip(trace: Trace): readonly StripRow[] {
  const count = Math.min(CELLS, trace.length);
  const rows = new Map<string, string[]>();
  for (let seq = 0; seq < trace.length; seq++) {
    const { actor, kind, source } = trace.event(seq);
    const cells = rows.get(actor) ?? Array<string>(count).fill('.');
    rows.set(actor, cells);
    const at = Math.floor((seq * count) / trace.length);
    const sign = signOf(kind, source);
    if (RANK.indexOf(sign) < RANK.indexOf(cells[at] ?? '.')) cells[at] = sign;
  }
  return trace.header.actors
    .flatMap(({ id, colour }) => {
      const cells = rows.get(id);
      return cells ? [{ actor: id, colour, cells: cells.join('') }] : [];
    })
    .slice(0, MOST_ROWS);
}

function signOf(kind: Kind, source: Source): string {
  if (LOST.has(kind)) return 'x';
  if (WAITED.has(kind)) return 'w';
  if (isObserved(source)) return 'o';
  return source === 'model' ? 'm' : 'd';
}
