import { ArrowHead } from '../marks/arrow-head.tsx';
import { monoWidth } from '../text-width.ts';
import { along, type Piece, type Point } from './course.ts';
import type { LabelPlace } from './placement.ts';
import type { Progress } from './segment-button.tsx';
import type { SegmentLabel } from './segment-label.ts';
import { SegmentText } from './segment-text.tsx';

interface SegmentMarkProps {
  readonly piece: Piece;
  readonly progress: Progress;
  /** The share of its way after which it is lost; drawn so also while that is still to come. */
  readonly tornShare: number | undefined;
  readonly present: boolean;
  readonly showFuture: boolean;
  readonly label: SegmentLabel;
  readonly place: LabelPlace;
  readonly selected: boolean;
}

/** A segment that nothing stopped: it falls from its sender to its receiver, with its flags and numbers on the slope. */
export function SegmentMark({
  piece,
  progress,
  tornShare,
  present,
  showFuture,
  label,
  place,
  ...rest
}: SegmentMarkProps) {
  const slope = slopeOf(piece);
  const head = present ? 13 : 10;
  const breaks = tornShare !== undefined;
  const end = along(piece, progress === 'on-the-cable' ? 0.5 : (tornShare ?? 1));
  const tip = back(end, slope, 3);
  const middle = along(piece, place.share);
  const size = present && !place.crossed ? place.size * 1.1 : place.size;
  const width = monoWidth(`${label.flags}${label.fields}`, size) + 10;
  const isLost = breaks && progress !== 'on-the-cable';
  const { from, to } = piece;
  return (
    <>
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className="ls-hit" />
      {progress === 'on-the-cable' && showFuture && !breaks && (
        <line x1={end.x} y1={end.y} x2={to.x} y2={to.y} className="ls-segment-rest" />
      )}
      <line x1={from.x} y1={from.y} x2={tip.x} y2={tip.y} className="ls-segment-line" />
      {!isLost && <ArrowHead x={end.x} y={end.y} angle={slope} length={head} className="ls-segment-head" />}
      {isLost && (
        <g>
          <line x1={end.x} y1={end.y} x2={to.x} y2={to.y} className="ls-segment-lost" />
          <LossCross at={end} future={progress === 'future'} />
        </g>
      )}
      <g
        transform={`translate(${round(middle.x)} ${round(middle.y - 7)}) rotate(${round(to.x < from.x ? slope + 180 : slope)})`}
      >
        {rest.selected && (
          <line x1={-width / 2} x2={width / 2} y1={4} y2={4} className="ls-line ls-now" strokeWidth={1.5} />
        )}
        <SegmentText label={label} size={size} crossed={place.crossed} />
      </g>
    </>
  );
}

/** Where the cable ate a frame. */
export function LossCross({ at, future }: { readonly at: Point; readonly future: boolean }) {
  return (
    <g>
      <circle cx={at.x} cy={at.y} r={9} className="ls-paper" />
      <path
        d={`M${round(at.x - 6)} ${round(at.y - 6)}l12 12m0 -12l-12 12`}
        className={`ls-line ${future ? 'ls-ink-3' : 'ls-ink'}`}
        style={{ strokeWidth: 2.5 }}
      />
    </g>
  );
}

/** Degrees; 0 to the right, falling is positive. */
export function slopeOf({ from, to }: Piece): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}

/** A point `by` before the end of a line of this slope, so that the line does not peep out beside its head. */
export function back(end: Point, slope: number, by: number): Point {
  const angle = (slope * Math.PI) / 180;
  return { x: round(end.x - Math.cos(angle) * by), y: round(end.y - Math.sin(angle) * by) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
