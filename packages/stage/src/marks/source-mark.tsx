import { assertNever, type Source } from '@lockstep/trace';
import { monoWidth } from '../text-width.ts';

/** The source badge inside a drawing; (x, y) is its left end on the text's middle line. */
export function SourceMark({ source, x, y }: { readonly source: Source; readonly x: number; readonly y: number }) {
  const width = Math.round(monoWidth(source, 10.5) + 10);
  return (
    <g className="ls-source">
      <rect
        x={x + 0.5}
        y={y - 7.5}
        width={width - 1}
        height={15}
        rx={2}
        className="ls-source-box"
        strokeDasharray={dashOf(source)}
      />
      <text x={x + width / 2} y={y + 3.7} textAnchor="middle" className="ls-source-word" data-source={source}>
        {source}
      </text>
    </g>
  );
}

function dashOf(source: Source): string | undefined {
  switch (source) {
    case 'wire':
    case 'kernel':
    case 'program':
      return undefined;
    case 'derived':
      return '3 2';
    case 'model':
      return '1 2';
    default:
      return assertNever(source);
  }
}
