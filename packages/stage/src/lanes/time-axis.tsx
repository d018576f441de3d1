// What runs through all lanes: the cursor, the numbers of the steps, silences, and what lies outside the window.
import type { Trace } from '@lockstep/trace';
import { printedDuration } from '../printed.ts';
import type { Language } from '../text.ts';
import { sansWidth } from '../text-width.ts';
import { type Columns, columnFrom, leftOf, middleOf, widthOf } from './columns.ts';
import type { FloorPlan } from './floor-plan.ts';
import type { LaneView } from './view.ts';
import { laneWords } from './words.ts';

/** Band, line and triangle of the cursor. */
export function Present({
  columns,
  cursor,
  plan,
  view,
}: {
  readonly columns: Columns;
  readonly cursor: number;
  readonly plan: FloorPlan;
  readonly view: LaneView;
}) {
  if (cursor === 0)
    return <line x1={0.75} x2={0.75} y1={plan.top} y2={plan.bottom} className="ls-line ls-now" strokeWidth={1.5} />;
  const x = leftOf(columns, cursor - 1);
  const middle = middleOf(columns, cursor - 1);
  return (
    <g>
      <rect x={x} y={plan.top} width={view.nowX - x} height={plan.bottom - plan.top} className="ls-wash" />
      <line x1={view.nowX} x2={view.nowX} y1={plan.top} y2={plan.bottom} className="ls-line ls-now" strokeWidth={1.5} />
      <path d={`M${middle - 6} 1h12l-6 9z`} className="ls-now-fill" />
    </g>
  );
}

interface StepsProps {
  readonly columns: Columns;
  readonly cursor: number;
  readonly plan: FloorPlan;
  readonly view: LaneView;
  readonly onSeek: (cursor: number) => void;
}

/** The numbers on top, as far as they fit, and the columns as places to click. */
export function Steps({ columns, cursor, plan, view, onSeek }: StepsProps) {
  const seqs = Array.from({ length: Math.max(0, view.last - view.first) }, (_, index) => view.first + index);
  const now = cursor === 0 ? 0 : middleOf(columns, cursor - 1);
  /** Right edge of the last number: those of long runs are wider than many a column. */
  let takenTo = Number.NEGATIVE_INFINITY;
  return seqs.map((seq) => {
    const present = seq === cursor - 1;
    const width = widthOf(columns, seq);
    const fits = sansWidth(String(seq + 1), 12) + 4 <= width;
    const isRound = (seq + 1) % 10 === 0 && Math.abs(seq - cursor + 1) > 2;
    const distance = cursor === 0 ? Number.POSITIVE_INFINITY : Math.abs(middleOf(columns, seq) - now);
    const isFree = distance > (sansWidth(String(cursor), 17) + sansWidth(String(seq + 1), 12)) / 2 + 6;
    const half = sansWidth(String(seq + 1), 12) / 2;
    const shown = present || ((fits || isRound) && isFree && middleOf(columns, seq) - half > takenTo);
    if (shown) takenTo = middleOf(columns, seq) + half + 2;
    return (
      <g key={seq}>
        {shown && (
          <text
            x={middleOf(columns, seq)}
            y={26}
            textAnchor="middle"
            className="ls-column-step"
            data-present={present || undefined}
            data-future={seq >= cursor || undefined}
          >
            {seq + 1}
          </text>
        )}
        <rect
          role="presentation"
          x={leftOf(columns, seq)}
          y={0}
          width={width}
          height={plan.bottom}
          className="ls-row"
          onClick={() => onSeek(seq + 1)}
        />
      </g>
    );
  });
}

/** Silences: two dotted lines through all lanes, with their length. */
export function Breaks({
  columns,
  plan,
  view,
}: {
  readonly columns: Columns;
  readonly plan: FloorPlan;
  readonly view: LaneView;
}) {
  return columns.breaks
    .filter((one) => one.x > view.from && one.x < view.to && one.x < view.nowX + 40)
    .map((one) => (
      <g key={one.after}>
        <rect x={one.x - 3} y={plan.top} width={6} height={plan.bottom - plan.top} className="ls-paper" />
        <path
          d={`M${one.x - 3} ${plan.top}V${plan.bottom}M${one.x + 3} ${plan.top}V${plan.bottom}`}
          className="ls-line ls-ink-3"
          strokeDasharray="2 2"
        />
        <text x={one.x} y={12} textAnchor="middle" className="ls-note ls-small">
          {printedDuration(one.lengthUs)}
        </text>
      </g>
    ));
}

interface EndProps {
  readonly trace: Trace;
  readonly cursor: number;
  readonly plan: FloorPlan;
  readonly view: LaneView;
  readonly language: Language;
}

/** A double bar where the run is over, as at the end of a score; with its reason where nobody could go on. */
export function End({ trace, cursor, plan, view, language }: EndProps) {
  if (cursor === 0) return undefined;
  const last = trace.event(cursor - 1);
  if (last.kind !== 'run.ended') return undefined;
  const x = view.nowX - 4;
  return (
    <g className="ls-end">
      <path d={`M${x - 6} ${plan.top}V${plan.bottom}`} className="ls-line ls-ink" />
      <path d={`M${x} ${plan.top}V${plan.bottom}`} className="ls-line ls-ink" strokeWidth={3} />
      {last.reason === 'deadlock' && (
        <text x={view.nowX + 10} y={plan.bottom - 4} className="ls-brace-text ls-halo">
          {laneWords[language].deadlock}
        </text>
      )}
    </g>
  );
}

interface MoreProps {
  readonly view: LaneView;
  readonly columns: Columns;
  readonly plan: FloorPlan;
  readonly length: number;
  readonly width: number;
  readonly language: Language;
  readonly showFuture: boolean;
}

export function More({ view, columns, plan, length, width, language, showFuture }: MoreProps) {
  const words = laneWords[language];
  const earlier = columnFrom(columns, view.from - 1);
  const after = columnFrom(columns, view.to + 0.01);
  const later = showFuture && after <= length ? length - after + 1 : 0;
  return (
    <>
      {earlier > 0 && (
        <text x={plan.left} y={plan.bottom - 4} className="ls-note ls-small ls-halo">
          {words.earlier(earlier)}
        </text>
      )}
      {later > 0 && (
        <text x={width - 6} y={plan.bottom - 4} textAnchor="end" className="ls-note ls-small ls-halo">
          {words.later(later)}
        </text>
      )}
    </>
  );
}
