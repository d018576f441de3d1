import { usePlayer } from '../player/bench.ts';
import type { StripMark } from '../player/strip-mark.ts';
import type { ScrubberLayout } from './scrubber-layout.ts';

/** Shapes that stay apart without their colour: a square, a ring, an open diamond. */
const SHAPES: Readonly<Record<StripMark['sign'], string>> = {
  first: 'M-4.5 -4.5h9v9h-9z',
  second: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z',
  difference: 'M0 -6.5L6.5 0L0 6.5L-6.5 0z',
};

type Layout = Pick<ScrubberLayout, 'x' | 'left' | 'bottom' | 'unit'>;

/** Under the events of the strip: the part that is played. */
export function StripRange({ layout }: { readonly layout: Layout }) {
  const range = usePlayer((state) => state.range);
  return range ? <RangeBar layout={layout} from={range.from} to={range.to} loops={range.loops} /> : undefined;
}

/** Over them: those that something on the page speaks of. */
export function StripMarks({ layout }: { readonly layout: Layout }) {
  const { marks, length } = usePlayer((state) => ({ marks: state.marks, length: state.length }));
  return marks
    .filter(({ seq }) => seq < length)
    .map(({ seq, sign }) => {
      const x = layout.x(seq) + Math.min(layout.unit, 62) / 2;
      return (
        <g key={`${sign} ${seq}`} className="strip-mark" data-sign={sign}>
          <path d={`M${x} 0V${layout.bottom}`} />
          <path className="strip-sign" transform={`translate(${x} ${layout.bottom + 2})`} d={SHAPES[sign]} />
        </g>
      );
    });
}

interface RangeBarProps {
  readonly layout: Layout;
  readonly from: number;
  readonly to: number;
  readonly loops: boolean;
}

function RangeBar({ layout, from, to, loops }: RangeBarProps) {
  const start = edgeOf(layout, from);
  const end = edgeOf(layout, to);
  const { bottom } = layout;
  return (
    <g className="strip-range" data-loops={loops}>
      <rect x={start} y="0" width={Math.max(1, end - start)} height={bottom} />
      <path d={`M${start + 4} 0h-4V${bottom}h4M${end - 4} 0h4V${bottom}h-4`} />
    </g>
  );
}

/** Where the step at a cursor ends on the strip. */
function edgeOf({ x, left, unit }: Layout, cursor: number): number {
  return cursor === 0 ? left : x(cursor - 1) + Math.min(unit, 62);
}

/** Sign of an event in a sentence: the shape that it has on the strip. */
export function StripSign({ sign }: { readonly sign: StripMark['sign'] }) {
  return (
    <svg className="strip-sign-inline" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
      <path className="strip-sign" d={SHAPES[sign]} />
    </svg>
  );
}
