// Threads side by side in the order in which things happened, the shared values between them. The drawing is wider
// than its box in long runs: the box is a window that follows the cursor, and says what it leaves out.
import { clampCursor, type Trace } from '@lockstep/trace';
import { useId, useMemo } from 'react';
import { Hatch } from '../marks/hatch.tsx';
import type { StageProps } from '../stage-props.ts';
import { columnsOf } from './columns.ts';
import { floorPlanOf } from './floor-plan.ts';
import { historyAt } from './history-at.ts';
import { Lane } from './lane.tsx';
import { LaneLabel } from './lane-label.tsx';
import { holdingsOf, laneStatesOf } from './lane-states.ts';
import { LockRibbon } from './lock-ribbon.tsx';
import { Stale } from './stale.tsx';
import { Breaks, More, Present, Steps } from './time-axis.tsx';
import { valueScale } from './value-scale.ts';
import { ValueLabel, ValueTrack } from './value-track.tsx';
import { laneViewOf } from './view.ts';
import { laneWords } from './words.ts';

export type LanesProps = StageProps;

/** A lane a thread, the values they share between them, and ribbons for the locks. */
export function Lanes(props: LanesProps) {
  const { trace, length, spacing, width, height, language, showFuture, sources, name } = props;
  const id = useId();
  const cursor = Math.min(clampCursor(trace, props.cursor), length);
  const lanes = useMemo(() => laneStatesOf(trace, length), [trace, length]);
  const holdings = useMemo(() => holdingsOf(trace, length), [trace, length]);
  const shared = useMemo(() => contentOf(trace, length, holdings), [trace, length, holdings]);
  const plan = floorPlanOf(trace, shared, width, height);
  const room = width - plan.left - 4;
  const columns = useMemo(() => columnsOf(trace, length, spacing, room), [trace, length, spacing, room]);
  const view = laneViewOf(columns, cursor, room, showFuture);
  const whole = useMemo(() => historyAt(trace, length), [trace, length]);
  const words = laneWords[language];
  const tracks = plan.values.map((place) => {
    const all = whole.get(place.name) ?? [];
    const history = all.slice(0, all.findLastIndex((access) => access.seq < cursor) + 1);
    return {
      place,
      scale: valueScale(showFuture ? all : history, all[0]?.before ?? 0, place.top + 4, place.bottom - 4),
      history,
      initial: all[0]?.before ?? 0,
    };
  });
  return (
    <svg
      className="ls-stage ls-lanes"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={words.figure(cursor)}
    >
      <defs>
        <Hatch id={`${id}hatch`} />
        <clipPath id={`${id}window`}>
          <rect x={plan.left - 2} y={0} width={room + 6} height={height} />
        </clipPath>
      </defs>
      <g clipPath={`url(#${id}window)`}>
        <g className="ls-scroll" style={{ transform: `translateX(${Math.round(plan.left - view.from)}px)` }}>
          <Present columns={columns} cursor={cursor} plan={plan} view={view} />
          {sources.has('program') &&
            tracks.map((track) => (
              <ValueTrack
                key={track.place.name}
                {...track}
                trace={trace}
                plan={plan}
                columns={columns}
                view={view}
                cursor={cursor}
                language={language}
                sources={sources}
              />
            ))}
          {plan.ribbons.map((ribbon) => (
            <LockRibbon
              key={ribbon.lock}
              {...ribbon}
              trace={trace}
              plan={plan}
              holdings={holdings}
              lanes={lanes}
              columns={columns}
              view={view}
              cursor={cursor}
            />
          ))}
          {plan.lanes.map((place) => (
            <Lane
              key={place.actor.id}
              trace={trace}
              place={place}
              states={lanes.get(place.actor.id)}
              columns={columns}
              view={view}
              cursor={cursor}
              showFuture={showFuture}
              sources={sources}
              language={language}
              name={name}
              hatch={`${id}hatch`}
            />
          ))}
          {tracks.map((track) => (
            <Stale
              key={track.place.name}
              history={track.history}
              trace={trace}
              plan={plan}
              columns={columns}
              view={view}
              language={language}
              name={name}
              shown={sources.has('derived')}
            />
          ))}
          <Breaks columns={columns} plan={plan} view={view} />
          <Steps columns={columns} cursor={cursor} plan={plan} view={view} onSeek={props.onSeek} />
        </g>
      </g>
      {!plan.compact && (
        <text x={plan.left - 12} y={26} textAnchor="end" className="ls-note ls-small">
          {words.step}
        </text>
      )}
      {plan.lanes.map((place) => (
        <LaneLabel key={place.actor.id} place={place} name={name} plan={plan} />
      ))}
      {plan.ribbons.map((ribbon) => (
        <text key={ribbon.lock} x={plan.compact ? 4 : 8} y={ribbon.y + 4.5} className="ls-value-name">
          {ribbon.lock}
        </text>
      ))}
      {tracks.map((track) => (
        <ValueLabel key={track.place.name} place={track.place} scale={track.scale} plan={plan} />
      ))}
      <More
        view={view}
        columns={columns}
        plan={plan}
        length={length}
        width={width}
        language={language}
        showFuture={showFuture}
      />
    </svg>
  );
}

/** Names of the shared values and locks, in order of appearance. */
function contentOf(trace: Trace, length: number, holdings: readonly { readonly lock: string }[]) {
  const values = [...historyAt(trace, length).keys()];
  return { values: values.slice(0, 3), locks: [...new Set(holdings.map((one) => one.lock))].slice(0, 3) };
}
