import { clampCursor, type Trace } from '@lockstep/trace';
import { printed } from '../printed.ts';
import type { Language } from '../text.ts';
import { sansWidth } from '../text-width.ts';
import { type DotPlan, dotPlanOf, dotsPath, LEAST_ROW } from './dots.ts';
import { type Histogram, histogramOf, type OutcomeRow } from './histogram.ts';
import { outcomeWords } from './words.ts';

export interface OutcomesProps {
  readonly trace: Trace;
  readonly length: number;
  readonly cursor: number;
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  /** Outcomes of runs whose schedule was forced; they stand beside, in a column of their own. */
  readonly forced?: readonly { readonly value: string | number }[];
}

const HEAD = 18;
const FOOT = 22;
/** Rows from this height on are written larger. */
const ROOMY_ROW = 52;
/** Of a value that is written larger; and how much of the width values may take at most. */
const VALUE_PX = 17;
const WIDEST_VALUE = 0.4;

/** How often each outcome came in many runs: one dot a run. */
export function Outcomes({ trace, length, cursor: wanted, language, width, height, forced = [] }: OutcomesProps) {
  const cursor = Math.min(clampCursor(trace, wanted), length);
  const words = outcomeWords[language];
  const forcedValues = forced.map((one) => String(one.value));
  const mostRows = Math.max(3, Math.floor((height - HEAD - FOOT) / LEAST_ROW));
  const histogram = histogramOf(trace, cursor, mostRows, forcedValues);
  const present = cursor > 0 ? trace.event(cursor - 1) : undefined;
  const nowValue = present?.kind === 'outcome.observed' ? present.value : undefined;
  const signed = histogram.rows.some((row) => row.label.startsWith('-'));
  const narrow = width < 640;
  const left = narrow ? 16 : 24;
  const right = width - left;
  const longest = Math.max(...histogram.rows.map((row) => sansWidth(labelText(row.label, signed), VALUE_PX)));
  const valueX = left + Math.max(histogram.binned ? (narrow ? 108 : 120) : 56, Math.min(longest, width * WIDEST_VALUE));
  const countX = valueX + 20 + 11 * Math.max(4, String(histogram.runs).length);
  const dotsX = countX + 20;
  const forcedX = forced.length > 0 ? right - 18 : right;
  const room = (forced.length > 0 ? forcedX - 26 : right) - dotsX;
  const plan = dotPlanOf(
    histogram.rows.map((row) => row.count),
    room,
    height - HEAD - FOOT,
  );
  const tops = plan.rowHeights.map((_, index) => HEAD + plan.rowHeights.slice(0, index).reduce((a, b) => a + b, 0));
  const bottom = HEAD + plan.rowHeights.reduce((a, b) => a + b, 0);
  const roomy = !narrow && Math.min(...plan.rowHeights) >= ROOMY_ROW;
  return (
    <svg
      className="ls-stage ls-outcomes"
      data-roomy={roomy || undefined}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${words.figure(histogram.runs)}: ${spoken(histogram)}`}
    >
      <text x={valueX} y={11} textAnchor="end" className="ls-note ls-small">
        {words.outcome}
      </text>
      <text x={dotsX} y={11} className="ls-note ls-small">
        {histogram.runs === 0 ? words.none : words.runs(histogram.runs, plan.runsPerDot)}
      </text>
      {forced.length > 0 && (
        <>
          <text x={forcedX} y={11} textAnchor="middle" className="ls-note ls-small">
            {words.forced}
          </text>
          <line x1={forcedX - 26} x2={forcedX - 26} y1={0} y2={bottom} className="ls-line ls-hair" />
        </>
      )}
      {histogram.rows.map((row, index) => (
        <OutcomeLine
          key={row.label}
          row={row}
          runs={histogram.runs}
          top={tops[index] ?? 0}
          height={plan.rowHeights[index] ?? LEAST_ROW}
          left={left}
          right={right}
          valueX={valueX}
          countX={countX}
          signed={signed}
          dotsX={dotsX}
          plan={plan}
          roomy={roomy}
          now={nowValue !== undefined && row.has(nowValue)}
          forcedX={forced.length > 0 ? forcedX : undefined}
          forcedCount={forcedValues.filter((value) => row.has(value)).length}
          language={language}
        />
      ))}
      <line x1={left} x2={right} y1={bottom + 0.5} y2={bottom + 0.5} className="ls-line ls-hair" />
      {histogram.overlapPercent !== undefined && (
        <text
          x={narrow ? right : dotsX}
          y={bottom + 18}
          textAnchor={narrow ? 'end' : 'start'}
          className="ls-note ls-small"
        >
          {words.overlap(Math.round(histogram.overlapPercent))}
        </text>
      )}
    </svg>
  );
}

interface OutcomeLineProps {
  readonly row: OutcomeRow;
  readonly runs: number;
  readonly top: number;
  readonly height: number;
  /** Where its upper line begins and ends. */
  readonly left: number;
  readonly right: number;
  readonly valueX: number;
  readonly countX: number;
  /** Some values are negative, so the others carry their plus. */
  readonly signed: boolean;
  readonly dotsX: number;
  readonly plan: DotPlan;
  /** Written larger. */
  readonly roomy: boolean;
  /** The present step added the last dot. */
  readonly now: boolean;
  readonly forcedX: number | undefined;
  readonly forcedCount: number;
  readonly language: Language;
}

function OutcomeLine(props: OutcomeLineProps) {
  const { row, runs, top, height, valueX, countX, signed, dotsX, plan, now, forcedX, forcedCount, language } = props;
  const middle = top + height / 2;
  const dots = Math.ceil(row.count / plan.runsPerDot);
  const dotsTop = middle - ((Math.ceil(dots / plan.columns) - 1) * plan.pitch) / 2;
  const wordY = middle + (props.roomy ? 19 : 14);
  return (
    <g className="ls-outcome" data-expected={row.expected || undefined}>
      <line x1={props.left} x2={props.right} y1={top + 0.5} y2={top + 0.5} className="ls-line ls-hair" />
      <text x={valueX} y={middle + (row.expected ? 1 : 5)} textAnchor="end" className="ls-outcome-value">
        {labelText(row.label, signed)}
      </text>
      {row.expected && (
        <text x={valueX} y={wordY} textAnchor="end" className="ls-note ls-word">
          {outcomeWords[language].expected}
        </text>
      )}
      <text x={countX} y={middle + 2} textAnchor="end" className="ls-outcome-count">
        {row.count}
      </text>
      <text x={countX} y={wordY} textAnchor="end" className="ls-note ls-word">
        {percentText(row.count, runs)}
      </text>
      <g transform={`translate(${dotsX + plan.dot / 2} ${dotsTop})`} style={{ strokeWidth: plan.dot }}>
        <path d={dotsPath(0, now ? dots - 1 : dots, plan)} className="ls-dots" />
        {now && <path d={dotsPath(dots - 1, dots, plan)} className="ls-dots" data-now />}
      </g>
      {forcedX !== undefined &&
        (forcedCount > 0 ? (
          <>
            <circle cx={forcedX} cy={middle} r={8} className="ls-now-fill" />
            <text x={forcedX} y={middle + 4.2} textAnchor="middle" className="ls-forced">
              {forcedCount}
            </text>
          </>
        ) : (
          <text x={forcedX} y={middle + 4.5} textAnchor="middle" className="ls-note ls-small">
            0
          </text>
        ))}
    </g>
  );
}

/** Small shares keep a digit that counts, and large ones what they lack: never 0 % of what happened, nor 100 % of less. */
function percentText(count: number, runs: number): string {
  if (runs === 0) return '';
  const percent = (100 * count) / runs;
  if (percent === 0 || percent === 100) return `${percent} %`;
  if (percent < 0.1) return '< 0.1 %';
  if (percent > 99.9) return '> 99.9 %';
  return `${percent < 10 || percent > 90 ? Number(percent.toFixed(1)) : Math.round(percent)} %`;
}

function labelText(label: string, signed: boolean): string {
  const value = Number(label);
  return Number.isFinite(value) ? printed(value, signed) : label.replaceAll('-', '−');
}

function spoken({ rows }: Histogram): string {
  return rows.map((row) => `${row.label} × ${row.count}`).join(', ');
}
