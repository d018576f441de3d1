import { actorColour, colourClass } from '../actor-colour.ts';
import type { SectionAt } from './section-at.ts';
import { shareOf } from './section-at.ts';
import type { Section, SliceRow, Stretch } from './sections-of.ts';
import type { SlicesProps } from './slices-props.ts';
import type { TimeWindow } from './time-window.ts';
import { sliceWords } from './words.ts';

interface SliceRowProps extends SlicesProps {
  readonly section: Section;
  readonly row: SliceRow;
  readonly at: SectionAt;
  /** Places a time; what lies outside the window falls on its edges. */
  readonly x: (us: number) => number;
  readonly window: TimeWindow;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly rowHeight: number;
  readonly compact: boolean;
  readonly id: string;
}

const TALL_ROW = 38;
const TALLEST_BAR = 36;
const TICK = 6;

/** One thread: its name, its time, and what share of it the thread had the lock. */
export function SliceRowFigure(props: SliceRowProps) {
  const { trace, section, row, at, x, window, left, right, top, rowHeight, compact, id } = props;
  const { language, name, cursor, sources, showFuture, onSelect } = props;
  const words = sliceWords[language];
  const height = Math.min(TALLEST_BAR, rowHeight - 8);
  const barTop = top + (rowHeight - height) / 2;
  const middle = top + rowHeight / 2;
  const { fromUs, toUs } = window;
  const seen = (stretches: readonly Stretch[]) =>
    stretches.filter((one) => sources.has(one.source) && (one.toUs ?? toUs) >= fromUs && one.fromUs <= toUs);
  const held = seen(row.held);
  const waits = seen(row.waits);
  const path = (stretches: readonly Stretch[], untilUs: number) => pathOf(stretches, untilUs, x, barTop, height);
  const share = shareOf(row, section, at);
  const program = trace.header.actors.find((actor) => actor.id === row.actor)?.program;
  const wait = row.medianWait && row.medianWait.seq < cursor ? words.medianWait(row.medianWait.ms) : undefined;
  const detail = rowHeight >= TALL_ROW && !compact ? (wait ?? (program && `${program}()`)) : undefined;
  const asks = row.asks.filter((ask) => ask.seq < cursor && ask.atUs >= fromUs && ask.atUs <= toUs);
  return (
    <g className={colourClass(actorColour(trace, row.actor))}>
      <text
        role="presentation"
        x={16}
        y={middle + (detail === undefined ? 4.5 : -2)}
        className="ls-slice-name"
        onClick={() => onSelect({ actor: row.actor })}
      >
        {name(row.actor)}
      </text>
      {detail !== undefined && (
        <text x={16} y={middle + 13} className={wait === detail ? 'ls-note ls-small' : 'ls-slice-program'}>
          {detail}
        </text>
      )}
      <line x1={left} x2={right} y1={middle} y2={middle} className="ls-line ls-hair" />
      {showFuture && <path d={path(held, toUs)} className="ls-slice-future" />}
      <path d={path(waits, at.nowUs)} fill={`url(#${id}hatch)`} className="ls-slice-wait" />
      <path d={path(held, at.nowUs)} className="ls-fill" />
      {asks.map(({ seq, atUs }) => (
        <g key={seq} transform={`translate(${round(x(atUs))} ${barTop})`}>
          <path d={`M0 ${-TICK + 2}V${height / 2}`} className="ls-slice-ask" />
          <circle cy={-TICK + 2} r={2} className="ls-slice-ask-head" />
        </g>
      ))}
      {share !== undefined && (
        <text x={right + (compact ? 6 : 10)} y={middle + 5} className="ls-slice-share">
          {`${Math.round(share * 100)} %`}
        </text>
      )}
    </g>
  );
}

/** All these stretches, as far as they lie before a time, as one path: there may be thousands. */
function pathOf(
  stretches: readonly Stretch[],
  untilUs: number,
  x: (us: number) => number,
  y: number,
  height: number,
): string {
  let path = '';
  for (const { fromUs, toUs } of stretches) {
    if (fromUs >= untilUs) break;
    const start = x(fromUs);
    const width = Math.max(0.75, x(Math.min(toUs ?? untilUs, untilUs)) - start);
    path += `M${round(start)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
