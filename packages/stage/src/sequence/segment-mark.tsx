import { type ColourNumber, colourClass } from '../actor-colour.ts';
import { ArrowHead } from '../marks/arrow-head.tsx';
import { monoWidth } from '../text-width.ts';
import type { SegmentLabel } from './segment-label.ts';

/** How far a frame has come. */
export type Progress = 'future' | 'on-the-cable' | 'delivered' | 'dropped';

interface SegmentMarkProps {
  readonly colour: ColourNumber;
  readonly fromX: number;
  readonly toX: number;
  readonly fromY: number;
  readonly toY: number;
  readonly progress: Progress;
  /** It will be dropped; drawn so also while that is still to come. */
  readonly breaks: boolean;
  readonly present: boolean;
  /** It repeats a lost one, whose thread comes down on it: the label keeps out of its way. */
  readonly again: boolean;
  readonly showFuture: boolean;
  readonly label: SegmentLabel;
  readonly selected: boolean;
  readonly name: string;
  readonly onSelect: () => void;
}

/** The share of its way after which a dropped segment ends. */
const TORN = 0.6;

/** A segment on the cable: it falls from its sender to its receiver, with its flags and numbers along the slope. */
export function SegmentMark(props: SegmentMarkProps) {
  const { colour, fromX, toX, fromY, toY, progress, breaks, present, showFuture, label, selected, name } = props;
  const at = (share: number) => ({ x: fromX + (toX - fromX) * share, y: fromY + (toY - fromY) * share });
  const slope = (Math.atan2(toY - fromY, toX - fromX) * 180) / Math.PI;
  const textSlope = toX < fromX ? slope + 180 : slope;
  const head = present ? 13 : 10;
  const end = at(progress === 'delivered' ? 1 : breaks ? TORN : progress === 'future' ? 1 : 0.5);
  const tip = back(end, slope, 3);
  const middle = at(breaks || props.again ? 0.33 : 0.5);
  const size = fittingSize(label, Math.abs(toX - fromX) * (breaks || props.again ? 0.5 : 0.9), present ? 15 : 13.5);
  const width = monoWidth(`${label.flags}${label.fields}`, size) + 10;
  const hasHead = !breaks && (progress === 'delivered' || progress === 'future' || progress === 'on-the-cable');
  return (
    // biome-ignore lint/a11y/useSemanticElements: SVG has no button
    <g
      className={`ls-segment ${colourClass(colour)}`}
      data-progress={progress}
      data-present={present || undefined}
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={selected}
      onClick={props.onSelect}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        props.onSelect();
      }}
    >
      <line x1={fromX} y1={fromY} x2={toX} y2={toY} className="ls-hit" />
      {progress === 'on-the-cable' && showFuture && !breaks && (
        <line x1={end.x} y1={end.y} x2={toX} y2={toY} className="ls-segment-rest" />
      )}
      <line x1={fromX} y1={fromY} x2={tip.x} y2={tip.y} className="ls-segment-line" />
      {hasHead && <ArrowHead x={end.x} y={end.y} angle={slope} length={head} className="ls-segment-head" />}
      {breaks && progress !== 'on-the-cable' && (
        <g>
          <line x1={end.x} y1={end.y} x2={toX} y2={toY} className="ls-segment-lost" />
          <circle cx={end.x} cy={end.y} r={9} className="ls-paper" />
          <path
            d={`M${end.x - 6} ${end.y - 6}l12 12m0 -12l-12 12`}
            className={`ls-line ${progress === 'future' ? 'ls-ink-3' : 'ls-ink'}`}
            strokeWidth={2.5}
          />
        </g>
      )}
      {progress === 'on-the-cable' && breaks && (
        <ArrowHead x={end.x} y={end.y} angle={slope} length={head} className="ls-segment-head" />
      )}
      <g transform={`translate(${round(middle.x)} ${round(middle.y - 7)}) rotate(${round(textSlope)})`}>
        {selected && <line x1={-width / 2} x2={width / 2} y1={4} y2={4} className="ls-line ls-now" strokeWidth={1.5} />}
        <text textAnchor="middle" className="ls-segment-text" style={{ fontSize: size }}>
          <tspan className="ls-segment-flags">{label.flags}</tspan>
          <tspan dx={9}>{label.fields}</tspan>
        </text>
      </g>
    </g>
  );
}

/** Where the ✕ of a dropped segment lies. */
export function tornAt(fromX: number, toX: number, fromY: number, toY: number): { x: number; y: number } {
  return { x: fromX + (toX - fromX) * TORN, y: fromY + (toY - fromY) * TORN };
}

function fittingSize(label: SegmentLabel, room: number, most: number): number {
  const wanted = monoWidth(`${label.flags} ${label.fields}`, most) + 10;
  return wanted <= room ? most : Math.max(11, (most * room) / wanted);
}

/** A point `by` before the end of a line of this slope, so that the line does not peep out beside its head. */
function back(end: { x: number; y: number }, slope: number, by: number): { x: number; y: number } {
  const angle = (slope * Math.PI) / 180;
  return { x: round(end.x - Math.cos(angle) * by), y: round(end.y - Math.sin(angle) * by) };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
