import type { WaitForEdge } from '@lockstep/trace';
import { type ColourNumber, colourClass } from '../actor-colour.ts';
import { ArrowHead } from '../marks/arrow-head.tsx';
import { type EdgeLine, edgePath } from './edge-line.ts';

interface GraphEdgeProps {
  readonly edge: WaitForEdge;
  readonly line: EdgeLine;
  readonly colour: ColourNumber;
  /** Asked for, and not yet told to wait. */
  readonly isAsking: boolean;
  readonly isNow: boolean;
  readonly isInCycle: boolean;
  readonly isPicked: boolean;
  /** Said on the line where it is long enough. */
  readonly word: string | undefined;
  /** The word of a steep line stands left of it, towards the middle. */
  readonly isRight: boolean;
  readonly label: string;
  /** Given: it can be picked. */
  readonly onPick: (() => void) | undefined;
}

/** An arrow: solid from what is held to its holder, dashed from who waits to what it waits for. */
export function GraphEdge(props: GraphEdgeProps) {
  const { edge, line, colour, isInCycle, isPicked, word, onPick } = props;
  const { x2, y2, middle, angle } = line;
  const head = isInCycle ? 13 : 10;
  const acts = onPick && {
    role: 'button',
    tabIndex: 0,
    'aria-pressed': isPicked,
    'aria-label': props.label,
    onClick: onPick,
    onKeyDown: (event: React.KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      event.stopPropagation();
      onPick();
    },
  };
  return (
    <g
      className={`ls-graph-edge ${colourClass(colour)}`}
      data-kind={edge.kind}
      data-asking={props.isAsking || undefined}
      data-now={props.isNow || undefined}
      data-cycle={isInCycle || undefined}
      data-picked={isPicked || undefined}
      {...acts}
    >
      {onPick && <path d={edgePath(line)} className="ls-edge-reach" />}
      <path d={edgePath(line, head * 0.8)} className="ls-edge-line" />
      <ArrowHead x={x2} y={y2} angle={angle} length={head} className="ls-edge-head" />
      {isPicked && (
        <path
          d="M-7 -9L-1 9M1 -9L7 9"
          className="ls-edge-cut"
          transform={`translate(${middle.x} ${middle.y}) rotate(${angle})`}
        />
      )}
      {word !== undefined && !isPicked && <EdgeWord word={word} line={line} isRight={props.isRight} />}
    </g>
  );
}

/** Beside the line, and upright: above a flat one, on the inner side of a steep one. */
function EdgeWord({ word, line, isRight }: { word: string; line: EdgeLine; isRight: boolean }) {
  const flat = Math.abs(line.y2 - line.y1) < 0.6 * Math.abs(line.x2 - line.x1);
  const { x, y } = line.middle;
  const isBelow = (line.isDouble || y > Math.max(line.y1, line.y2)) && line.x2 > line.x1;
  return (
    <text
      x={flat ? x : x + (isRight ? -12 : 12)}
      y={flat ? y + (isBelow ? 20 : -10) : y + 4}
      textAnchor={flat ? 'middle' : isRight ? 'end' : 'start'}
      className="ls-note ls-small ls-halo"
    >
      {word}
    </text>
  );
}
