import { assertNever } from '@lockstep/trace';
import type { Course } from './course.ts';
import { tornAt } from './course.ts';
import type { Stop } from './crossings.ts';
import { PlateMark } from './plate-mark.tsx';
import { type Progress, SegmentButton } from './segment-button.tsx';
import { labelOf, type SegmentLabel, segmentName } from './segment-label.ts';
import { SegmentMark } from './segment-mark.tsx';
import type { FigureProps } from './sequence-props.ts';
import { sequenceWords } from './words.ts';

/** A frame's way over the cable as far as it has come, with what the cable did to it. */
export function CrossingMark(props: FigureProps & { readonly course: Course }) {
  const { course, cursor, reading, view, language, selection, showFuture, drawing } = props;
  const { crossing } = course;
  const { sent } = crossing;
  const words = sequenceWords[language];
  const isLost = crossing.droppedSeq !== undefined && crossing.deliveredSeq === undefined;
  const ends = crossing.copies.flatMap(({ endSeq }) => (endSeq === undefined ? [] : [endSeq]));
  const firstEnd = ends.length > 0 ? Math.min(...ends) : undefined;
  const hasEnded = firstEnd !== undefined && firstEnd < cursor;
  const breaks = isLost && (hasEnded || showFuture);
  const progress: Progress =
    sent.seq >= cursor ? 'future' : !hasEnded ? 'on-the-cable' : isLost ? 'dropped' : 'delivered';
  const inRow = (seq: number | undefined) =>
    seq !== undefined &&
    view.row !== undefined &&
    seq < cursor &&
    reading.layout.rows[reading.layout.rowOf[seq] ?? -1] === view.row;
  const label = segmentLabelOf(props, course);
  const steps = [sent.seq, ...crossing.stops.map(({ seq }) => seq), ...ends];
  const [copy] = course.copies;
  const torn = copy && tornAt(copy, course.tornShare);
  const place = drawing.placement.labels.get(sent.seq);
  const isSelected = selection.frame === sent.frame;
  const losses = crossing.copies.filter(({ dropped, endSeq }) => dropped && (showFuture || (endSeq ?? 0) < cursor));
  return (
    <>
      {breaks && torn && !course.plate && progress !== 'on-the-cable' && (
        <Reason
          x={torn.x + 12}
          y={torn.y + 19}
          text={words.lost(crossing.reason ?? '')}
          future={progress === 'future'}
        />
      )}
      {course.plate &&
        course.copies.map(
          ({ copy: one, piece }) =>
            losses.includes(one) && (
              <Reason
                key={one.endSeq}
                x={piece.from.x + 12}
                y={piece.from.y + 19}
                text={words.lost(one.reason ?? '')}
                future={(one.endSeq ?? 0) >= cursor}
              />
            ),
        )}
      <SegmentButton
        colour={course.from.colour}
        progress={progress}
        present={steps.some(inRow)}
        protocol={sent.kind === 'frame.sent' ? sent.protocol : 'tcp'}
        selected={isSelected}
        name={nameOf(props, course)}
        onSelect={() => props.onSelect({ frame: sent.frame, field: undefined })}
      >
        {course.plate && course.toPlate ? (
          <PlateMark
            course={{ ...course, plate: course.plate, toPlate: course.toPlate }}
            cursor={cursor}
            nowY={view.nowY}
            showFuture={showFuture}
            label={label}
            tag={tagOf(props, course.plate.stop, hasEnded ? firstEnd : undefined)}
            reason={words.lost(course.plate.stop.reason)}
            present={crossing.stops.some(({ seq }) => seq === cursor - 1)}
            selected={isSelected}
            room={Math.abs(course.to.kernelX - course.from.kernelX) * 0.72}
          />
        ) : (
          copy &&
          place && (
            <SegmentMark
              piece={copy.piece}
              progress={progress}
              tornShare={breaks ? course.tornShare : undefined}
              present={steps.some(inRow)}
              showFuture={showFuture}
              label={label}
              place={place}
              selected={isSelected}
            />
          )
        )}
      </SegmentButton>
    </>
  );
}

interface ReasonProps {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly future: boolean;
}

/** Why the cable lost it, under its ✕. */
function Reason({ x, y, text, future }: ReasonProps) {
  return (
    <text x={x} y={y} className="ls-reason ls-halo" data-future={future || undefined}>
      {text}
    </text>
  );
}

/** What stands on a segment, with the number of its connection where there are several. */
export function segmentLabelOf(
  { reading, geometry, relative = true }: Pick<FigureProps, 'reading' | 'geometry' | 'relative'>,
  { crossing }: Course,
): SegmentLabel {
  return labelOf(crossing.sent, reading.initial, {
    relative,
    brief: geometry.compact,
    fragment: reading.fragments.get(crossing.sent.seq),
    tag: reading.several && crossing.connection > 0 ? `#${crossing.connection}` : undefined,
  });
}

/** All that is to be said of it, for who does not see it. */
function nameOf({ reading, language, cursor }: FigureProps, { crossing }: Course): string {
  const words = sequenceWords[language];
  const { sent, connection, stops, repeats } = crossing;
  const parts = [segmentName(sent, reading.initial), words.stepName(sent.seq + 1)];
  if (reading.several && connection > 0) parts.push(words.connection(connection));
  if (repeats) parts.push(words.repeats(repeats.of + 1));
  for (const stop of stops)
    if (stop.seq < cursor) parts.push(`${words.stopped[stop.kind]}: ${words.lost(stop.reason)}`);
  return parts.join(', ');
}

function tagOf({ language, trace }: FigureProps, stop: Stop, endSeq: number | undefined): string {
  const words = sequenceWords[language];
  switch (stop.kind) {
    case 'held':
      return endSeq === undefined ? words.held : words.heldFor(trace.atUs(endSeq) - trace.atUs(stop.seq));
    case 'delayed':
      return `+${Math.round((stop.ms ?? 0) * 10) / 10} ms`;
    case 'duplicated':
      return '×2';
    default:
      return assertNever(stop.kind);
  }
}
