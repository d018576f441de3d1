// The moving part of the sequence diagram: band, lifelines, segments, calls, states, one row after the other.
import { printedDuration } from '../printed.ts';
import { CallMark } from './call-mark.tsx';
import { CrossingMark } from './crossing-mark.tsx';
import { lastSeqOf } from './crossings.ts';
import { threadNote } from './drawing.ts';
import { Ends, Existence } from './existence.tsx';
import { Gutter } from './gutter.tsx';
import type { Row } from './layout.ts';
import { Lifelines } from './lifelines.tsx';
import { Notes } from './notes.tsx';
import type { FigureProps } from './sequence-props.ts';
import { StateAtCursor } from './state-at-cursor.tsx';
import { ThreadMark } from './thread-mark.tsx';
import { Ties } from './ties.tsx';
import { Waiting } from './waiting.tsx';

export function Figure(props: FigureProps) {
  const { trace, cursor, reading, geometry, drawing, view, showFuture, hatch, width } = props;
  const { layout, marks, calls } = reading;
  const rows = layout.rows.slice(Math.max(0, view.firstRow - 1), view.lastRow + 2);
  const isShown = (seq: number) => seq < cursor || showFuture;
  const isNear = (from: number, to: number) => to >= view.drawnFrom && from <= view.drawnTo;
  const yOf = (seq: number | undefined) => layout.y[seq ?? -1] ?? 0;
  const isObserved = (seq: number) => props.sources.has(trace.event(seq).source);
  return (
    <>
      {view.row && <Band row={view.row} width={width} />}
      {geometry.ends.map((end) => (
        <Lifelines
          key={end.host}
          trace={trace}
          end={end}
          layout={layout}
          marks={marks}
          several={reading.several}
          calls={props.sources.has('program') ? calls : []}
          cursor={cursor}
          nowY={view.nowY}
          endY={view.endY}
          showFuture={showFuture}
          hatch={hatch}
        />
      ))}
      {rows
        .filter((row) => isShown(row.first))
        .map((row) => (
          <g key={row.first}>
            <rect
              role="presentation"
              x={0}
              y={row.top}
              width={width}
              height={row.bottom - row.top}
              className="ls-row"
              onClick={() => props.onSeek(cursor > row.first && cursor < row.last + 1 ? cursor + 1 : row.last + 1)}
            />
            <Gutter trace={trace} geometry={geometry} row={row} cursor={cursor} present={row === view.row} />
          </g>
        ))}
      <Silences {...props} />
      {calls.map(
        (call) =>
          isObserved(call.enteredSeq) &&
          isNear(yOf(call.enteredSeq), Math.max(yOf(call.enteredSeq), yOf(call.returnedSeq))) && (
            <CallMark key={call.enteredSeq} {...props} call={call} />
          ),
      )}
      <Ties {...props} />
      {props.sources.has('wire') &&
        drawing.threads.map((thread) => {
          const { of, again } = thread.retransmission;
          const place = drawing.placement.notes.get(again);
          return (
            place &&
            isShown(again) &&
            isNear(thread.fromY, thread.toY) && (
              <ThreadMark
                key={`${of} ${again}`}
                thread={thread}
                place={place}
                label={threadNote(thread, geometry, props.language)}
                compact={geometry.compact}
                future={again >= cursor}
              />
            )
          );
        })}
      {drawing.courses.map(
        (course) =>
          isObserved(course.crossing.sent.seq) &&
          isShown(course.crossing.sent.seq) &&
          isNear(course.fromY, Math.max(course.fromY, yOf(lastSeqOf(course.crossing)))) && (
            <CrossingMark key={course.crossing.sent.seq} {...props} course={course} />
          ),
      )}
      <Notes {...props} from={rows[0]?.first ?? 0} to={(rows.at(-1)?.last ?? -1) + 1} />
      {marks
        .filter((mark) => isNear(reading.markY.get(mark) ?? 0, reading.markY.get(mark) ?? 0))
        .map((mark) => (
          <StateAtCursor key={`${mark.seq}${mark.witness}${mark.host}`} {...props} mark={mark} />
        ))}
      <Ends {...props} />
      {geometry.ends.map((end) => (
        <Existence key={end.host} {...props} end={end} />
      ))}
      {geometry.ends.map((end) => (
        <Waiting key={end.host} {...props} end={end} />
      ))}
    </>
  );
}

/** The washed band of the present row, with the cursor's line at its end. */
function Band({ row, width }: { readonly row: Row; readonly width: number }) {
  return (
    <g className="ls-band">
      <rect x={0} y={row.top} width={width} height={row.bottom - row.top} className="ls-wash" />
      <line x1={0} x2={width} y1={row.bottom} y2={row.bottom} className="ls-line ls-now" strokeWidth={1.5} />
    </g>
  );
}

/** What the breaks stand for, beside the seconds; a thread that comes through one says it itself. */
function Silences({ reading, geometry, drawing, view, showFuture }: FigureProps) {
  const { breaks } = reading.layout;
  if (geometry.compact) return undefined;
  const isSaid = (after: number) =>
    drawing.threads.some(({ retransmission: { of, again } }) => of <= after && after < again);
  return breaks
    .filter((one) => (showFuture || one.y < view.nowY) && !isSaid(one.after))
    .map((one) => (
      <text key={one.after} x={geometry.middleX} y={one.y + 15} textAnchor="middle" className="ls-note ls-small">
        {printedDuration(one.lengthUs)}
      </text>
    ));
}
