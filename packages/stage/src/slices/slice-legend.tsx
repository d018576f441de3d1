import { sansWidth } from '../text-width.ts';
import type { sliceWords } from './words.ts';

interface SliceLegendProps {
  readonly y: number;
  readonly width: number;
  readonly id: string;
  readonly words: (typeof sliceWords)['en'];
}

const BOX = 16;

/** What solid, hatched and the ticks mean. */
export function SliceLegend({ y, width, id, words }: SliceLegendProps) {
  const waitsX = 16 + BOX + 6 + sansWidth(words.holds, 12) + 18;
  const asksX = waitsX + BOX + 6 + sansWidth(words.waits, 12) + 18;
  const fits = asksX + 14 + sansWidth(words.asks, 12) < width;
  return (
    <g className="ls-c0">
      <rect x={16} y={y - 9} width={BOX} height={10} className="ls-fill" />
      <text x={16 + BOX + 6} y={y} className="ls-note ls-small">
        {words.holds}
      </text>
      <rect x={waitsX} y={y - 9} width={BOX} height={10} fill={`url(#${id}hatch)`} className="ls-slice-wait" />
      <text x={waitsX + BOX + 6} y={y} className="ls-note ls-small">
        {words.waits}
      </text>
      {fits && (
        <>
          <path d={`M${asksX + 3} ${y - 10}v12`} className="ls-slice-ask" />
          <circle cx={asksX + 3} cy={y - 10} r={2} className="ls-slice-ask-head" />
          <text x={asksX + 12} y={y} className="ls-note ls-small">
            {words.asks}
          </text>
        </>
      )}
    </g>
  );
}
