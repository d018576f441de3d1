// Who had the interpreter lock when, on a clock: solid has it, hatched waits for it, a tick asks for it. A section for
// each interpreter that did the work, so that two of them can be compared at a glance.
import { clampCursor } from '@lockstep/trace';
import { useId, useMemo } from 'react';
import { Hatch } from '../marks/hatch.tsx';
import { sectionAt, shareOf } from './section-at.ts';
import { SectionFigure } from './section-figure.tsx';
import { type Section, sectionsOf } from './sections-of.ts';
import { SliceLegend } from './slice-legend.tsx';
import { headHeight, type SlicesProps } from './slices-props.ts';
import { sliceWords } from './words.ts';

const LEGEND = 30;
const BETWEEN = 18;
const LEAST_ROW = 22;
const TALLEST_ROW = 72;

/** A row a thread, in real time: when it had the interpreter lock, when it waited for it, when it asked for it. */
export function Slices(props: SlicesProps) {
  const { trace, length, width, height, language, name, showFuture, workName = (work) => work } = props;
  const id = useId();
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const all = useMemo(() => sectionsOf(trace, length), [trace, length]);
  const sections = showFuture ? all : all.filter(({ from, rows }) => Math.max(from, firstOf(rows)) < cursor);
  const words = sliceWords[language];
  const head = headHeight(width);
  const rows = sections.reduce((sum, section) => sum + section.rows.length, 0);
  const room = height - LEGEND - sections.length * (head + BETWEEN);
  const rowHeight = Math.max(LEAST_ROW, Math.min(TALLEST_ROW, room / Math.max(1, rows)));
  const topOf = (index: number) =>
    sections.slice(0, index).reduce((sum, section) => sum + head + section.rows.length * rowHeight + BETWEEN, 0);
  return (
    <svg
      className="ls-stage ls-slices"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.figure(sections.map((section) => spoken(section)).join(' '))}
    >
      <defs>
        <Hatch id={`${id}hatch`} />
      </defs>
      {sections.length === 0 && (
        <text x={16} y={30} className="ls-note">
          {words.none}
        </text>
      )}
      {sections.map((section, index) => (
        <SectionFigure
          key={section.from}
          {...props}
          cursor={cursor}
          section={section}
          title={section.work === undefined ? undefined : workName(section.work)}
          top={topOf(index)}
          rowHeight={rowHeight}
          id={id}
        />
      ))}
      {sections.length > 0 && (
        <SliceLegend y={Math.min(topOf(sections.length) + 12, height - 8)} width={width} id={id} words={words} />
      )}
    </svg>
  );

  function spoken(section: Section): string {
    const at = sectionAt(trace, section, cursor);
    const shares = section.rows.map(
      (row) => `${name(row.actor)}: ${Math.round(100 * (shareOf(row, section, at) ?? 0))} %`,
    );
    const title = section.work === undefined ? '' : `${workName(section.work)}: `;
    return `${title}${shares.join(', ')}; ${words.soFar(at.switches)}.`;
  }
}

/** The `seq` of the first thing that happened to the lock. */
function firstOf(rows: Section['rows']): number {
  return Math.min(...rows.map(({ held, waits }) => Math.min(held[0]?.from ?? Infinity, waits[0]?.from ?? Infinity)));
}
