// A row for each tick: the ring where it should have come, the disc where it came, and between them how late it was.
import { actorColour, colourClass, type StageProps } from '@lockstep/stage';
import { type Clock, clockOf, inMs, type Tick } from './ticks.ts';

const LEFT = 64;
const RIGHT = 96;
const TOP = 28;
const BOTTOM = 8;
/** Room for what the signs mean. */
const LEGEND = 250;
const WIDEST_ROW = 34;

const words = {
  en: {
    tick: (number: number) => `tick ${number}`,
    figure: (ticks: string) => `When each tick should have come, and when it came. ${ticks}`,
    late: (tick: Tick) => `Tick ${tick.number}: ${inMs(tick.lateUs)} late.`,
    axis: '○ due  ● came, in ms since the start',
  },
  zh: {
    tick: (number: number) => `第 ${number} 次`,
    figure: (ticks: string) => `每次滴答该来的时刻，和真正来的时刻。${ticks}`,
    late: (tick: Tick) => `第 ${tick.number} 次：迟 ${inMs(tick.lateUs)}。`,
    axis: '○ 该来  ● 来了（自开始起的毫秒数）',
  },
};

/** Planned and measured ticks on one axis. */
export function DriftFigure(props: StageProps) {
  const { trace, cursor, language, width, height, sources, showFuture } = props;
  const clock = clockOf(trace, cursor);
  const all = clockOf(trace);
  if (!clock || !all) return undefined;
  const lastUs = Math.max(clock.of * clock.periodUs, ...(showFuture ? all : clock).ticks.map(({ atUs }) => atUs));
  const x = (us: number) => LEFT + (us / lastUs) * (width - LEFT - RIGHT);
  const row = Math.min(WIDEST_ROW, (height - TOP - BOTTOM) / clock.of);
  const y = (number: number) => TOP + (number - 0.5) * row;
  const shown = sources.has('program') ? clock.ticks : [];
  const said = words[language].figure(shown.map(words[language].late).join(' '));
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={said}
      fontFamily="var(--sans)"
      fontSize={12}
      fill="var(--ink-2)"
    >
      <Axis {...props} clock={clock} lastUs={lastUs} x={x} bottom={TOP + clock.of * row} />
      {Array.from({ length: clock.of }, (_, index) => index + 1).map((number) => {
        const tick = shown.find((one) => one.number === number);
        return (
          <g key={number}>
            <text x={LEFT - 12} y={y(number)} dy="0.35em" textAnchor="end">
              {words[language].tick(number)}
            </text>
            {tick && <Lateness {...props} tick={tick} x={x} y={y(number)} />}
            <circle
              cx={x(number * clock.periodUs)}
              cy={y(number)}
              r={4.5}
              fill="var(--paper)"
              stroke="var(--ink)"
              strokeWidth={1.5}
              strokeDasharray="2 1.5"
            />
          </g>
        );
      })}
    </svg>
  );
}

interface AxisProps extends StageProps {
  readonly clock: Clock;
  /** Where the axis ends. */
  readonly lastUs: number;
  readonly x: (us: number) => number;
  readonly bottom: number;
}

function Axis({ clock: { periodUs }, lastUs, x, bottom, language, width }: AxisProps) {
  const lines = Math.floor(lastUs / periodUs) + 1;
  const labelled = Math.ceil((lines * 36) / (width - LEFT - RIGHT));
  return (
    <g>
      <text x={width - 8} y={14} textAnchor="end" fill="var(--ink-3)">
        {words[language].axis}
      </text>
      {Array.from({ length: lines }, (_, index) => (
        // A line is its place on the axis.
        // oxlint-disable-next-line react/no-array-index-key
        <g key={index}>
          <line x1={x(index * periodUs)} x2={x(index * periodUs)} y1={20} y2={bottom} stroke="var(--hair)" />
          {index % labelled === 0 && x(index * periodUs) < width - LEGEND && (
            <text x={x(index * periodUs)} y={14} textAnchor="middle" fill="var(--ink-3)">
              {(index * periodUs) / 1000}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

interface LatenessProps extends StageProps {
  readonly tick: Tick;
  readonly x: (us: number) => number;
  readonly y: number;
}

/** Press it to go to the tick. */
function Lateness({ trace, cursor, tick, x, y, onSeek }: LatenessProps) {
  const isNow = tick.seq === cursor - 1;
  const go = () => onSeek(tick.seq + 1);
  return (
    // The step can be reached by every other way too; this is one more for the mouse.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <g className={colourClass(actorColour(trace, tick.actor))} onClick={go} cursor="pointer">
      <rect
        x={Math.min(x(tick.plannedUs), x(tick.atUs))}
        y={y - 4}
        width={Math.abs(x(tick.atUs) - x(tick.plannedUs))}
        height={8}
        fill="var(--c-pale)"
        stroke="var(--c)"
      />
      <circle cx={x(tick.atUs)} cy={y} r={6} fill="var(--c)" stroke={isNow ? 'var(--now)' : 'none'} strokeWidth={3} />
      <text x={x(tick.atUs) + 12} y={y} dy="0.35em" fill={isNow ? 'var(--now)' : 'var(--ink)'} fontWeight={600}>
        +{inMs(tick.lateUs)}
      </text>
    </g>
  );
}
