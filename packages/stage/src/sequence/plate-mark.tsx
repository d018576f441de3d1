import { ArrowHead } from '../marks/arrow-head.tsx';
import { monoWidth, sansWidth } from '../text-width.ts';
import { type CopyCourse, type Course, PLATE } from './course.ts';
import type { SegmentLabel } from './segment-label.ts';
import { back, LossCross, slopeOf } from './segment-mark.tsx';
import { SegmentText } from './segment-text.tsx';

interface PlateMarkProps {
  readonly course: Course & {
    readonly plate: NonNullable<Course['plate']>;
    readonly toPlate: NonNullable<Course['toPlate']>;
  };
  readonly cursor: number;
  /** Height of the cursor's line: what stands still reaches down to it. */
  readonly nowY: number;
  readonly showFuture: boolean;
  readonly label: SegmentLabel;
  /** What the cable did: `HELD`, `+40 ms`, `×2`. */
  readonly tag: string;
  readonly reason: string;
  /** The stop is the present step. */
  readonly present: boolean;
  readonly selected: boolean;
  /** Width that the cable offers. */
  readonly room: number;
}

/** A frame that the cable kept back or doubled: it comes to a plate at the middle, and goes on from there. */
export function PlateMark(props: PlateMarkProps) {
  const { course, cursor, nowY, showFuture, label, tag, reason, present, selected, room } = props;
  const { plate, toPlate } = course;
  const isSent = course.crossing.sent.seq < cursor;
  const isHere = plate.stop.seq < cursor;
  const size = fitting(label, room - 16);
  const width = Math.min(room, Math.round(textWidth(label, size) + 18));
  const left = Math.round(plate.x - width / 2);
  const slope = slopeOf(toPlate);
  const arrow = isHere
    ? undefined
    : isSent
      ? { x: (toPlate.from.x + plate.x) / 2, y: (toPlate.from.y + plate.y) / 2 }
      : undefined;
  const lineEnd = arrow ? back(arrow, slope, 3) : plate;
  const tagWidth = Math.round(sansWidth(tag, 11) + 12);
  const isFuture = !isHere;
  return (
    <g data-stop={plate.stop.kind} data-future={isFuture || undefined}>
      {course.copies.map((one, index) => (
        // A copy is its place among the copies.
        // oxlint-disable-next-line react/no-array-index-key
        <CopyMark key={index} {...props} one={one} isHere={isHere} nowY={nowY} />
      ))}
      {(isSent || showFuture) && (
        <line x1={toPlate.from.x} y1={toPlate.from.y} x2={lineEnd.x} y2={lineEnd.y} className="ls-segment-line" />
      )}
      {arrow && <ArrowHead x={arrow.x} y={arrow.y} angle={slope} length={10} className="ls-segment-head" />}
      {(isHere || showFuture) && (
        <g className="ls-plate" data-now={present || undefined}>
          <title>{reason}</title>
          <rect x={left} y={plate.y - PLATE} width={width} height={PLATE * 2} rx={2} className="ls-plate-box" />
          <g transform={`translate(${left + width / 2} ${plate.y + 4.5})`}>
            <SegmentText label={label} size={size} />
          </g>
          {selected && (
            <line x1={left + 6} x2={left + width - 6} y1={plate.y + 8} y2={plate.y + 8} className="ls-line ls-now" />
          )}
          <rect
            x={left + width - tagWidth + 6}
            y={plate.y - PLATE - 9}
            width={tagWidth}
            height={15}
            rx={2}
            className="ls-plate-tag"
          />
          <text
            x={left + width + 6 - tagWidth / 2}
            y={plate.y - PLATE + 2.5}
            textAnchor="middle"
            className="ls-plate-tag-text"
          >
            {tag}
          </text>
        </g>
      )}
    </g>
  );
}

interface CopyMarkProps extends PlateMarkProps {
  readonly one: CopyCourse;
  /** The frame has come to the plate. */
  readonly isHere: boolean;
}

/** From the plate on: it stands still, and then goes to its end. */
function CopyMark({ one, course, cursor, nowY, showFuture, isHere }: CopyMarkProps) {
  const { copy, piece, standing } = one;
  const isDone = copy.endSeq !== undefined && copy.endSeq < cursor;
  const goesOn = isDone || (showFuture && copy.endSeq !== undefined);
  const slope = slopeOf(piece);
  const tip = back(piece.to, slope, 3);
  const standsTo = goesOn || !standing ? standing?.to.y : Math.min(standing.to.y, nowY);
  const stands = (isHere || showFuture) && standing && standsTo !== undefined && standsTo > standing.from.y;
  return (
    <g data-progress={isDone ? (copy.dropped ? 'dropped' : 'delivered') : isHere ? 'on-the-cable' : 'future'}>
      {stands && (
        <line x1={standing.from.x} x2={standing.to.x} y1={standing.from.y} y2={standsTo} className="ls-standing" />
      )}
      {goesOn && copy.dropped && (
        <>
          <line x1={piece.from.x} y1={piece.from.y} x2={piece.to.x} y2={piece.to.y} className="ls-segment-lost" />
          <LossCross at={piece.from} future={!isDone} />
        </>
      )}
      {goesOn && !copy.dropped && (
        <g className={isDone ? undefined : 'ls-coming'}>
          <line x1={piece.from.x} y1={piece.from.y} x2={tip.x} y2={tip.y} className="ls-segment-line" />
          <ArrowHead x={piece.to.x} y={piece.to.y} angle={slope} length={10} className="ls-segment-head" />
        </g>
      )}
      <line x1={course.from.kernelX} y1={course.fromY} x2={piece.from.x} y2={piece.from.y} className="ls-hit" />
    </g>
  );
}

function textWidth(label: SegmentLabel, size: number): number {
  return monoWidth(`${label.tag ?? ''}${label.flags} ${label.fields}`, size) + 6;
}

function fitting(label: SegmentLabel, room: number): number {
  const wanted = textWidth(label, 12.5);
  return wanted <= room ? 12.5 : Math.max(10, (12.5 * room) / wanted);
}
