import { scaleLinear } from 'd3-scale';
import type { MouseEvent } from 'react';
import { printedDuration } from '../printed.ts';
import { sansWidth } from '../text-width.ts';
import { cursorAt, sectionAt } from './section-at.ts';
import type { Section } from './sections-of.ts';
import { SliceOverview } from './slice-overview.tsx';
import { SliceRowFigure } from './slice-row.tsx';
import { headHeight, NARROW, type SlicesProps } from './slices-props.ts';
import { timeWindowOf } from './time-window.ts';
import { sliceWords } from './words.ts';

interface SectionFigureProps extends SlicesProps {
  readonly section: Section;
  readonly title: string | undefined;
  readonly top: number;
  readonly rowHeight: number;
  /** Prefix of ids in this drawing. */
  readonly id: string;
}

/** The rows of one section under one clock. */
export function SectionFigure(props: SectionFigureProps) {
  const { trace, section, title, top, rowHeight, width, cursor, language, onSeek } = props;
  const words = sliceWords[language];
  const compact = width < NARROW;
  const left = compact ? 74 : 148;
  const right = width - (compact ? 50 : 58);
  const at = sectionAt(trace, section, cursor);
  const window = timeWindowOf(section, at.nowUs, right - left);
  const x = scaleLinear([window.fromUs, window.toUs], [left, right]).clamp(true);
  const rowsTop = top + headHeight(width);
  const bottom = rowsTop + section.rows.length * rowHeight;
  const nowX = x(at.nowUs);
  const isPresent = at.hasBegun && !at.isOver;
  const { measured } = section;
  const told = measured !== undefined && cursor > measured.seq ? measured : undefined;
  const ticks = scaleLinear([window.fromUs - section.fromUs, window.toUs - section.fromUs], [left, right]);
  const seek = (event: MouseEvent<SVGRectElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - box.left) / Math.max(1, box.width);
    onSeek(cursorAt(trace, section, window.fromUs + share * (window.toUs - window.fromUs)));
  };
  return (
    <g>
      <text x={16} y={top + 18} className="ls-slice-title">
        {title}
      </text>
      <text
        x={compact ? 16 : width - 16}
        y={top + (compact ? 34 : 18)}
        textAnchor={compact ? 'start' : 'end'}
        className="ls-slice-measure"
      >
        {told ? words.measured(told.perSecond, told.medianSliceUs) : at.hasBegun && words.soFar(at.switches)}
      </text>
      {ticks.ticks(compact ? 3 : 6).map((us) => {
        const tickX = ticks(us);
        const label = us === 0 ? '0' : printedDuration(us);
        const hidden = isPresent && Math.abs(tickX - nowX) < sansWidth(label, 12) + 18;
        return (
          <g key={us}>
            <line x1={tickX} x2={tickX} y1={rowsTop - 4} y2={bottom} className="ls-line ls-hair" />
            {!hidden && (
              <text x={tickX} y={rowsTop - 9} textAnchor="middle" className="ls-note ls-small">
                {label}
              </text>
            )}
          </g>
        );
      })}
      {section.rows.map((row, index) => (
        <SliceRowFigure
          key={row.actor}
          {...props}
          row={row}
          at={at}
          x={x}
          window={window}
          left={left}
          right={right}
          top={rowsTop + index * rowHeight}
          compact={compact}
        />
      ))}
      {!window.isWhole && <SliceOverview {...{ section, window, at, left, right, trace }} y={bottom + 4} />}
      {isPresent && nowX >= left && (
        <g>
          <line x1={nowX} x2={nowX} y1={rowsTop - 4} y2={bottom} className="ls-line ls-now" strokeWidth={1.5} />
          <text x={nowX} y={rowsTop - 9} textAnchor="middle" className="ls-slice-now">
            {printedDuration(at.nowUs - section.fromUs)}
          </text>
        </g>
      )}
      <rect
        role="presentation"
        x={left}
        y={rowsTop}
        width={right - left}
        height={bottom - rowsTop}
        className="ls-row"
        onClick={seek}
      />
    </g>
  );
}
