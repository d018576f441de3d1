import type { Trace } from '@lockstep/trace';
import { actorColour, colourClass } from '../actor-colour.ts';
import type { SectionAt } from './section-at.ts';
import type { Section } from './sections-of.ts';
import type { TimeWindow } from './time-window.ts';

interface SliceOverviewProps {
  readonly trace: Trace;
  readonly section: Section;
  readonly window: TimeWindow;
  readonly at: SectionAt;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const HEIGHT = 8;

/** The whole section as a strip, and where in it the window lies. */
export function SliceOverview({ trace, section, window, at, left, right, y }: SliceOverviewProps) {
  const x = (us: number) => left + ((right - left) * (us - section.fromUs)) / (section.toUs - section.fromUs);
  const from = x(window.fromUs);
  return (
    <g>
      <rect x={left} y={y} width={right - left} height={HEIGHT} className="ls-slice-strip" />
      {section.rows.map((row) => (
        <path
          key={row.actor}
          className={`${colourClass(actorColour(trace, row.actor))} ls-fill`}
          d={row.held
            .filter(({ fromUs }) => fromUs < at.nowUs)
            .map(({ fromUs, toUs = at.nowUs }) => {
              const width = Math.max(0.3, x(Math.min(toUs, at.nowUs)) - x(fromUs));
              return `M${x(fromUs).toFixed(1)} ${y + 2}h${width.toFixed(1)}v${HEIGHT - 4}h${(-width).toFixed(1)}z`;
            })
            .join('')}
        />
      ))}
      <rect x={from} y={y} width={x(window.toUs) - from} height={HEIGHT} className="ls-slice-frame" />
    </g>
  );
}
